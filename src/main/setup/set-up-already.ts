import type { SetupResult } from '../../shared/setup.ts'
import { hasPin } from '../manager/pin-file.ts'
import type { SetupSession } from './setup-session.ts'

const IS_SET_UP: SetupResult = {
  ok: false,
  field: null,
  code: 'set-up',
  message: 'This screen is set up. To choose anew, open first run from the manager\u2019s window.'
}

const NOT_KNOWN_YET: SetupResult = {
  ok: false,
  field: null,
  code: 'opening',
  message: 'The program is being started. Try again in a moment.'
}

/**
 * The refusal of a step of first run on a screen that is set up and whose manager has a PIN: first run is opened again
 * behind that. Null where the step may go on.
 */
export function setUpAlready(session: SetupSession, dataDir: string): SetupResult | null {
  if (!hasPin(dataDir)) return null
  // Until what was chosen has been read, nobody knows whether the screen is set up.
  if (!session.isOpened()) return NOT_KNOWN_YET
  return session.state().phase === 'ready' ? IS_SET_UP : null
}
