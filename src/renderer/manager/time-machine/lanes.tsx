import { useState, type ReactElement } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import type { Forecast, ForecastBar, ForecastLane } from '../../../shared/manager/time-machine.ts'
import type { TimeMachineWords } from '../words/time-machine-words.ts'

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
  return (
    <section className="days-and-lanes" aria-label={words.lanes}>
      {/* Scrolls with whatever in it has the focus. */}
      <div className="lanes-place">
        <div className="days-head">
          <div className="months" aria-hidden="true">
            {months.map((month) => (
              <span key={month.place} style={{ left: percent(month.place) }}>
                {month.label}
              </span>
            ))}
          </div>
          <Toolbar className="days" aria-label={words.days}>
            {days.map((day) => (
              <Button
                className={day.isChosen ? 'day chosen' : 'day'}
                key={day.day}
                aria-label={day.name}
                aria-current={day.isChosen ? 'date' : 'false'}
                onPress={() => onDay(day.day)}
              >
                {day.label}
              </Button>
            ))}
          </Toolbar>
        </div>
        {lanes.length === 0 ? <p className="no-lanes">{words.noLanes}</p> : null}
        <div className="lanes-all">
          <ul className="lanes">
            {lanes.map((lane) => (
              <Lane lane={lane} onJump={onJump} onTold={setTold} key={lane.laneId} />
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
      <p className="told-bar" aria-hidden="true">
        {told ?? '\u00a0'}
      </p>
    </section>
  )
}

function Lane({
  lane,
  onJump,
  onTold
}: {
  readonly lane: ForecastLane
  readonly onJump: (at: string) => void
  readonly onTold: (text: string | null) => void
}): ReactElement {
  return (
    <li className="lane">
      <span className="lane-name">
        {lane.name} <small>{lane.kind}</small>
      </span>
      <Toolbar className="lane-bars" aria-label={`${lane.name}, ${lane.kind}`}>
        {lane.bars.map((bar) => (
          <Bar bar={bar} onJump={onJump} onTold={onTold} key={`${bar.from} ${bar.to}`} />
        ))}
      </Toolbar>
    </li>
  )
}

function Bar({
  bar,
  onJump,
  onTold
}: {
  readonly bar: ForecastBar
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
      aria-label={jump.label}
      onPress={() => onJump(jump.at)}
      onHoverStart={() => onTold(jump.label)}
      onHoverEnd={() => onTold(null)}
      onFocus={() => onTold(jump.label)}
      onBlur={() => onTold(null)}
    />
  )
}
