import { useCallback, useState, type FocusEvent, type KeyboardEvent } from 'react'

const ITEM = '[data-rover]'

interface Rover {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

/**
 * One Tab stop for many things that belong together: the arrow keys go among them, Home and End to the first and last. Each
 * thing carries `data-rover` with its key, and is out of the Tab order unless its key is `stop`: where the focus was last,
 * else `home`, else the first.
 */
export function useRoving(
  keys: readonly string[],
  home: string | null = null
): { readonly stop: string | null; readonly rover: Rover } {
  // Another home calls the stop to it, wherever the focus was before.
  const [last, setLast] = useState<{ readonly key: string | undefined; readonly home: string | null } | null>(null)
  const candidates = [last?.home === home ? last.key : undefined, home]
  const stop = candidates.find((key) => key !== undefined && key !== null && keys.includes(key)) ?? keys[0] ?? null
  const onFocus = useCallback(
    (event: FocusEvent) => {
      const item = event.target.closest<HTMLElement>(ITEM)
      if (item !== null) setLast({ key: item.dataset['rover'], home })
    },
    [home]
  )
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEM)]
    const from = items.findIndex((item) => item === document.activeElement)
    const next = from === -1 ? null : nextOf(items, from, event.key)
    if (next === null) return
    event.preventDefault()
    next.focus()
  }, [])
  return { stop, rover: { onKeyDown, onFocus } }
}

/** Left and right go in reading order, so that everything is reached; up and down go to what lies nearest there. */
function nextOf(items: readonly HTMLElement[], from: number, key: string): HTMLElement | null {
  switch (key) {
    case 'ArrowRight':
      return items[from + 1] ?? null
    case 'ArrowLeft':
      return items[from - 1] ?? null
    case 'ArrowDown':
      return nearest(items, from, 1)
    case 'ArrowUp':
      return nearest(items, from, -1)
    case 'Home':
      return items[0] ?? null
    case 'End':
      return items.at(-1) ?? null
    default:
      return null
  }
}

/** What lies a little to the side counts as further off. */
const ASIDE = 2

function nearest(items: readonly HTMLElement[], from: number, down: 1 | -1): HTMLElement | null {
  const boxes = items.map((item) => item.getBoundingClientRect())
  const here = boxes[from]
  if (here === undefined) return null
  let best: { readonly at: number; readonly distance: number } | null = null
  for (const [at, box] of boxes.entries()) {
    const away = (middleOf(box.top, box.bottom) - middleOf(here.top, here.bottom)) * down
    if (at === from || away < Math.min(box.height, here.height) / 2) continue
    const aside = Math.abs(middleOf(box.left, box.right) - middleOf(here.left, here.right))
    const distance = away + aside * ASIDE
    if (best === null || distance < best.distance) best = { at, distance }
  }
  return best === null ? null : (items[best.at] ?? null)
}

function middleOf(from: number, to: number): number {
  return (from + to) / 2
}
