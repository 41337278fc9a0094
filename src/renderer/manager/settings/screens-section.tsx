import { useState, type ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import { Action, LineField } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { ScreenForm } from './screen-form.tsx'
import { Outcome, Section } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

/** Screens by name: added, changed, renamed, removed. */
export function ScreensSection({
  news,
  choices
}: {
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const names = Object.keys(news.settings.screens)
  const add = async (): Promise<void> => {
    const taken = await form.save({ screens: { [name.trim()]: {} } })
    if (taken) setName((now) => (now === name ? '' : now))
  }
  return (
    <Section id="screens" title={words.screens} note={words.screensNote}>
      {names.map((one) => (
        <Disclosure key={one} className="disclosure">
          <Heading level={3}>
            <Button slot="trigger">{one}</Button>
          </Heading>
          <DisclosurePanel>
            <ScreenForm name={one} news={news} choices={choices} />
          </DisclosurePanel>
        </Disclosure>
      ))}
      <form
        className="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setError(null)
          void add()
        }}
      >
        <LineField label={words.addScreen} value={name} onChange={setName} error={error ?? form.errorAt('screens')}>
          <Action type="submit" isDisabled={name.trim() === '' || form.isSaving}>
            {words.add}
          </Action>
        </LineField>
        <Outcome form={form} />
      </form>
    </Section>
  )
}
