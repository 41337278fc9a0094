import type { MachineActions } from '../../../src/main/manager/machine-handlers.ts'

/** A machine on which nothing runs that could be changed. */
export const NO_ACTIONS: MachineActions = {
  restartEngine: () => undefined,
  displays: () => [],
  displaysChanged: () => undefined,
  showStore: async () => ({ ok: false, code: 'opening', message: 'nothing runs' }),
  secrets: async () => [],
  setUpAgain: () => ({ kind: 'given' }),
  recentLines: () => [],
  recoveries: () => [],
  saveFile: async (file) => ({ kind: 'content', file })
}
