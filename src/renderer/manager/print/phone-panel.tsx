import { useState, type ReactElement } from 'react'
import { Form } from 'react-aria-components'
import type { PhoneAddress, WrongAddress } from '../../../shared/manager/print.ts'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { useAskAllAgain, useSession } from '../session.tsx'
import { codePathOf, QUIET_MODULES } from './code-path.ts'
import type { PrintViewWords } from './print-words.ts'

/** The code for phones, or why no phone can open the board, and the address that a manager gives. */
export function PhonePanel({
  address,
  locationId,
  words
}: {
  readonly address: PhoneAddress | null
  readonly locationId: number | null
  readonly words: PrintViewWords
}): ReactElement {
  return (
    <section className="phones" aria-label={words.phones}>
      <h2>{words.phones}</h2>
      {address === null ? null : (
        <>
          {address.url === null || address.qrCode === null ? null : (
            <>
              <svg
                className="phone-code"
                viewBox={`0 0 ${address.qrCode.rows.length + 2 * QUIET_MODULES} ${address.qrCode.rows.length + 2 * QUIET_MODULES}`}
                role="img"
                aria-label={words.codeOpens(address.url)}
              >
                <path d={codePathOf(address.qrCode)} />
              </svg>
              <p className="phone-url">{address.url}</p>
            </>
          )}
          {address.url !== null && address.publicUrl === null ? <p>{words.sameNetwork}</p> : null}
          {address.others.length > 0 ? <p>{words.others(address.others.join(', '))}</p> : null}
          {address.noPhones === null ? null : <p className="no-phones">{words.noPhones[address.noPhones]}</p>}
          {address.url === null || locationId === null ? null : <RenewCodes locationId={locationId} words={words} />}
          <AddressForm publicUrl={address.publicUrl} words={words} />
        </>
      )}
    </section>
  )
}

/** Codes on the wall are read by anybody: a store makes them void, and prints others. Asked twice. */
function RenewCodes({
  locationId,
  words
}: {
  readonly locationId: number
  readonly words: PrintViewWords
}): ReactElement {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  const [step, setStep] = useState<'asked' | 'done' | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  async function renew(): Promise<void> {
    const reply = await ask('print:renew-codes', [locationId])
    setFailure(reply.ok ? null : reply.message)
    setStep(reply.ok ? 'done' : null)
    if (reply.ok) await askAllAgain()
  }

  return (
    <div className="phone-codes">
      {step === 'asked' ? (
        <>
          <p>{words.renewSure}</p>
          <div className="phone-actions">
            <Action autoFocus onPress={() => void renew()}>
              {words.renewNow}
            </Action>
            <Action onPress={() => setStep(null)}>{words.renewKeep}</Action>
          </div>
        </>
      ) : (
        <div className="phone-actions">
          <Action onPress={() => setStep('asked')}>{words.renew}</Action>
        </div>
      )}
      <p role="status">{step === 'done' ? words.renewed : null}</p>
      <Alert message={failure} />
    </div>
  )
}

/** Half-typed, it stays as it is whatever is asked again meanwhile. */
function AddressForm({
  publicUrl,
  words
}: {
  readonly publicUrl: string | null
  readonly words: PrintViewWords
}): ReactElement {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  const [typed, setTyped] = useState(publicUrl ?? '')
  const [wrong, setWrong] = useState<WrongAddress | null>(null)
  const [isKept, setKept] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function keep(address: string | null): Promise<void> {
    setKept(false)
    setFailure(null)
    const reply = await ask('print:keep-address', [address])
    if (!reply.ok) {
      setFailure(reply.message)
      return
    }
    setWrong(reply.answer.ok ? null : reply.answer.why)
    if (!reply.answer.ok) return
    setTyped((now) => (now === typed ? (address ?? '') : now))
    setKept(true)
    await askAllAgain()
  }

  return (
    <Form
      className="phone-address"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(typed)
      }}
    >
      <LineField
        label={words.address}
        note={words.addressNote}
        inputMode="url"
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setWrong(null)
          setKept(false)
        }}
        error={wrong === null ? null : words.wrong[wrong]}
      />
      <div className="phone-actions">
        <Action type="submit">{words.keepAddress}</Action>
        {publicUrl === null ? null : <Action onPress={() => void keep(null)}>{words.forgetAddress}</Action>}
      </div>
      <p role="status">{isKept ? words.kept : null}</p>
      <Alert message={failure} />
    </Form>
  )
}
