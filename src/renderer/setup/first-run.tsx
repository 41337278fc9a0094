import { type ReactElement, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { SetupNotice, SetupState } from '../../shared/setup.ts'
import { FinishStep } from './finish-step.tsx'
import { LocationStep } from './location-step.tsx'
import '../form/form.css'
import './setup.css'
import { setupWordsOf, type SetupWords } from './setup-words.ts'
import { SourceStep } from './source-step.tsx'
import { SyncStep } from './sync-step.tsx'

interface FirstRunProps {
  readonly bridge: TopshelfBridge
  readonly state: Exclude<SetupState, { phase: 'ready' | 'elsewhere' }>
  readonly onState: (state: SetupState) => void
}

export interface StepProps {
  readonly bridge: TopshelfBridge
  readonly words: SetupWords
  readonly onState: (state: SetupState) => void
  /** To be known on the steps that follow. */
  readonly onNotice: (notice: SetupNotice) => void
}

const STEPS = [
  { phase: 'choose-source', title: 'source' },
  { phase: 'syncing', title: 'sync' },
  { phase: 'choose-location', title: 'store' },
  { phase: 'finish', title: 'finish' }
] as const

/** From nothing to a board: where the data comes from, the first sync, which store this screen shows, the last questions. */
export default function FirstRun({ bridge, state, onState }: FirstRunProps): ReactElement {
  const words = setupWordsOf(navigator.language)
  const [notice, setNotice] = useState<SetupNotice | null>(null)
  const props = useMemo(() => ({ bridge, words, onState, onNotice: setNotice }), [bridge, words, onState])
  return (
    <I18nProvider locale={localeOf(navigator.language)}>
      <div className="setup" data-theme="light" data-state={state.phase} lang={localeOf(navigator.language)}>
        <nav className="setup-steps" aria-label={words.steps}>
          <p className="setup-brand">Topshelf</p>
          <ol>
            {STEPS.map(({ phase, title }) => (
              <li key={phase} aria-current={phase === state.phase ? 'step' : undefined}>
                {words.stepTitles[title]}
              </li>
            ))}
          </ol>
          <p className="setup-note">
            <b>{words.firstRun}</b>
            {words.firstRunNote}
          </p>
        </nav>
        <main className="setup-stage">
          {notice === null ? null : (
            <p className="setup-notice" role="status">
              {words.notices[notice.code]}
            </p>
          )}
          {stepOf(props, state)}
        </main>
      </div>
    </I18nProvider>
  )
}

function stepOf(props: StepProps, state: FirstRunProps['state']): ReactElement {
  switch (state.phase) {
    case 'choose-source':
      return <SourceStep {...props} />
    case 'syncing':
      return <SyncStep {...props} source={state.source} progress={state.progress} />
    case 'choose-location':
      return <LocationStep {...props} source={state.source} locations={state.locations} />
    case 'finish':
      return <FinishStep {...props} locationName={state.locationName} displays={state.displays} />
  }
}

/** What a browser calls its language is not always one that Intl takes. */
function localeOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
