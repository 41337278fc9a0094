import { useCallback, useEffect, useState } from 'react'

/** Less than this of a row in sight is none of it. */
const IN_SIGHT_PX = 12

interface Rest {
  readonly above: number
  readonly below: number
}

/** How many rows of a scrolled place are out of sight, and the way to them. */
export function useRest(
  place: HTMLElement | null,
  rowSelector: string
): Rest & {
  readonly onward: () => void
  readonly toStart: () => void
} {
  const [rest, setRest] = useState<Rest>({ above: 0, below: 0 })
  useEffect(() => {
    if (place === null) return
    const count = (): void => {
      const { top, bottom } = place.getBoundingClientRect()
      const head = place.firstElementChild?.getBoundingClientRect().height ?? 0
      const rows = [...place.querySelectorAll(rowSelector)].map((row) => row.getBoundingClientRect())
      const above = rows.filter((row) => row.bottom < top + head + IN_SIGHT_PX).length
      const below = rows.filter((row) => row.top > bottom - IN_SIGHT_PX).length
      setRest((known) => (known.above === above && known.below === below ? known : { above, below }))
    }
    const sizes = new ResizeObserver(count)
    sizes.observe(place)
    for (const part of place.children) sizes.observe(part)
    const parts = new MutationObserver(count)
    parts.observe(place, { childList: true, subtree: true })
    place.addEventListener('scroll', count)
    return () => {
      sizes.disconnect()
      parts.disconnect()
      place.removeEventListener('scroll', count)
    }
  }, [place, rowSelector])
  return {
    ...rest,
    // A row that was half in sight stays so.
    onward: useCallback(() => place?.scrollBy({ top: place.clientHeight / 2 }), [place]),
    toStart: useCallback(() => place?.scrollTo({ top: 0 }), [place])
  }
}
