import { parseDate } from '@internationalized/date'
import type { ReactElement } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  Dialog,
  DialogTrigger,
  Popover
} from 'react-aria-components'
import type { Forecast } from '../../../shared/manager/time-machine.ts'
import { Action } from '../../form/form.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'

/** A calendar of the days that can be looked at. */
export function DayChoice({
  forecast,
  place,
  onDay,
  words
}: {
  readonly forecast: Forecast
  /** Holds what is laid over it: within a landmark, for whoever goes from one to the next. */
  readonly place: Element | null
  readonly onDay: (day: string) => void
  readonly words: TimeMachineWords
}): ReactElement | null {
  const first = forecast.days[0]?.day
  const last = forecast.days.at(-1)?.day
  if (first === undefined || last === undefined) return null
  return (
    <DialogTrigger>
      <Action>{words.chooseDay}</Action>
      <Popover
        className="popover"
        placement="top start"
        {...(place === null ? {} : { UNSTABLE_portalContainer: place })}
      >
        <Dialog aria-label={words.chooseDay}>
          {({ close }) => (
            <Calendar
              className="calendar"
              aria-label={words.chooseDay}
              value={parseDate(forecast.chosen.day)}
              minValue={parseDate(first)}
              maxValue={parseDate(last)}
              autoFocus
              onChange={(day) => {
                onDay(day.toString())
                close()
              }}
            >
              <header>
                <Button slot="previous" aria-label={words.calendarBefore}>
                  ‹
                </Button>
                <CalendarHeading />
                <Button slot="next" aria-label={words.calendarAfter}>
                  ›
                </Button>
              </header>
              <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
