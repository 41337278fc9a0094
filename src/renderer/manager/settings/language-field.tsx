import { useState, type ReactElement } from 'react'
import type { SettingsNews } from '../../../shared/manager/settings.ts'
import { PickOne } from '../../form/choices.tsx'
import { LineField } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { LISTED_LANGUAGES, SETTINGS_WORDS } from '../words/settings-words.ts'
import type { SettingsForm } from './settings-form.ts'
import { textOrNull } from './typed.ts'

const AS_IN_COUNTRY = ''
const ANOTHER = 'another'

/** One of the languages that the words are there in. A tag that is none of them is typed, where one is stored. */
export function LanguageField({
  news,
  form
}: {
  readonly news: SettingsNews
  readonly form: SettingsForm
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const label = news.names.labels.language
  const stored = news.settings.language
  const [wasTyped, setWasTyped] = useState(false)
  const { language: now } = { ...news.settings, ...form.draft }
  const tag = now ?? AS_IN_COUNTRY
  const isTyped = !isListed(stored) && (wasTyped || !isListed(now))
  const error = form.errorAt('language')
  const pick = (id: string): void => {
    setWasTyped(id === ANOTHER)
    form.edit({ language: id === ANOTHER ? stored : textOrNull(id) })
  }
  return (
    <>
      <PickOne
        label={label}
        options={[
          { id: AS_IN_COUNTRY, name: words.asInCountry },
          ...LISTED_LANGUAGES.map((id) => ({ id, name: words.languages[id] })),
          ...(isListed(stored) ? [] : [{ id: ANOTHER, name: words.anotherLanguage }])
        ]}
        value={isTyped ? ANOTHER : tag}
        onPick={pick}
        error={isTyped ? null : error}
      />
      {isTyped ? (
        <LineField
          label={words.languageTag}
          note={words.languageNote}
          value={tag}
          onChange={(text) => {
            setWasTyped(true)
            form.edit({ language: textOrNull(text) })
          }}
          error={error}
        />
      ) : null}
    </>
  )
}

function isListed(tag: string | null | undefined): boolean {
  return tag == null || LISTED_LANGUAGES.some((one) => one === tag)
}
