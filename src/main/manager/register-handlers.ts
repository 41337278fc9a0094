import { answered, type HostHandlers } from './desk.ts'
import type { SaveWhole } from './settings-calls.ts'

/** What the host answers of the register check: how a report is read is a setting, and needs no new engine. */
export function registerHandlers(saveWhole: SaveWhole): Pick<HostHandlers, 'register:remember'> {
  return {
    'register:remember': async (_caller, registerReport) =>
      (await saveWhole(async (settings) => ({ ...settings, registerReport }))) ?? answered(null)
  }
}
