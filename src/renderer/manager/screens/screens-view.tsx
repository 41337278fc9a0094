import { useState, type ReactElement } from 'react'
import { Action, Alert } from '../../form/form.tsx'
import { amend } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'
import { HoursDialog } from './hours-dialog.tsx'
import { NetworkDialog } from './network-dialog.tsx'
import { NETWORK_WORDS } from './network-words.ts'
import { PairDialog } from './pair-dialog.tsx'
import type { ScreenDraft } from './screen-draft.ts'
import { ScreenPanel } from './screen-panel.tsx'
import './screens.css'
import { SCREENS_WORDS } from './screens-words.ts'
import { Wall } from './wall.tsx'

const LIST_EVERY_MS = 2500

/** Every screen as it is now, and all of the one that is chosen. */
export default function ScreensView({ route, locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  const words = SCREENS_WORDS[language]
  const { answer, refusal } = useAnswer('screens:list', [], { everyMs: LIST_EVERY_MS })
  const stores = useAnswer('stores:list', [], { everyMs: LIST_EVERY_MS }).answer?.stores ?? []
  const [drafts, setDrafts] = useState<Readonly<Record<string, ScreenDraft>>>({})
  const [dialog, setDialog] = useState<'pair' | 'hours' | 'network' | null>(null)
  /** The screen that was paired last, until it shows its board. */
  const [paired, setPaired] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const screens = answer?.screens ?? []
  if (paired !== null && screens.some(({ id, facts }) => id === paired.id && facts !== null)) setPaired(null)
  const chosen = screens.find(({ id }) => id === route.params['which']) ?? null
  const storeName = stores.find((store) => store.locationId === locationId)?.name ?? ''

  const keepDraft = (id: string, next: (now: ScreenDraft | null) => ScreenDraft | null): void =>
    setDrafts(({ [id]: before, ...others }) => {
      const draft = next(before ?? null)
      return draft === null ? others : { ...others, [id]: draft }
    })

  return (
    <div className="with-reasons">
      <main className="stage screens">
        <h1>{SHELL_WORDS[language].views.screens}</h1>
        <p className="lead" role="status">
          {answer === null
            ? ''
            : screens.length === 0
              ? words.none
              : words.count(
                  screens.length,
                  screens.filter(({ isOn }) => !isOn).length,
                  screens.filter(({ problems }) => problems.length > 0).length
                )}
        </p>
        <Alert message={refusal?.message ?? answer?.problem ?? null} />
        {screens.length === 0 ? null : (
          <Wall
            screens={screens}
            chosen={chosen?.id ?? null}
            words={words}
            onChoose={(id) => amend(route, { which: id })}
          />
        )}
        <div className="screens-actions">
          <Action main onPress={() => setDialog('pair')}>
            {words.pair}
          </Action>
          <Action onPress={() => setDialog('network')}>{NETWORK_WORDS[language].open}</Action>
          {locationId === null ? null : <Action onPress={() => setDialog('hours')}>{words.hours}</Action>}
          <p className="screen-said" role="status">
            {paired === null ? '' : words.pairedNow(paired.name)}
          </p>
        </div>
      </main>
      {chosen === null ? (
        <aside className="reasons" aria-label={words.wall}>
          <p className="field-note">{words.choose}</p>
        </aside>
      ) : (
        <ScreenPanel
          key={chosen.id}
          screen={chosen}
          draft={drafts[chosen.id] ?? null}
          stores={stores}
          words={words}
          onDraft={(next) => keepDraft(chosen.id, next)}
        />
      )}
      {dialog === 'pair' ? (
        <PairDialog
          stores={stores}
          locationId={locationId}
          address={answer?.pairingAddress ?? null}
          isHere={answer?.isPairingHere ?? false}
          words={words}
          onClose={() => setDialog(null)}
          onPaired={(id, name) => {
            setDialog(null)
            setPaired({ id, name })
            amend(route, { which: id })
          }}
        />
      ) : null}
      {dialog === 'network' ? <NetworkDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'hours' && locationId !== null ? (
        <HoursDialog locationId={locationId} storeName={storeName} words={words} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  )
}
