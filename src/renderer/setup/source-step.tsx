import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { CovaCredentials, CredentialField, SetupResult, SetupState } from '../../shared/setup.ts'
import { credentialsIn } from './pasted-credentials.ts'

const FIELDS: readonly { readonly name: CredentialField; readonly label: string; readonly secret: boolean }[] = [
  { name: 'companyId', label: 'Company ID', secret: false },
  { name: 'clientId', label: 'Client ID', secret: false },
  { name: 'clientSecret', label: 'Client secret', secret: true },
  { name: 'username', label: 'Username', secret: false },
  { name: 'password', label: 'Password', secret: true }
]

const BLANK: CovaCredentials = { companyId: '', clientId: '', clientSecret: '', username: '', password: '' }

type Failure = { readonly field: CredentialField | null; readonly message: string }

/** Step 1: the demo store at once, or a connection to Cova. */
export function SourceStep({
  bridge,
  onState
}: {
  readonly bridge: TopshelfBridge
  readonly onState: (state: SetupState) => void
}): ReactElement {
  const [values, setValues] = useState<CovaCredentials>(BLANK)
  const [busy, setBusy] = useState<'demo' | 'cova' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useRef<HTMLFormElement>(null)

  const send = async (source: 'demo' | 'cova', call: () => Promise<SetupResult>): Promise<void> => {
    if (busy !== null) return
    setBusy(source)
    setFailure(null)
    const result = await call().catch((): SetupResult => ({
      ok: false,
      field: null,
      message: 'Topshelf does not answer. Try again.'
    }))
    setBusy(null)
    if (result.ok) return onState(result.state)
    setFailure({ field: result.field, message: result.message })
    if (result.field !== null) focusField(form.current, result.field)
  }

  const connect = (event: FormEvent) => {
    event.preventDefault()
    const missing = FIELDS.find(({ name }) => values[name].trim() === '')
    if (missing !== undefined) {
      setFailure({ field: missing.name, message: `${missing.label} is missing.` })
      return focusField(form.current, missing.name)
    }
    const trimmed = { ...values, companyId: values.companyId.trim(), clientId: values.clientId.trim() }
    void send('cova', () => bridge.connect(trimmed))
  }

  const fail = failure !== null && failure.field === null ? failure : null
  return (
    <>
      <h1>Where is your menu?</h1>
      {fail === null ? null : (
        <p className="setup-alert" role="alert">
          {fail.message}
        </p>
      )}
      <div className="setup-choices">
        <section className="setup-choice" aria-labelledby="demo-title">
          <h2 id="demo-title">Demo store</h2>
          <p>
            A made-up store with four locations, hundreds of products and prices that change while you watch. Nothing to
            fill in.
          </p>
          <button
            type="button"
            className="main"
            disabled={busy !== null}
            onClick={() => void send('demo', bridge.useDemo)}
          >
            {busy === 'demo' ? 'Opening the demo store' : 'Use the demo store'}
          </button>
        </section>
        <section className="setup-choice" aria-labelledby="cova-title">
          <h2 id="cova-title">Connect to Cova</h2>
          <p>The five values Cova gave you for its API. They stay on this machine.</p>
          <form ref={form} onSubmit={connect} noValidate>
            {FIELDS.map(({ name, label, secret }) => {
              const failed = failure?.field === name ? failure : null
              return (
                <div className="setup-field" key={name}>
                  <label htmlFor={name}>{label}</label>
                  <input
                    id={name}
                    name={name}
                    type={secret ? 'password' : 'text'}
                    value={values[name]}
                    autoComplete="off"
                    spellCheck={false}
                    aria-invalid={failed !== null}
                    aria-describedby={failed === null ? undefined : `${name}-error`}
                    onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                  />
                  {failed === null ? null : (
                    <p className="setup-error" id={`${name}-error`} role="alert">
                      {failed.message}
                    </p>
                  )}
                </div>
              )
            })}
            <PasteAll onFound={(found) => setValues({ ...values, ...found })} />
            <button type="submit" className="main" disabled={busy !== null}>
              {busy === 'cova' ? 'Connecting' : 'Connect to Cova'}
            </button>
          </form>
        </section>
      </div>
    </>
  )
}

function PasteAll({ onFound }: { readonly onFound: (found: Partial<CovaCredentials>) => void }): ReactElement {
  const [told, setTold] = useState('')
  return (
    <details className="setup-paste">
      <summary>Paste all five at once</summary>
      <label htmlFor="paste">One to a line, such as “Client ID: abc”</label>
      <textarea
        id="paste"
        rows={3}
        spellCheck={false}
        value=""
        onChange={(event) => {
          const found = credentialsIn(event.target.value)
          const count = Object.keys(found).length
          setTold(count === 0 ? 'No field was found in that text.' : `Filled in ${count} of 5.`)
          onFound(found)
        }}
      />
      <p role="status">{told}</p>
    </details>
  )
}

function focusField(form: HTMLFormElement | null, field: CredentialField): void {
  const input = form?.elements.namedItem(field)
  if (input instanceof HTMLElement) input.focus()
}
