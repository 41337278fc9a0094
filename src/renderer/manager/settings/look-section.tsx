import type { ReactElement } from 'react'
import type { SettingsNews } from '../../../shared/manager/settings.ts'
import { PickOne } from '../../form/choices.tsx'
import { LineField } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { LanguageField } from './language-field.tsx'
import { NumberLine } from '../../form/number-line.tsx'
import { textOrNull } from './typed.ts'
import { FormSection } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

const WRITTEN = ''

/** Language, staleness, the store's colour and logo. */
export function LookSection({ news }: { readonly news: SettingsNews }): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const { labels } = news.names
  const now = { ...news.settings, ...form.draft }
  return (
    <FormSection id="look" title={words.look} form={form}>
      <LanguageField news={news} form={form} />
      <NumberLine
        label={labels.staleAfterMinutes}
        note={words.staleNote}
        value={now.staleAfterMinutes ?? ''}
        right={news.names.numbers.staleAfterMinutes}
        onType={(staleAfterMinutes) => form.edit({ staleAfterMinutes })}
        error={form.errorAt('staleAfterMinutes')}
      >
        {words.minutes}
      </NumberLine>
      <NumberLine
        label={labels.askPriceAfterHours}
        note={words.askNote}
        value={now.askPriceAfterHours ?? ''}
        right={news.names.numbers.askPriceAfterHours}
        onType={(askPriceAfterHours) => form.edit({ askPriceAfterHours })}
        error={form.errorAt('askPriceAfterHours')}
      >
        {words.hours}
      </NumberLine>
      <LineField
        label={labels.storeColour}
        note={words.colourNote}
        value={now.storeColour ?? ''}
        onChange={(text) => form.edit({ storeColour: textOrNull(text) })}
        error={form.errorAt('storeColour')}
      >
        <Swatch colour={now.storeColour ?? null} />
      </LineField>
      <PickOne
        label={labels.storeLogo}
        note={words.logoNote(news.dataDir)}
        options={[
          { id: WRITTEN, name: words.nameWritten },
          ...[...new Set([...news.logos, ...(now.storeLogo == null ? [] : [now.storeLogo])])].map((name) => ({
            id: name,
            name
          }))
        ]}
        value={now.storeLogo ?? WRITTEN}
        onPick={(name) => form.edit({ storeLogo: textOrNull(name) })}
        error={form.errorAt('storeLogo')}
      />
    </FormSection>
  )
}

function Swatch({ colour }: { readonly colour: string | null }): ReactElement | null {
  if (colour === null || !/^#[0-9a-f]{6}$/i.test(colour)) return null
  return (
    <svg className="settings-swatch" viewBox="0 0 1 1" aria-hidden="true">
      <rect width="1" height="1" fill={colour} />
    </svg>
  )
}
