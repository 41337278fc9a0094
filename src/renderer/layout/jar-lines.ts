import type { PageGeometry } from './geometry.ts'
import type { JarChoice } from './jar.ts'
import { METRICS } from './metrics.ts'
import type { Jar, JarLine } from './page.types.ts'

/** So many products may pass a half that waits for its other half. */
const MOST_PASSING = 3
/** What a line must save, in arcminutes, before a single that half of it would hold takes all of it. */
const LEAST_SAVING = 24

interface Line {
  readonly jars: readonly Jar[]
  /** Place of its first product in the class. */
  readonly at: number
}

/** The best way so far to set the first products, with at most one half that still waits. */
interface Setting {
  readonly heightPx: number
  readonly lines: { readonly line: Line; readonly before: Setting['lines'] } | null
  readonly open: { readonly jar: Jar; readonly at: number } | null
}

/**
 * Singles of a class in lines of two halves or one whole, as low as they can stand together. A whole one may pass before
 * the half that it would part from its other half; else the order of the class is kept.
 */
export function jarLinesOf(choices: readonly JarChoice[], geometry: PageGeometry): JarLine[] {
  const gapPx = METRICS.jarLineGap * geometry.amPx
  const savingPx = LEAST_SAVING * geometry.amPx
  const withLine = (from: Setting, jars: readonly Jar[], at: number, open: Setting['open'], morePx = 0): Setting => ({
    heightPx: from.heightPx + morePx + Math.max(...jars.map((jar) => jar.heightPx)) + gapPx,
    lines: { line: { jars, at }, before: from.lines },
    open
  })
  const closed = (from: Setting): Setting =>
    from.open === null ? from : withLine(from, [from.open.jar], from.open.at, null)
  let settings: readonly Setting[] = [{ heightPx: 0, lines: null, open: null }]
  for (const [at, { half, whole }] of choices.entries()) {
    const next: Setting[] = []
    for (const from of settings) {
      for (const state of from.open === null ? [from] : [from, closed(from)]) {
        if (whole !== null) next.push(withLine(state, [whole], at, state.open, half === null ? 0 : savingPx))
        if (half === null) continue
        if (state.open === null) next.push({ ...state, open: { jar: half, at } })
        else next.push(withLine(state, [state.open.jar, half], state.open.at, null))
      }
    }
    settings = bestOf(next.filter(({ open }) => open === null || at - open.at <= MOST_PASSING))
  }
  const best = settings.map(closed).reduce((least, each) => (each.heightPx < least.heightPx - 1e-6 ? each : least))
  const lines: Line[] = []
  for (let node = best.lines; node !== null; node = node.before) lines.push(node.line)
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ jars }, index) => ({
      jars,
      heightPx: Math.max(...jars.map((jar) => jar.heightPx)),
      gapPx: index === 0 ? 0 : gapPx
    }))
}

/** Of the ways that leave the same half waiting, the lowest. */
function bestOf(settings: readonly Setting[]): Setting[] {
  const byOpen = new Map<number, Setting>()
  for (const each of settings) {
    const key = each.open?.at ?? -1
    const known = byOpen.get(key)
    if (known === undefined || each.heightPx < known.heightPx - 1e-6) byOpen.set(key, each)
  }
  return [...byOpen.values()]
}
