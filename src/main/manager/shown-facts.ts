import type { ScreenFacts } from '../../shared/manager/screens.ts'
import type { Engine } from '../engine/engine.types.ts'
import type { KnownScreen } from './screens-list.ts'

/** While another engine starts, what the last one said goes on for so long. */
const GOES_ON_MS = 12_000

/** What the engine said of the pages that it knows. */
export interface ShownFacts {
  readonly facts: ReadonlyMap<string, ScreenFacts>
  /** Why nothing is known, in words; null while it is, and for the moment between two engines. */
  readonly problem: string | null
}

/** What is known of the screens, also between two engines: a screen keeps its board meanwhile, and comes back as another page. */
export interface FactsOfScreens {
  readonly now: () => Promise<ShownFacts>
  /** Those of the screens by their ids: what was said now, else a moment ago. */
  readonly of: (
    screens: readonly KnownScreen[],
    facts: ReadonlyMap<string, ScreenFacts>
  ) => ReadonlyMap<string, ScreenFacts>
}

export function createFactsOfScreens(host: {
  readonly nowMs: () => number
  readonly engine: () => Engine | null
  /** Why no engine answers, in words. */
  readonly problem: () => string
}): FactsOfScreens {
  let answeredAtMs: number | null = null
  let last: ReadonlyMap<string, { readonly facts: ScreenFacts; readonly atMs: number }> = new Map()

  function isRecent(atMs: number | null): boolean {
    return atMs !== null && Math.abs(host.nowMs() - atMs) < GOES_ON_MS
  }

  async function engineFacts(): Promise<ReadonlyMap<string, ScreenFacts> | string> {
    const engine = host.engine()
    if (engine === null) return host.problem()
    try {
      const reply = await engine.inquire('screens:shown', [])
      return reply.ok ? new Map(reply.answer.map((facts) => [facts.page, facts])) : reply.message
    } catch {
      // It ended while it was asked.
      return host.problem()
    }
  }

  return {
    now: async () => {
      const facts = await engineFacts()
      if (typeof facts === 'string') return { facts: new Map(), problem: isRecent(answeredAtMs) ? null : facts }
      answeredAtMs = host.nowMs()
      return { facts, problem: null }
    },
    of: (screens, facts) => {
      const known = screens.flatMap(({ id, open }) => {
        const said = open === null ? undefined : facts.get(open.page)
        if (said !== undefined) return [[id, { facts: said, atMs: host.nowMs() }] as const]
        const before = open === null ? undefined : last.get(id)
        return before !== undefined && isRecent(before.atMs) ? [[id, before] as const] : []
      })
      last = new Map(known)
      return new Map(known.map(([id, one]) => [id, one.facts]))
    }
  }
}
