import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import type { DayStrip } from '../../../shared/manager/time-machine.ts'

/** Where bars stand in the track: one row of them, or several over one another. */
const ONE_ROW = { topPx: 11, heightPx: 22 }
const SEVERAL_ROWS = { topPx: 3, heightPx: 38 }

const percent = (place: number): string => `${place * 100}%`

/** The chosen day from midnight to midnight, with a knob for the time of day. Times come with the steps, in words. */
export function DaySlider({
  strip,
  stepIndex,
  label,
  onMove,
  onMoved,
  children
}: {
  readonly strip: DayStrip
  readonly stepIndex: number
  readonly label: string
  /** While the knob is held. */
  readonly onMove: (stepIndex: number) => void
  readonly onMoved: (stepIndex: number) => void
  /** Stands under the day's name. */
  readonly children: ReactNode
}): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const time = strip.steps[stepIndex]?.time ?? ''
  useLayoutEffect(() => {
    // React Aria tells the value as a number of its own format; a time of day is no number.
    input.current?.setAttribute('aria-valuetext', time)
  })
  const [open] = strip.open
  const rows = rowsOf(strip.bars)
  const { topPx, heightPx } = rows.length > 1 ? SEVERAL_ROWS : ONE_ROW
  return (
    <div className="day-strip">
      <div className="strip-name">
        <b>{strip.label}</b>
        {children}
      </div>
      <div className="strip-place">
        <div className="strip-ticks" aria-hidden="true">
          {strip.ticks.map((tick) => (
            <span key={tick.label} style={{ left: percent(tick.place) }}>
              {tick.label}
            </span>
          ))}
        </div>
        <Slider
          aria-label={label}
          minValue={0}
          maxValue={Math.max(1, strip.steps.length - 1)}
          step={1}
          value={stepIndex}
          onChange={onMove}
          onChangeEnd={onMoved}
        >
          <SliderTrack className={rows.length > 1 ? 'strip-track several' : 'strip-track'}>
            <i className="strip-line" />
            {strip.open.map((span) => (
              <i
                className="strip-open"
                key={span.from}
                style={{ left: percent(span.from), width: percent(span.to - span.from) }}
              />
            ))}
            {rows.flatMap((row, at) =>
              row.map((bar) => (
                <i
                  className={bar.isInForce ? 'strip-bar live' : 'strip-bar'}
                  key={`${bar.label} ${bar.from}`}
                  style={{
                    left: percent(bar.from),
                    width: percent(bar.to - bar.from),
                    top: topPx + (heightPx / rows.length) * at,
                    height: heightPx / rows.length
                  }}
                />
              ))
            )}
            <SliderThumb className="strip-knob" inputRef={input} />
          </SliderTrack>
        </Slider>
        <div className="strip-notes">
          {open === undefined ? null : <span>{open.label}</span>}
          {strip.told === null ? null : <span className="told">{strip.told}</span>}
        </div>
      </div>
    </div>
  )
}

type StripBar = DayStrip['bars'][number]

/** Bars that lie over one another stand in rows; of more than these the last takes the others. */
const MOST_ROWS = 5

function rowsOf(bars: readonly StripBar[]): readonly (readonly StripBar[])[] {
  const rows: StripBar[][] = []
  for (const bar of bars.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const free = rows.find((row) => row.every(({ from, to }) => to <= bar.from || bar.to <= from))
    const last = rows.at(-1)
    if (free !== undefined) free.push(bar)
    else if (rows.length < MOST_ROWS || last === undefined) rows.push([bar])
    else last.push(bar)
  }
  return rows
}
