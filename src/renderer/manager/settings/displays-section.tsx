import type { ReactElement } from 'react'
import type { KnownDisplay } from '../../../shared/display-settings.ts'
import type { DisplayRow, SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import { PickOne, Tick } from '../../form/choices.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { FormSection, Section } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

const OWN = 'own'
const MODES = ['one-menu', 'first-only'] as const

/** What hangs on this machine: a board or none, which store, which screen's settings. */
export function DisplaysSection({
  news,
  choices
}: {
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement | null {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const rows = news.displays
  const typed = form.draft.displays
  if (rows.length === 0) {
    return (
      <Section id="displays" title={words.displays}>
        <p>{words.displaysBrowsers}</p>
      </Section>
    )
  }
  // The list that is sent has the rows of the page in its order, but for those that say nothing new.
  const entries = rows.map(({ entry }, index) => typedEntry(form.draft.displays?.known, rows, index) ?? entry)
  const edit = (index: number, change: Partial<KnownDisplay>): void => {
    const next = entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry))
    form.edit({ displays: { mode: typed?.mode ?? news.settings.displays.mode, known: next } })
  }
  return (
    <FormSection id="displays" title={words.displays} note={words.displaysNote} form={form}>
      <PickOne
        label={news.names.labels.displays}
        options={MODES.map((mode) => ({ id: mode, name: news.names.displayModes[mode] }))}
        value={typed?.mode ?? news.settings.displays.mode}
        onPick={(mode) =>
          form.edit({ displays: { mode: mode === 'first-only' ? 'first-only' : 'one-menu', known: entries } })
        }
        error={form.errorAt('displays.mode')}
      />
      {news.canStartAtBoot ? (
        <div className="choices">
          <Tick
            isOn={form.draft.startAtBoot ?? news.settings.startAtBoot}
            onTick={(startAtBoot) => form.edit({ startAtBoot })}
            note={words.startAtBootNote}
          >
            {news.names.labels.startAtBoot}
          </Tick>
        </div>
      ) : null}
      {rows.map((row, index) => {
        const entry = entries[index] ?? row.entry
        return (
          <fieldset key={`${row.words} ${row.entry.x} ${row.entry.y}`} className="settings-display">
            <legend>
              {row.words} <small>{stateOf(row, words)}</small>
            </legend>
            <Tick isOn={entry.board} onTick={(board) => edit(index, { board })}>
              {words.board(row.words)}
            </Tick>
            {entry.board ? (
              <div className="field-line">
                <PickOne
                  label={words.itsStore(row.words)}
                  options={[
                    { id: OWN, name: words.machineStore },
                    ...(choices?.stores ?? []).map(({ locationId, name, place }) => ({
                      id: String(locationId),
                      name,
                      note: place
                    }))
                  ]}
                  value={entry.locationId === null ? OWN : String(entry.locationId)}
                  onPick={(id) => edit(index, { locationId: id === OWN ? null : Number(id) })}
                  error={form.errorAt(`displays.known.${index}.locationId`)}
                />
                <PickOne
                  label={words.itsScreen(row.words)}
                  options={[
                    { id: OWN, name: words.asAll },
                    ...Object.keys(news.settings.screens).map((name) => ({ id: `screen ${name}`, name }))
                  ]}
                  value={entry.screen === null ? OWN : `screen ${entry.screen}`}
                  onPick={(id) => edit(index, { screen: id === OWN ? null : id.slice('screen '.length) })}
                  error={form.errorAt(`displays.known.${index}.screen`)}
                />
              </div>
            ) : null}
          </fieldset>
        )
      })}
    </FormSection>
  )
}

/** A draft has an entry for every row of the page it was typed on; rows that came since have their own. */
function typedEntry(
  known: readonly KnownDisplay[] | undefined,
  rows: readonly DisplayRow[],
  index: number
): KnownDisplay | null {
  const row = rows[index]
  if (known === undefined || row === undefined) return null
  const { label, x, y, width, height } = row.entry
  return (
    known.find(
      (one) => one.label === label && one.x === x && one.y === y && one.width === width && one.height === height
    ) ?? null
  )
}

function stateOf({ isConnected, isPrimary }: DisplayRow, words: (typeof SETTINGS_WORDS)['en']): string {
  if (!isConnected) return words.notConnected
  return isPrimary ? words.primary : words.connected
}
