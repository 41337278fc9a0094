import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import type { DayStrip } from '../../../shared/manager/time-machine.ts'

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
  // Of several the one that has begun last: it is what the moment is about.
  const told = strip.bars.findLast((bar) => bar.isInForce)
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
          <SliderTrack className="strip-track">
            <i className="strip-line" />
            {strip.open.map((span) => (
              <i
                className="strip-open"
                key={span.from}
                style={{ left: percent(span.from), width: percent(span.to - span.from) }}
              />
            ))}
            {strip.bars.map((bar) => (
              <i
                className={bar.isInForce ? 'strip-bar live' : 'strip-bar'}
                key={`${bar.label} ${bar.from}`}
                style={{ left: percent(bar.from), width: percent(bar.to - bar.from) }}
              />
            ))}
            <SliderThumb className="strip-knob" inputRef={input} />
          </SliderTrack>
        </Slider>
        <div className="strip-notes">
          {open === undefined ? null : (
            <span style={{ marginLeft: percent(told === undefined ? open.from : Math.min(open.from, 0.3)) }}>
              {open.label}
            </span>
          )}
          {told === undefined ? null : <span className="told">{told.label}</span>}
        </div>
      </div>
    </div>
  )
}
