import type { ReactElement } from 'react'
import type { SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import { PickOne } from '../../form/choices.tsx'
import { LineField } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { FormSection } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'
import { textOrNull } from './typed.ts'

const AS_COVA = ''

/** Time zone and currency of each store, where Cova's answer is not to be taken. */
export function PlacesSection({
  news,
  choices
}: {
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const { labels, currencies } = news.names
  const zones: Readonly<Record<string, string | null>> = {
    ...news.settings.timeZoneOverrides,
    ...form.draft.timeZoneOverrides
  }
  const moneys: Readonly<Record<string, string | null>> = {
    ...news.settings.currencyOverrides,
    ...form.draft.currencyOverrides
  }
  return (
    <FormSection id="places" title={words.places} note={words.placesNote} form={form}>
      <datalist id="time-zones">
        {news.timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {choices === null ? <p>{words.noChoices}</p> : null}
      {(choices?.stores ?? []).map(({ locationId, name, timeZone, currency }) => (
        <fieldset key={locationId} className="settings-display">
          <legend>{name}</legend>
          <div className="field-line settings-top">
            <LineField
              label={labels.timeZoneOverrides}
              note={timeZone === null ? words.asCovaSays : words.zoneByCova(timeZone)}
              value={zones[locationId] ?? ''}
              onChange={(text) =>
                form.edit({ timeZoneOverrides: { ...form.draft.timeZoneOverrides, [locationId]: textOrNull(text) } })
              }
              error={form.errorAt(`timeZoneOverrides.${locationId}`)}
            />
            <PickOne
              label={labels.currencyOverrides}
              note={currency === null ? null : currencies[currency]}
              options={[
                { id: AS_COVA, name: words.asCovaSays },
                { id: 'CAD', name: currencies.CAD },
                { id: 'USD', name: currencies.USD }
              ]}
              value={moneys[locationId] ?? AS_COVA}
              onPick={(id) =>
                form.edit({ currencyOverrides: { ...form.draft.currencyOverrides, [locationId]: textOrNull(id) } })
              }
              error={form.errorAt(`currencyOverrides.${locationId}`)}
            />
          </div>
        </fieldset>
      ))}
    </FormSection>
  )
}
