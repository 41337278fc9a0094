import { useState, type FormEvent, type ReactElement } from 'react'
import {
  Button,
  Disclosure,
  DisclosurePanel,
  FieldError,
  Heading,
  Input,
  Label,
  Text,
  TextArea,
  TextField
} from 'react-aria-components'
import type { CovaCredentials, CredentialField, SetupResult } from '../../shared/setup.ts'
import { Action } from '../form/form.tsx'
import { answerOf, failureOf, type SetupFailure } from './answer-of.ts'
import { FailureNote } from './failure-note.tsx'
import type { StepProps } from './first-run.tsx'
import { credentialsIn } from './pasted-credentials.ts'
import type { SetupWords } from './setup-words.ts'

const FIELDS: readonly { readonly name: CredentialField; readonly secret: boolean }[] = [
  { name: 'companyId', secret: false },
  { name: 'clientId', secret: false },
  { name: 'clientSecret', secret: true },
  { name: 'username', secret: false },
  { name: 'password', secret: true }
]

const BLANK: CovaCredentials = { companyId: '', clientId: '', clientSecret: '', username: '', password: '' }

/** Step 1: the demo store at once, or a connection to Cova: one paste and one click. */
export function SourceStep({ bridge, words, onState, onNotice }: StepProps): ReactElement {
  const [values, setValues] = useState<CovaCredentials>(BLANK)
  const [found, setFound] = useState<number | null>(null)
  const [isOneByOne, setOneByOne] = useState(false)
  const [busy, setBusy] = useState<'demo' | 'cova' | null>(null)
  const [failure, setFailure] = useState<SetupFailure | null>(null)

  const send = async (source: 'demo' | 'cova', call: () => Promise<SetupResult>): Promise<void> => {
    if (busy !== null) return
    setBusy(source)
    setFailure(null)
    const result = await answerOf(call)
    setBusy(null)
    if (result.ok) {
      if (result.notice !== undefined) onNotice(result.notice)
      return onState(result.state)
    }
    refuse(failureOf(result, words))
  }

  const refuse = (refusal: SetupFailure): void => {
    setFailure(refusal)
    if (refusal.field === null) return
    setOneByOne(true)
    // The field may be shown by this very refusal.
    setTimeout(() => document.querySelector<HTMLInputElement>(`input[name=${refusal.field}]`)?.focus(), 0)
  }

  const connect = (event: FormEvent): void => {
    event.preventDefault()
    const missing = FIELDS.find(({ name }) => values[name].trim() === '')
    if (missing !== undefined)
      return refuse({ field: missing.name, message: words.fieldMissing(words.fields[missing.name]), detail: null })
    const trimmed = { ...values, companyId: values.companyId.trim(), clientId: values.clientId.trim() }
    void send('cova', () => bridge.connect(trimmed))
  }

  const paste = (text: string): void => {
    const pasted = credentialsIn(text)
    const count = Object.keys(pasted).length
    setFound(text.trim() === '' ? null : count)
    setValues({ ...values, ...pasted })
    setFailure(null)
    if (count > 0 && count < FIELDS.length) setOneByOne(true)
  }

  return (
    <>
      <h1>{words.whereIsTheMenu}</h1>
      <FailureNote failure={failure !== null && failure.field === null ? failure : null} />
      <div className="setup-choices">
        <section className="setup-choice" aria-labelledby="demo-title">
          <h2 id="demo-title">{words.demo}</h2>
          <p>{words.demoNote}</p>
          <Action main isDisabled={busy !== null} onPress={() => void send('demo', bridge.useDemo)}>
            {busy === 'demo' ? words.openingDemo : words.useDemo}
          </Action>
        </section>
        <section className="setup-choice" aria-labelledby="cova-title">
          <h2 id="cova-title">{words.connect}</h2>
          <p>{words.connectNote}</p>
          <form onSubmit={connect} noValidate>
            <PasteField words={words} found={found} onPaste={paste} />
            <Disclosure className="disclosure setup-disclosure" isExpanded={isOneByOne} onExpandedChange={setOneByOne}>
              <Heading level={3}>
                <Button slot="trigger">{words.oneByOne}</Button>
              </Heading>
              <DisclosurePanel>
                {FIELDS.map(({ name, secret }) => (
                  <TextField
                    key={name}
                    name={name}
                    type={secret ? 'password' : 'text'}
                    className="field"
                    value={values[name]}
                    onChange={(value) => setValues({ ...values, [name]: value })}
                    isInvalid={failure?.field === name}
                    validationBehavior="aria"
                  >
                    <Label>{words.fields[name]}</Label>
                    <Input autoComplete="off" spellCheck={false} />
                    <FieldError className="field-error">{failure?.field === name ? failure.message : null}</FieldError>
                  </TextField>
                ))}
              </DisclosurePanel>
            </Disclosure>
            <Action main type="submit" isDisabled={busy !== null}>
              {busy === 'cova' ? words.connecting : words.connectAction}
            </Action>
          </form>
          <WhereFrom words={words} />
        </section>
      </div>
    </>
  )
}

function PasteField({
  words,
  found,
  onPaste
}: {
  readonly words: SetupWords
  readonly found: number | null
  readonly onPaste: (text: string) => void
}): ReactElement {
  return (
    <TextField className="field" onChange={onPaste}>
      <Label>{words.paste}</Label>
      <TextArea rows={5} autoComplete="off" spellCheck={false} />
      <Text slot="description" className="field-note">
        {words.pasteNote}
      </Text>
      <p className="setup-count" role="status">
        {found === null ? '' : found === FIELDS.length ? words.foundAll : words.found(found)}
      </p>
    </TextField>
  )
}

function WhereFrom({ words }: { readonly words: SetupWords }): ReactElement {
  return (
    <Disclosure className="disclosure setup-disclosure">
      <Heading level={3}>
        <Button slot="trigger">{words.whereFrom}</Button>
      </Heading>
      <DisclosurePanel>
        <ol>
          {words.whereFromSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  )
}
