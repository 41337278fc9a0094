import { useState, type FormEvent, type ReactElement } from 'react'
import { Checkbox, Dialog, Heading, Input, Modal, ModalOverlay, TextField } from 'react-aria-components'
import type { DayHours, StoreHours } from '../../../shared/manager/screens.ts'
import { Action, Alert } from '../../form/form.tsx'
import { faultAt, faultsElsewhere, type FormFault } from '../field-faults.ts'
import { useAnswer, useAskAllAgain, useSession } from '../session.tsx'
import type { ScreensWords } from './screens-words.ts'

/** Until the engine that was just started can say. */
const ASK_AGAIN_MS = 2000
/** What a day begins with that was closed until now. */
const USUAL: DayHours = { opensAt: '09:00', closesAt: '21:00' }

/** When a store is open, a row a day. */
export function HoursDialog({
  locationId,
  storeName,
  words,
  onClose
}: {
  readonly locationId: number
  readonly storeName: string
  readonly words: ScreensWords
  readonly onClose: () => void
}): ReactElement {
  const { answer } = useAnswer('screens:hours', [locationId], { everyMs: ASK_AGAIN_MS })
  return (
    <ModalOverlay className="modal-ground" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">{words.hoursTitle(storeName)}</Heading>
          <p>{words.hoursNote}</p>
          {answer === null ? null : <HoursForm said={answer} words={words} onClose={onClose} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function HoursForm({
  said,
  words,
  onClose
}: {
  readonly said: StoreHours
  readonly words: ScreensWords
  readonly onClose: () => void
}): ReactElement {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  // As they were when the dialog opened: what is typed is not overwritten.
  const [hours, setHours] = useState<readonly (DayHours | null)[]>(
    () => said.hours ?? Array.from({ length: 7 }, () => USUAL)
  )
  const [fault, setFault] = useState<FormFault | null>(null)
  const setDay = (day: number, one: DayHours | null): void =>
    setHours(hours.map((kept, at) => (at === day ? one : kept)))

  const send = async (wanted: readonly (DayHours | null)[] | null): Promise<void> => {
    const reply = await ask('screens:set-hours', [said.locationId, wanted])
    if (!reply.ok) return setFault(reply)
    await askAllAgain()
    onClose()
  }

  return (
    <form
      className="modal-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send(hours)
      }}
    >
      {said.isOwn || said.hours === null ? null : <p className="field-note">{words.hoursCova}</p>}
      <div className="week">
        <div className="week-day week-head" aria-hidden="true">
          <span>{words.day}</span>
          <span>{words.opens}</span>
          <span>{words.closes}</span>
        </div>
        {hours.map((day, at) => {
          const name = said.days[at] ?? ''
          const error = faultAt(fault, `hours.${at}`)
          return (
            <div className="week-day choices" key={name}>
              <Checkbox
                className="choice"
                isSelected={day !== null}
                onChange={(isOpen) => setDay(at, isOpen ? USUAL : null)}
              >
                <span className="box" aria-hidden="true" />
                <span>{words.open(name)}</span>
              </Checkbox>
              {day === null ? (
                <p className="week-closed">{words.closed}</p>
              ) : (
                <>
                  <TimeField
                    label={words.opensAt(name)}
                    value={day.opensAt}
                    faultId={error === null ? null : `week-fault-${at}`}
                    onChange={(opensAt) => setDay(at, { ...day, opensAt })}
                  />
                  <TimeField
                    label={words.closesAt(name)}
                    value={day.closesAt}
                    faultId={error === null ? null : `week-fault-${at}`}
                    onChange={(closesAt) => setDay(at, { ...day, closesAt })}
                  />
                  {error === null ? null : (
                    <p className="field-error" id={`week-fault-${at}`}>
                      {error}
                    </p>
                  )}
                </>
              )}
            </div>
          )
        })}
      </div>
      <Alert message={faultsElsewhere(fault, ['hours'])} />
      <div className="modal-end">
        <Action main type="submit">
          {words.saveHours}
        </Action>
        {said.isOwn ? <Action onPress={() => void send(null)}>{words.hoursOfCova}</Action> : null}
        <Action onPress={onClose}>{words.cancel}</Action>
      </div>
    </form>
  )
}

/** A time of the day, under its heading; what is wrong stands below the day. */
function TimeField({
  label,
  value,
  faultId,
  onChange
}: {
  readonly label: string
  readonly value: string
  readonly faultId: string | null
  readonly onChange: (value: string) => void
}): ReactElement {
  return (
    <TextField
      className="field"
      aria-label={label}
      value={value}
      onChange={onChange}
      isInvalid={faultId !== null}
      {...(faultId === null ? {} : { 'aria-describedby': faultId })}
      validationBehavior="aria"
    >
      <Input autoComplete="off" spellCheck={false} inputMode="numeric" />
    </TextField>
  )
}
