import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import type { GateState, Opened, PinRefusal } from '../../shared/manager/gate.ts'
import type { ManagerReply } from '../../shared/manager/manager-channels.ts'
import { Action, Alert, LineField } from '../form/form.tsx'
import type { ShellWords } from './words/shell-words.ts'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

interface GateProps {
  readonly state: GateState
  readonly words: ShellWords
  readonly onUnlock: (pin: string) => Promise<ManagerReply<Opened>>
  readonly onChoose: (pin: string) => Promise<ManagerReply<Opened>>
  /** A wait is over. */
  readonly onWaited: () => void
}

/** Stands before the window: the PIN, or the choice of the first one. */
export function GateView(props: GateProps): ReactElement {
  const { state, words } = props
  return (
    <main className="gate">
      <p className="gate-brand">Topshelf</p>
      {state.kind === 'no-pin' && state.mayChoose ? <ChoosePin {...props} /> : null}
      {state.kind === 'no-pin' && !state.mayChoose ? <p className="gate-note">{words.choosePinElsewhere}</p> : null}
      {state.kind === 'damaged' ? <Alert message={words.damaged} /> : null}
      {state.kind === 'locked' ? <EnterPin {...props} state={state} /> : null}
    </main>
  )
}

function EnterPin({
  state,
  words,
  onUnlock,
  onWaited
}: GateProps & { readonly state: GateState & { readonly kind: 'locked' } }): ReactElement {
  const [pin, setPin] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const waits = state.waitSeconds > 0

  useEffect(() => {
    if (!waits) return
    // The host says when: its clock counts, and this page only asks again.
    const timer = setInterval(onWaited, 1000)
    return () => clearInterval(timer)
  }, [waits, onWaited])

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy || waits || pin === '') return
    setBusy(true)
    const reply = await onUnlock(pin)
    setBusy(false)
    setPin('')
    setRefusal(refusalOf(reply, words))
  }

  return (
    <form className="gate-form" onSubmit={(event) => void send(event)}>
      <h1>{words.enterPin}</h1>
      <PinField
        label={words.pin}
        pin={pin}
        onPin={setPin}
        error={waits ? words.wait(state.waitSeconds) : refusal}
        note={refusal === null || waits ? null : words.attemptsLeft(state.attemptsLeft)}
        isFirst
      />
      <Keypad words={words} onDigit={(digit) => setPin(pin + digit)} onErase={() => setPin(pin.slice(0, -1))} />
      <Action main type="submit" isDisabled={busy || waits}>
        {busy ? words.opening : words.open}
      </Action>
      <p className="gate-note">{words.forgotten}</p>
    </form>
  )
}

function ChoosePin({ words, onChoose }: GateProps): ReactElement {
  const [pins, setPins] = useState({ first: '', second: '' })
  const [at, setAt] = useState<'first' | 'second'>('first')
  const [refusal, setRefusal] = useState<{ readonly field: 'first' | 'second'; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (pins.second !== pins.first) return setRefusal({ field: 'second', message: words.pinsDiffer })
    setBusy(true)
    const reply = await onChoose(pins.first)
    setBusy(false)
    const message = refusalOf(reply, words)
    setRefusal(message === null ? null : { field: 'first', message })
  }
  const errorOf = (field: 'first' | 'second'): string | null => (refusal?.field === field ? refusal.message : null)

  return (
    <form className="gate-form" onSubmit={(event) => void send(event)}>
      <h1>{words.choosePin}</h1>
      <p className="gate-note">{words.choosePinNote}</p>
      <PinField
        label={words.pin}
        pin={pins.first}
        onPin={(first) => setPins({ ...pins, first })}
        onFocus={() => setAt('first')}
        error={errorOf('first')}
        note={null}
        isFirst
      />
      <PinField
        label={words.pinAgain}
        pin={pins.second}
        onPin={(second) => setPins({ ...pins, second })}
        onFocus={() => setAt('second')}
        error={errorOf('second')}
        note={null}
      />
      <Keypad
        words={words}
        onDigit={(digit) => setPins({ ...pins, [at]: pins[at] + digit })}
        onErase={() => setPins({ ...pins, [at]: pins[at].slice(0, -1) })}
      />
      <Action main type="submit" isDisabled={busy}>
        {words.keepPin}
      </Action>
    </form>
  )
}

function PinField({
  label,
  pin,
  onPin,
  error,
  note,
  isFirst = false,
  onFocus
}: {
  readonly label: string
  readonly pin: string
  readonly onPin: (pin: string) => void
  readonly error: string | null
  readonly note: string | null
  readonly isFirst?: boolean
  readonly onFocus?: () => void
}): ReactElement {
  return (
    <LineField
      label={label}
      type="password"
      inputMode="numeric"
      value={pin}
      onChange={onPin}
      {...(onFocus === undefined ? {} : { onFocus })}
      error={error}
      note={note}
      // There is nothing else to do here.
      autoFocus={isFirst}
      validationBehavior="aria"
      maxLength={12}
    />
  )
}

/** For a touch screen without a keyboard. */
function Keypad({
  words,
  onDigit,
  onErase
}: {
  readonly words: ShellWords
  readonly onDigit: (digit: string) => void
  readonly onErase: () => void
}): ReactElement {
  return (
    <div className="keypad">
      {DIGITS.map((digit) => (
        <Button key={digit} className="action" aria-label={words.digit(digit)} onPress={() => onDigit(digit)}>
          {digit}
        </Button>
      ))}
      <Button className="action erase" onPress={onErase}>
        {words.erase}
      </Button>
    </div>
  )
}

function refusalOf(reply: ManagerReply<Opened>, words: ShellWords): string | null {
  if (!reply.ok) return reply.message
  if (reply.answer.ok) return null
  const why: PinRefusal = reply.answer.why
  return words.pinRefusals[why]
}
