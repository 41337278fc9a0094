import { useState, type ReactElement } from 'react'
import type { SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import { PickOne, PickSome, Tick } from '../../form/choices.tsx'
import { Action, Alert } from '../../form/form.tsx'
import { useAskAllAgain, useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { FormSection, Section } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

/** Which stores are served, by province or state and one by one; and which of them this machine shows. */
export function StoresSection({
  news,
  choices
}: {
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const { labels } = news.names
  const markets = 'markets' in form.draft ? (form.draft.markets ?? null) : news.settings.markets
  const served =
    'restrictToLocationIds' in form.draft
      ? (form.draft.restrictToLocationIds ?? null)
      : news.settings.restrictToLocationIds
  // Where all screens are browsers, each has a store of its own, and this machine none.
  const hasStore = news.settings.locationId !== null || news.displays.some(({ isConnected }) => isConnected)
  if (choices === null)
    return (
      <Section id="stores" title={words.stores} note={words.storesNote}>
        <p>{words.noChoices}</p>
      </Section>
    )
  return (
    <FormSection id="stores" title={words.stores} note={words.storesNote} form={form}>
      <div role="group" aria-label={labels.markets} className="choices">
        <Tick isOn={markets === null} onTick={(isOn) => form.edit({ markets: isOn ? null : [] })}>
          {words.everyMarket}
        </Tick>
        {markets === null ? null : (
          <div className="inner">
            <PickSome
              label={words.someMarkets}
              options={choices.markets.map(({ market, name, stores }) => ({
                id: market,
                name,
                note: words.storesIn(stores)
              }))}
              chosen={markets}
              onPick={(chosen) => form.edit({ markets: chosen })}
              error={form.errorAt('markets')}
            />
          </div>
        )}
      </div>
      {markets === null && form.errorAt('markets') !== null ? <Alert message={form.errorAt('markets')} /> : null}
      <div role="group" aria-label={labels.restrictToLocationIds} className="choices">
        <Tick isOn={served === null} onTick={(isOn) => form.edit({ restrictToLocationIds: isOn ? null : [] })}>
          {words.everyStore}
        </Tick>
        {served === null ? null : (
          <div className="inner">
            <PickSome
              label={words.someStores}
              options={choices.stores.map(({ locationId, name, place }) => ({
                id: String(locationId),
                name,
                note: place
              }))}
              chosen={served.map(String)}
              onPick={(chosen) => form.edit({ restrictToLocationIds: chosen.map(Number) })}
              error={form.errorAt('restrictToLocationIds')}
            />
          </div>
        )}
      </div>
      {hasStore ? <ShownStore news={news} choices={choices} /> : null}
    </FormSection>
  )
}

/** The store of this machine's own screens; taken at once. */
function ShownStore({
  news,
  choices
}: {
  readonly news: SettingsNews
  readonly choices: SettingsChoices
}): ReactElement {
  const { language, ask } = useSession()
  const words = SETTINGS_WORDS[language]
  const askAllAgain = useAskAllAgain()
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const shown = news.settings.locationId === null ? '' : String(news.settings.locationId)
  const show = async (): Promise<void> => {
    const reply = await ask('settings:show-store', [Number(chosen ?? shown)])
    setError(reply.ok ? null : reply.message)
    if (reply.ok) setChosen((now) => (now === chosen ? null : now))
    await askAllAgain()
  }
  return (
    <div className="field-line settings-end">
      <PickOne
        label={words.thisMachine}
        options={choices.stores.map(({ locationId, name, place }) => ({ id: String(locationId), name, note: place }))}
        value={chosen ?? shown}
        onPick={setChosen}
        error={error}
      />
      {chosen === null || chosen === shown ? null : <Action onPress={() => void show()}>{words.show}</Action>}
    </div>
  )
}
