import { useState, type FormEvent, type ReactElement } from 'react'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { ACCESS_WORDS } from '../words/access-words.ts'
import { SHELL_WORDS } from '../words/shell-words.ts'
import { Section } from './section.tsx'

type PinField = 'current' | 'next' | 'again'
const NO_PINS: Readonly<Record<PinField, string>> = { current: '', next: '', again: '' }

/** Who may open this window, and whose data the boards show. */
export function AccessSection(): ReactElement {
  const { language } = useSession()
  const words = ACCESS_WORDS[language]
  return (
    <Section id="access" title={words.title}>
      <ChangePin />
      <ConnectAnew />
    </Section>
  )
}

function ChangePin(): ReactElement {
  const { language, ask } = useSession()
  const words = ACCESS_WORDS[language]
  const shell = SHELL_WORDS[language]
  const [pins, setPins] = useState(NO_PINS)
  const [refusal, setRefusal] = useState<{ readonly field: PinField; readonly message: string } | null>(null)
  const [isChanged, setChanged] = useState(false)
  const [busy, setBusy] = useState(false)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setChanged(false)
    if (pins.again !== pins.next) return setRefusal({ field: 'again', message: shell.pinsDiffer })
    setBusy(true)
    const reply = await ask('session:change-pin', [pins.current, pins.next])
    setBusy(false)
    if (!reply.ok) return setRefusal({ field: 'current', message: reply.message })
    if (reply.answer.ok) {
      setPins(NO_PINS)
      setRefusal(null)
      setChanged(true)
      return
    }
    const { why } = reply.answer
    const isOfNew = why === 'digits' || why === 'easy' || why === 'unwritable'
    setRefusal({ field: isOfNew ? 'next' : 'current', message: shell.pinRefusals[why] })
  }

  const field = (name: PinField, label: string): ReactElement => (
    <LineField
      label={label}
      type="password"
      inputMode="numeric"
      maxLength={12}
      value={pins[name]}
      onChange={(value) => setPins({ ...pins, [name]: value })}
      error={refusal?.field === name ? refusal.message : null}
      validationBehavior="aria"
    />
  )
  return (
    <form className="settings-form" onSubmit={(event) => void send(event)}>
      <h3>{words.changePin}</h3>
      {field('current', words.currentPin)}
      {field('next', words.newPin)}
      {field('again', words.newPinAgain)}
      <Action type="submit" isDisabled={busy}>
        {words.change}
      </Action>
      <p role="status">{isChanged ? words.changed : ''}</p>
    </form>
  )
}

function ConnectAnew(): ReactElement {
  const { language, ask } = useSession()
  const words = ACCESS_WORDS[language]
  const [told, setTold] = useState<string | null>(null)

  const open = async (): Promise<void> => {
    const reply = await ask('setup:again', [])
    if (!reply.ok) return setTold(reply.message)
    switch (reply.answer.kind) {
      case 'window':
        return
      case 'page':
        return window.location.assign(reply.answer.path)
      case 'given':
        return setTold(words.given)
    }
  }

  return (
    <div className="settings-form">
      <h3>{words.setUpAgain}</h3>
      <p className="field-note">{words.setUpAgainNote}</p>
      <Action onPress={() => void open()}>{words.openSetUp}</Action>
      <Alert message={told} />
    </div>
  )
}
