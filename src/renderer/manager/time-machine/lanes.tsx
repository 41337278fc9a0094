import { useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { Forecast, ForecastBar, ForecastLane } from '../../../shared/manager/time-machine.ts'
import { useRoving } from '../roving.ts'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
import { useRest } from './scrolled-rest.ts'

const percent = (place: number): string => `${place * 100}%`

/** The coming 30 days: a row of days, and under it a lane for each promotion and sale. */
export function Lanes({
  forecast,
  onDay,
  onJump,
  words
}: {
  readonly forecast: Forecast
  readonly onDay: (day: string) => void
  readonly onJump: (at: string) => void
  readonly words: TimeMachineWords
}): ReactElement {
  const [told, setTold] = useState<string | null>(null)
  const { days, months, lanes, place } = forecast
  const daysRove = useRoving(
    days.map(({ day }) => day),
    days.find(({ isChosen }) => isChosen)?.day ?? null
  )
  const barsRove = useRoving(
    lanes.flatMap((lane) => lane.bars.flatMap((bar) => (bar.jump === null ? [] : [keyOf(lane, bar)])))
  )
  const [scrolled, setScrolled] = useState<HTMLElement | null>(null)
  const rest = useRest(scrolled, '.lane')
  return (
    <section className="days-and-lanes" aria-label={words.lanes}>
      {/* Scrolls with whatever in it has the focus. */}
      <div className="lanes-place" ref={setScrolled}>
        <div className="days-head">
          <div className="months" aria-hidden="true">
            {months.map((month) => (
              <span key={month.place} style={{ left: percent(month.place) }}>
                {month.label}
              </span>
            ))}
          </div>
          {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
          <div className="days" role="toolbar" aria-label={words.days} {...daysRove.rover}>
            {days.map((day) => (
              <Button
                className={day.isChosen ? 'day chosen' : 'day'}
                key={day.day}
                data-rover={day.day}
                excludeFromTabOrder={day.day !== daysRove.stop}
                aria-label={day.name}
                aria-current={day.isChosen ? 'date' : 'false'}
                onPress={() => onDay(day.day)}
              >
                {day.label}
              </Button>
            ))}
          </div>
        </div>
        {lanes.length === 0 ? <p className="no-lanes">{words.noLanes}</p> : null}
        <div className="lanes-all">
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <ul className="lanes" {...barsRove.rover}>
            {lanes.map((lane) => (
              <Lane lane={lane} stop={barsRove.stop} onJump={onJump} onTold={setTold} key={lane.laneId} />
            ))}
          </ul>
          <div className="lanes-ground" aria-hidden="true">
            {days.map((day) =>
              day.isWeekend ? (
                <i
                  className="weekend"
                  key={day.day}
                  style={{ left: percent(day.from), width: percent(day.to - day.from) }}
                />
              ) : null
            )}
            <i className="lanes-head" style={{ left: percent(place) }} />
          </div>
        </div>
      </div>
      <div className="told-bar">
        <p aria-hidden="true">{told ?? '\u00a0'}</p>
        {rest.below === 0 && rest.above === 0 ? null : (
          <Button className="lanes-more" onPress={rest.below === 0 ? rest.toStart : rest.onward}>
            {rest.below === 0 ? words.moreAbove(rest.above) : words.moreBelow(rest.below)}
          </Button>
        )}
      </div>
    </section>
  )
}

function keyOf({ laneId }: ForecastLane, { from, to }: ForecastBar): string {
  return `${laneId} ${from} ${to}`
}

function Lane({
  lane,
  stop,
  onJump,
  onTold
}: {
  readonly lane: ForecastLane
  /** The bar that Tab comes to. */
  readonly stop: string | null
  readonly onJump: (at: string) => void
  readonly onTold: (text: string | null) => void
}): ReactElement {
  return (
    <li className="lane">
      <span className="lane-name">
        {lane.name} <small>{lane.kind}</small>
      </span>
      <div className="lane-bars" role="group" aria-label={`${lane.name}, ${lane.kind}`}>
        {lane.bars.map((bar) => (
          <Bar
            bar={bar}
            name={keyOf(lane, bar)}
            isStop={keyOf(lane, bar) === stop}
            onJump={onJump}
            onTold={onTold}
            key={keyOf(lane, bar)}
          />
        ))}
      </div>
    </li>
  )
}

function Bar({
  bar,
  name,
  isStop,
  onJump,
  onTold
}: {
  readonly bar: ForecastBar
  readonly name: string
  readonly isStop: boolean
  readonly onJump: (at: string) => void
  readonly onTold: (text: string | null) => void
}): ReactElement {
  const className = [
    'bar',
    bar.isInForce ? 'live' : '',
    bar.opensLeft ? 'opens-left' : '',
    bar.opensRight ? 'opens-right' : ''
  ].join(' ')
  const style = { left: percent(bar.from), width: percent(bar.to - bar.from) }
  const { jump } = bar
  if (jump === null)
    return (
      <span className={className} style={style}>
        <span className="only-heard">{bar.span}</span>
      </span>
    )
  return (
    <Button
      className={className}
      style={style}
      data-rover={name}
      excludeFromTabOrder={!isStop}
      aria-label={jump.label}
      onPress={() => onJump(jump.at)}
      onHoverStart={() => onTold(jump.label)}
      onHoverEnd={() => onTold(null)}
      onFocus={() => onTold(jump.label)}
      onBlur={() => onTold(null)}
    />
  )
}
