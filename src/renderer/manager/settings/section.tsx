import type { FormEvent, ReactElement, ReactNode } from 'react'
import { Action, Alert } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
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
    <section className="part" aria-labelledby={`part-${id}`}>
      <div>
        <h2 id={`part-${id}`}>{title}</h2>
        {note === null ? null : <p className="part-note">{note}</p>}
      </div>
      <div className="part-body">{children}</div>
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
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.save()
  }
  return (
    <Section {...section}>
      <form onSubmit={submit} className="part-form" noValidate>
        {children}
        <div className="part-actions">
          <Action main type="submit" isDisabled={!form.isChanged || form.isSaving}>
            {form.isSaving ? words.saving : words.save(section.title)}
          </Action>
          {form.isChanged ? <Action onPress={form.forget}>{words.forget}</Action> : null}
        </div>
        <Outcome form={form} />
      </form>
    </Section>
  )
}

/** What a save did, or why it did nothing; read out. */
export function Outcome({ form }: { readonly form: SettingsForm }): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  return (
    <>
      <Alert message={form.error} />
      <div role="status" className="part-saved">
        {form.saved === null ? null : form.saved.length === 0 ? (
          words.nothingChanged
        ) : (
          <>
            <p>{words.saved}</p>
            <Differences changes={form.saved} />
          </>
        )}
      </div>
    </>
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
    <dl className="differences">
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
