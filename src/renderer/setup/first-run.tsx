import type { ReactElement } from 'react'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { SetupState } from '../../shared/setup.ts'
import { LocationStep } from './location-step.tsx'
import { SourceStep } from './source-step.tsx'
import { SyncStep } from './sync-step.tsx'

interface FirstRunProps {
  readonly bridge: TopshelfBridge
  readonly state: Exclude<SetupState, { phase: 'ready' | 'elsewhere' }>
  readonly onState: (state: SetupState) => void
}

const STEPS: readonly { readonly phase: SetupState['phase']; readonly title: string }[] = [
  { phase: 'choose-source', title: 'Your menu' },
  { phase: 'syncing', title: 'First sync' },
  { phase: 'choose-location', title: 'Your store' },
  { phase: 'ready', title: 'On the screen' }
]

/** From nothing to a board: where the data comes from, the first sync, which store this screen shows. */
export function FirstRun({ bridge, state, onState }: FirstRunProps): ReactElement {
  return (
    <div className="setup" data-theme="light" data-state={state.phase}>
      <nav className="setup-steps" aria-label="Set-up steps">
        <p className="setup-brand">Topshelf</p>
        <ol>
          {STEPS.map((step) => (
            <li key={step.phase} aria-current={step.phase === state.phase ? 'step' : undefined}>
              {step.title}
            </li>
          ))}
        </ol>
        <p className="setup-note">
          <b>First run</b>
          What you choose here can be changed later.
        </p>
      </nav>
      <main className="setup-stage">{stepOf(bridge, state, onState)}</main>
    </div>
  )
}

function stepOf(
  bridge: TopshelfBridge,
  state: FirstRunProps['state'],
  onState: (state: SetupState) => void
): ReactElement {
  switch (state.phase) {
    case 'choose-source':
      return <SourceStep bridge={bridge} onState={onState} />
    case 'syncing':
      return <SyncStep source={state.source} progress={state.progress} />
    case 'choose-location':
      return <LocationStep bridge={bridge} source={state.source} locations={state.locations} onState={onState} />
  }
}
