import { useEffect, useRef, useState } from 'react'
import type { BoardPage } from '../layout/page.types.ts'

/** A turn's 420 ms, and a frame or two until the page that left is taken away. */
const TURN_MS = 460

interface Turn {
  readonly serial: number
  readonly index: number
  /** What stood on the page when it was turned to: a new layout finds the page again by it. */
  readonly productIds: readonly string[]
  readonly leaving: { readonly index: number; readonly pages: readonly BoardPage[] } | null
}

export interface ShownPage {
  readonly index: number
  /** Stays the same while a page is on the screen, also while it leaves. */
  readonly key: number
  readonly leaving: boolean
}

/** The page of a new layout that has most of what the screen showed; of several, the nearest to where it was. */
export function pageHolding(pages: readonly BoardPage[], productIds: readonly string[], lastIndex: number): number {
  const wanted = new Set(productIds)
  let best = Math.max(0, Math.min(lastIndex, pages.length - 1))
  let bestCount = 0
  for (const [index, page] of pages.entries()) {
    const count = page.productIds.filter((id) => wanted.has(id)).length
    const nearer = Math.abs(index - lastIndex) < Math.abs(best - lastIndex)
    if (count > bestCount || (count === bestCount && count > 0 && nearer)) {
      best = index
      bestCount = count
    }
  }
  return best
}

/**
 * Turns pages on time. The page that leaves stays above the next one while it fades; when a patch comes meanwhile it is
 * dropped at once, so that no old price is seen beside a new one. A patch does not put off the next turn: a
 * page stays as long as it was to stay when it came. `dwellOf` gives ms.
 */
export function usePageTurn(pages: readonly BoardPage[], dwellOf: (page: BoardPage) => number): readonly ShownPage[] {
  const [turn, setTurn] = useState<Turn>({ serial: 0, index: 0, productIds: pages[0]?.productIds ?? [], leaving: null })
  const index = pageHolding(pages, turn.productIds, turn.index)
  const latest = useRef({ pages, index, dwellOf })
  useEffect(() => {
    latest.current = { pages, index, dwellOf }
  })

  const turns = pages.length > 1
  useEffect(() => {
    if (!turns) return
    const page = latest.current.pages[latest.current.index]
    if (page === undefined) return
    const timer = setTimeout(() => {
      const { pages: now, index: from } = latest.current
      const to = (from + 1) % now.length
      setTurn({
        serial: turn.serial + 1,
        index: to,
        productIds: now[to]?.productIds ?? [],
        leaving: { index: from, pages: now }
      })
    }, latest.current.dwellOf(page))
    return () => clearTimeout(timer)
  }, [turns, turn.serial])

  const leavingSerial = turn.leaving === null ? null : turn.serial
  useEffect(() => {
    if (leavingSerial === null) return
    const timer = setTimeout(() => setTurn((now) => ({ ...now, leaving: null })), TURN_MS)
    return () => clearTimeout(timer)
  }, [leavingSerial])

  const current: ShownPage = { index, key: turn.serial, leaving: false }
  if (turn.leaving === null || turn.leaving.pages !== pages) return [current]
  return [{ index: turn.leaving.index, key: turn.serial - 1, leaving: true }, current]
}
