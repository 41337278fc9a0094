import { useState, type FormEvent, type ReactElement } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { StoreChoice } from '../../../shared/manager/stores.ts'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { faultAt, faultsElsewhere, type FormFault } from '../field-faults.ts'
import { useAskAllAgain, useSession } from '../session.tsx'
import { Choice } from './choice.tsx'
import type { ScreensWords } from './screens-words.ts'

/** Gives the browser that shows a code its name and its store. */
export function PairDialog({
  stores,
  locationId,
  address,
  isHere,
  words,
  onClose,
  onPaired
}: {
  readonly stores: readonly StoreChoice[]
  readonly locationId: number | null
  readonly address: string | null
  /** Only browsers of this machine reach it. */
  readonly isHere: boolean
  readonly words: ScreensWords
  readonly onClose: () => void
  readonly onPaired: (id: string, name: string) => void
}): ReactElement {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  // Until one is chosen it is the window's, which is known only once an engine runs.
  const [chosen, setChosen] = useState<number | null>(null)
  const store = chosen ?? locationId
  const [fault, setFault] = useState<FormFault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const errorOf = (field: string): string | null => faultAt(fault, field)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const reply = await ask('screens:pair', [code, { name, locationId: store }])
    setBusy(false)
    if (!reply.ok) return setFault(reply)
    await askAllAgain()
    onPaired(reply.answer, name.trim())
  }

  return (
    <ModalOverlay className="modal-ground" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog>
          <form className="modal-form" onSubmit={(event) => void send(event)}>
            <Heading slot="title">{words.pairTitle}</Heading>
            <p>{address === null ? words.pairNoAddress : words.pairSteps(address)}</p>
            {isHere ? <p className="field-note">{words.pairHere}</p> : null}
            <div className="pair-code-field">
              <LineField
                label={words.code}
                value={code}
                onChange={(typed) => setCode(typed.toUpperCase())}
                error={errorOf('code')}
                note={words.codeNote}
                validationBehavior="aria"
                maxLength={20}
                autoFocus
              />
            </div>
            <LineField
              label={words.name}
              value={name}
              onChange={setName}
              error={errorOf('name')}
              validationBehavior="aria"
              maxLength={60}
            />
            <Choice
              label={words.facts.store}
              value={store === null ? null : String(store)}
              options={stores.map((one) => ({ value: String(one.locationId), name: one.name, note: one.place }))}
              error={errorOf('locationId')}
              onChange={(id) => setChosen(Number(id))}
            />
            <Alert message={faultsElsewhere(fault, ['code', 'name', 'locationId'])} />
            <div className="modal-end">
              <Action main type="submit" isDisabled={isBusy}>
                {words.pairNow}
              </Action>
              <Action onPress={onClose}>{words.cancel}</Action>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
