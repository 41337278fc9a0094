import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardPage } from '../layout/page.types.ts'

/**
 * The page that left goes with the end of its 420 ms fade. Without a fade, or where its end is not told, it goes after this
 * long: a busy machine begins the fade some frames late, and taking the page away before its end would be layout within it.
 */
const LEFT_MS = 900

interface Turn {
  readonly serial: number
  readonly index: number
  /** What stood on the page when it was turned to: a new layout finds the page again by it. */
  readonly productIds: readonly string[]
  /** The host called it; one that the screen made by itself is not waited for again. */
  readonly called: boolean
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

/** A host that calls the turns and then falls silent is waited for this many times as long. */
const MISSED_BEATS = 3

/**
 * Turns pages on time, or when the host calls for it: screens that show a board together turn at one instant. The page that
 * leaves stays above the next one while it fades; when a patch comes meanwhile it is dropped at once, so that no old price
 * is seen beside a new one. A patch does not put off the next turn: a page stays as long as it was to stay when it came.
 * `dwellOf` gives ms; `beat` counts the host's calls; `dropLeaving` is to be called when the fade has ended.
 */
export function usePageTurn(
  pages: readonly BoardPage[],
  dwellOf: (page: BoardPage) => number,
  beat = 0
): { readonly shown: readonly ShownPage[]; readonly dropLeaving: () => void } {
  const [turn, setTurn] = useState<Turn>({
    serial: 0,
    index: 0,
    productIds: pages[0]?.productIds ?? [],
    called: false,
    leaving: null
  })
  const index = pageHolding(pages, turn.productIds, turn.index)
  const { serial } = turn
  const latest = useRef({ pages, index, dwellOf, serial })
  useEffect(() => {
    latest.current = { pages, index, dwellOf, serial }
  })

  /** Turns from the page of a serial number, so that a turn called twice is made once. */
  const turnFrom = useCallback((from: number, called: boolean) => {
    const { pages: now, index: leaving } = latest.current
    if (now.length < 2) return
    const to = (leaving + 1) % now.length
    setTurn({
      serial: from + 1,
      index: to,
      productIds: now[to]?.productIds ?? [],
      called,
      leaving: { index: leaving, pages: now }
    })
  }, [])

  const turns = pages.length > 1
  const isCalled = turn.called
  useEffect(() => {
    if (!turns) return
    const page = latest.current.pages[latest.current.index]
    if (page === undefined) return
    const timer = setTimeout(
      () => turnFrom(serial, false),
      latest.current.dwellOf(page) * (isCalled ? MISSED_BEATS : 1)
    )
    return () => clearTimeout(timer)
  }, [turns, serial, isCalled, turnFrom])

  useEffect(() => {
    if (beat > 0) turnFrom(latest.current.serial, true)
  }, [beat, turnFrom])

  const dropLeaving = useCallback(() => setTurn((now) => (now.leaving === null ? now : { ...now, leaving: null })), [])
  const leavingSerial = turn.leaving === null ? null : turn.serial
  useEffect(() => {
    if (leavingSerial === null) return
    const timer = setTimeout(dropLeaving, LEFT_MS)
    return () => clearTimeout(timer)
  }, [leavingSerial, dropLeaving])

  const current: ShownPage = { index, key: turn.serial, leaving: false }
  if (turn.leaving === null || turn.leaving.pages !== pages) return { shown: [current], dropLeaving }
  return { shown: [{ index: turn.leaving.index, key: turn.serial - 1, leaving: true }, current], dropLeaving }
}
