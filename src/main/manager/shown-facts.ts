import type { ScreenFacts } from '../../shared/manager/screens.ts'
import type { Engine } from '../engine/engine.types.ts'
import type { ScreensHost } from '../screens/screens-host.ts'

/** While another engine starts, what the last one said goes on for so long. */
const GOES_ON_MS = 8000

/** By the names of pages; or why nothing is known, in words. */
export type ShownFacts = ReadonlyMap<string, ScreenFacts> | string

interface Asked {
  readonly screens: Pick<ScreensHost, 'open'>
  readonly nowMs: () => number
  readonly engine: () => Engine | null
  /** Why no engine answers, in words. */
  readonly problem: () => string
}

/**
 * What the engine knows of the screens. Between two engines it is what the last one said: a screen keeps its board
 * meanwhile, and comes back under another name.
 */
export function createShownFacts(host: Asked): () => Promise<ShownFacts> {
  let last: { readonly facts: ReadonlyMap<string, ScreenFacts>; readonly atMs: number } | null = null

  async function engineFacts(): Promise<ShownFacts> {
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

  return async () => {
    const facts = await engineFacts()
    const before = last !== null && Math.abs(host.nowMs() - last.atMs) < GOES_ON_MS ? last.facts : null
    if (typeof facts === 'string') return before ?? facts
    const kept = host.screens.open.list().flatMap(({ page, isComingBack }) => {
      const fact = isComingBack ? before?.get(page) : undefined
      return fact === undefined ? [] : [[page, fact] as const]
    })
    // Those of the engine before are as old as they were.
    if (kept.length === 0) last = { facts, atMs: host.nowMs() }
    return new Map([...kept, ...facts])
  }
}
