import { emptySlots, type SlotsState } from '../../domain/launch/slots.ts'
import { readSlots, writeSlots } from './slots-file.ts'

/** The slots as a launcher has them: read anew each time, for the app writes there too. */
export interface SlotsKeeper {
  readonly read: () => SlotsState
  readonly keep: (state: SlotsState) => void
}

/** What a disk does not take is kept in memory, so that a bad version is not started again and again. */
export function createSlotsKeeper(dataDir: string, warn: (line: string) => void): SlotsKeeper {
  let unwritten: SlotsState | null = null
  return {
    read: () => unwritten ?? readSlots(dataDir),
    keep(state) {
      try {
        writeSlots(dataDir, state)
        unwritten = null
      } catch (error) {
        unwritten = state
        warn(`which version runs cannot be noted: ${(error as Error).message}`)
      }
    }
  }
}

/** A checkout has no slots: it starts itself. */
export const noSlots: SlotsKeeper = { read: () => emptySlots, keep: () => undefined }
