import type { CovaCredentials } from '../../shared/setup.ts'
import type { Environment } from '../settings/environment.ts'
import { createSetupHost } from '../setup/setup-host.ts'
import { createSetupSession, type SetupSession } from '../setup/setup-session.ts'

/** First run in a browser: credentials stay in this process, because there is no key store to put them in. */
export function openServeSetup(environment: Environment, demo: boolean, warn: (line: string) => void): SetupSession {
  let entered: CovaCredentials | null = null
  const host = createSetupHost({
    environment,
    demoForThisRun: demo,
    // Its screens are browsers of their own.
    displays: () => [],
    credentialStore: {
      load: async () => entered,
      store: async (credentials) => {
        entered = credentials
        const message =
          'The credentials are kept until this program ends. Set the COVA_ variables to have them at every start.'
        return { notice: { code: 'until-end', message } }
      }
    },
    warn
  })
  return createSetupSession(host, { chooseFirst: demo })
}
