import { useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'

/** Rows that are there beyond those that are seen, so that a flick and a Tab find some. */
const BEYOND = 6

/**
 * A list that scrolls however long it is: only rows about those that are seen are in the page, and each says which of how
 * many it is. `rowPx` is their height. A list of something else has another `of`, and begins at its top.
 */
export function VirtualRows({
  count,
  rowPx,
  columns,
  label,
  of,
  renderRow
}: {
  readonly count: number
  readonly rowPx: number
  readonly columns: number
  readonly label: string
  readonly of: string
  readonly renderRow: (index: number) => ReactNode
}): ReactElement {
  const scroller = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ topPx: 0, heightPx: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = (): void => {
      const { scrollTop: topPx, clientHeight: heightPx } = element
      // Rows come and go whole: what is between two of them draws nothing.
      const stepped = { topPx: Math.floor(topPx / rowPx) * rowPx, heightPx }
      setSeen((known) => (known.topPx === stepped.topPx && known.heightPx === stepped.heightPx ? known : stepped))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [rowPx])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || element.dataset['of'] === of) return
    element.dataset['of'] = of
    element.scrollTop = 0
  }, [of])

  const lines = Math.ceil(count / columns)
  const first = Math.max(0, Math.floor(seen.topPx / rowPx) - BEYOND)
  const last = Math.min(lines, Math.ceil((seen.topPx + seen.heightPx) / rowPx) + BEYOND)
  const indices = Array.from({ length: Math.max(0, last - first) * columns }, (_, at) => first * columns + at).filter(
    (index) => index < count
  )
  return (
    <div className="kiosk-scroll" ref={scroller}>
      <ul className="kiosk-rows" aria-label={label} style={{ height: lines * rowPx }} data-columns={columns}>
        {indices.map((index) => (
          <li
            key={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{
              transform: `translateY(${Math.floor(index / columns) * rowPx}px)`,
              height: rowPx,
              width: `${100 / columns}%`,
              left: `${((index % columns) * 100) / columns}%`
            }}
          >
            {renderRow(index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
