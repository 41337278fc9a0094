import { removePin } from '../manager/pin-file.ts'
import { readEnvironment } from '../settings/environment.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import type { Command } from './command-line.ts'
import { dataDirOf } from './source-choice.ts'

/** Forgets the PIN of the manager's window: whoever may write to the data directory may choose another. */
export function runResetPin(command: Command & { kind: 'reset-pin' }): number {
  const dataDir = dataDirOf(command.dataDir, readEnvironment(process.env))
  try {
    const removed = removePin(dataDir)
    process.stdout.write(
      removed
        ? 'The PIN is forgotten. The next one is chosen where the manager’s window is opened first.\n'
        : `There is no PIN in ${dataDir}\n`
    )
    return 0
  } catch (error) {
    const failure = storeFailureOf(error, dataDir)
    process.stderr.write(`${failure?.message ?? (error as Error).message}\n`)
    return 1
  }
}
