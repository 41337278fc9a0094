import type { ReactElement } from 'react'
import type { SettingsNews } from '../../../shared/manager/settings.ts'
import { PickOne, Tick } from '../../form/choices.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { FormSection } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

const NONE = ''

/** Which market profile, what it does, and whether the store confirms it. */
export function MarketSection({ news }: { readonly news: SettingsNews }): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const market = 'market' in form.draft ? (form.draft.market ?? null) : news.settings.market
  const chosen = news.profiles.find(({ id }) => id === market?.profile) ?? null
  const options = [
    { id: NONE, name: words.noProfile },
    ...news.profiles.map(({ id, name, problem }) => ({ id, name, ...(problem === null ? {} : { note: problem }) })),
    ...(market !== null && chosen === null ? [{ id: market.profile, name: market.profile }] : [])
  ]
  return (
    <FormSection id="market" title={words.market} note={words.marketNote} form={form}>
      <PickOne
        label={news.names.labels.market}
        options={options}
        value={market?.profile ?? NONE}
        onPick={(profile) => form.edit({ market: profile === NONE ? null : { profile, confirmed: false } })}
        error={form.errorAt('market')}
      />
      {chosen === null ? null : (
        <div className="settings-profile">
          {chosen.problem === null ? <p>{chosen.status}</p> : <p className="alert">{chosen.problem}</p>}
          <ul>
            {chosen.rules.map(({ words: rule, source }) => (
              <li key={`${rule} ${source}`}>
                {rule} <small>{source}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {market === null ? null : (
        <div className="choices">
          <Tick
            isOn={market.confirmed}
            onTick={(confirmed) => form.edit({ market: { ...market, confirmed } })}
            note={words.confirmNote}
          >
            {words.confirm}
          </Tick>
        </div>
      )}
    </FormSection>
  )
}
