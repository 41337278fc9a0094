import { memo, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { BoardDifferences, DayStrip, ForecastEvent } from '../../../shared/manager/time-machine.ts'
import { Action } from '../../form/form.tsx'
import { useRoving } from '../roving.ts'
import type { TimeMachineWords } from '../words/time-machine-words.ts'

/** What the chosen day has, and what begins and ends in all of them, each a button that goes to its instant. */
export function ComingEvents({
  strip,
  events,
  words,
  onJump
}: {
  readonly strip: DayStrip
  readonly events: readonly ForecastEvent[]
  readonly words: TimeMachineWords
  readonly onJump: (at: string) => void
}): ReactElement {
  return (
    <>
      <p className="slip-note first">{words.pickPrice}</p>
      {strip.bars.length === 0 ? null : (
        <>
          <h2 className="slip-head">{strip.label}</h2>
          <ul className="events of-day">
            {strip.bars
              .toSorted((a, b) => a.from - b.from || a.to - b.to)
              .map((bar) => (
                <li key={`${bar.at} ${bar.label}`} className={bar.isInForce ? 'live' : undefined}>
                  <Button onPress={() => onJump(bar.at)}>
                    <b>{bar.label}</b>
                    {bar.isInForce ? <span>{words.inForce}</span> : null}
                  </Button>
                </li>
              ))}
          </ul>
        </>
      )}
      <h2 className="slip-head">{words.events}</h2>
      <p className="slip-note first">{events.length === 0 ? words.noEvents : words.eventsNote}</p>
      <Events events={events} onJump={onJump} />
    </>
  )
}

function Events({
  events,
  onJump
}: {
  readonly events: readonly ForecastEvent[]
  readonly onJump: (at: string) => void
}): ReactElement {
  const keys = events.map((event) => `${event.at} ${event.text}`)
  const { stop, rover } = useRoving(keys)
  return (
    <ul className="events" {...rover}>
      {events.map((event, index) => {
        const key = keys[index] ?? ''
        return <EventRow event={event} name={key} isStop={key === stop} onJump={onJump} key={key} />
      })}
    </ul>
  )
}

/** Of a month there are hundreds, and a step from one to the next concerns two. */
const EventRow = memo(function EventRow({
  event,
  name,
  isStop,
  onJump
}: {
  readonly event: ForecastEvent
  readonly name: string
  readonly isStop: boolean
  readonly onJump: (at: string) => void
}): ReactElement {
  return (
    <li>
      <Button data-rover={name} excludeFromTabOrder={!isStop} onPress={() => onJump(event.at)}>
        <span>{event.moment}</span>
        <b>{event.text}</b>
      </Button>
    </li>
  )
})

/** "What changes before we open tomorrow?": every product, price and ticket that differs. */
export function OpeningDifferences({
  differences,
  words,
  onJump,
  onClose
}: {
  readonly differences: BoardDifferences
  readonly words: TimeMachineWords
  readonly onJump: (at: string) => void
  readonly onClose: () => void
}): ReactElement {
  return (
    <>
      <h2 className="slip-question">{differences.title}</h2>
      <p className="slip-note first">{differences.text}</p>
      <div className="slip-acts top">
        <Action main onPress={() => onJump(differences.at)}>
          {differences.jumpLabel}
        </Action>
        <Action onPress={onClose}>{words.close}</Action>
      </div>
      {differences.nothing === null ? null : <p className="slip-note">{differences.nothing}</p>}
      {differences.changes.length === 0 ? null : <h3 className="slip-head">{words.changes}</h3>}
      <ul className="slip">
        {differences.changes.map((change) => (
          <li className={`step ${change.kind}`} key={`${change.title} ${change.lines.join(' ')}`}>
            <span className="step-title">{change.title}</span>
            {change.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {change.products.length === 0 ? null : <p className="step-products">{change.products.join(', ')}</p>}
          </li>
        ))}
      </ul>
      {differences.events.length === 0 ? null : (
        <>
          <h3 className="slip-head">{words.meanwhile}</h3>
          <Events events={differences.events} onJump={onJump} />
        </>
      )}
    </>
  )
}
