import { useEffect, useRef, type FormEvent, type ReactElement, type ReactNode } from 'react'
import { Action, Alert } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { afterDrawing, goToFault } from '../go-to-fault.ts'
import type { SettingsForm } from './settings-form.ts'

/** A part of the settings with its heading at the left. */
export function Section({
  id,
  title,
  note = null,
  children
}: {
  readonly id: string
  readonly title: string
  readonly note?: string | null
  readonly children: ReactNode
}): ReactElement {
  return (
    <section className="settings-part" aria-labelledby={`part-${id}`}>
      <div>
        <h2 id={`part-${id}`}>{title}</h2>
        {note === null ? null : <p className="settings-note">{note}</p>}
      </div>
      <div className="settings-body">{children}</div>
    </section>
  )
}

/** A section that is typed and saved as one, by its button or Enter. */
export function FormSection({
  form,
  children,
  ...section
}: {
  readonly id: string
  readonly title: string
  readonly note?: string | null
  readonly form: SettingsForm
  readonly children: ReactNode
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const here = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.save().then((isTaken) => {
      // Once what is wrong is on the page.
      if (!isTaken) afterDrawing(() => goToFault(here.current))
    })
  }
  return (
    <Section {...section}>
      <form ref={here} onSubmit={submit} className="settings-form" noValidate>
        {children}
        <div className="form-actions">
          <Action main type="submit" isDisabled={!form.isChanged || form.isSaving}>
            {form.isSaving ? words.saving : words.save(section.title)}
          </Action>
          {form.isChanged ? <Action onPress={form.forget}>{words.forget}</Action> : null}
          <Outcome form={form} />
        </div>
      </form>
    </Section>
  )
}

/** What a save did, or why it did nothing; read out, and beside the button that did it. */
export function Outcome({ form }: { readonly form: SettingsForm }): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const here = useRef<HTMLDivElement>(null)
  const { saved, error } = form
  useEffect(() => {
    if (saved !== null || error !== null) here.current?.scrollIntoView({ block: 'nearest' })
  }, [saved, error])
  return (
    <div ref={here} className="settings-outcome">
      <Alert message={error} />
      <div role="status" className="settings-saved">
        {saved === null ? null : saved.length === 0 ? (
          words.nothingChanged
        ) : (
          <>
            <p>{words.saved}</p>
            <Differences changes={saved} />
          </>
        )}
      </div>
    </div>
  )
}

export function Differences({
  changes
}: {
  readonly changes: readonly {
    readonly field: string
    readonly label: string
    readonly before: string
    readonly after: string
  }[]
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  return (
    <dl className="settings-differences">
      {changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            <s aria-label={words.before(before)}>{before}</s> <b>{after}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
