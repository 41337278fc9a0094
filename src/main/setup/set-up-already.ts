import type { SetupResult } from '../../shared/setup.ts'
import { hasPin } from '../manager/pin-file.ts'
import type { SetupSession } from './setup-session.ts'

const IS_SET_UP: SetupResult = {
  ok: false,
  field: null,
  code: 'set-up',
  message: 'This screen is set up. To choose anew, open first run from the manager\u2019s window.'
}

/**
 * The refusal of a step of first run on a screen that is set up and whose manager has a PIN: first run is opened again
 * behind that. Null where the step may go on.
 */
export function setUpAlready(session: SetupSession, dataDir: string): SetupResult | null {
  return session.state().phase === 'ready' && hasPin(dataDir) ? IS_SET_UP : null
}
