import { freeSlotOf } from '../../domain/launch/slots.ts'
import { slotFileEnding, unpackIntoSlot } from '../launcher/slot-install.ts'
import { beginTrial, readSlots } from '../launcher/slots-file.ts'
import type { UpdateSlots } from './updater.types.ts'

/** The launcher's slots of a data directory. */
export function launcherSlots(dataDir: string): UpdateSlots {
  return {
    fileEnding: slotFileEnding(process.platform, process.env),
    refused: () => readSlots(dataDir).refused,
    isFree: () => freeSlotOf(readSlots(dataDir)) !== null,
    unpack: async (file, version) => {
      const slot = freeSlotOf(readSlots(dataDir))
      if (slot === null) return { ok: false, message: 'a version is on trial' }
      const unpacked = await unpackIntoSlot(dataDir, slot, file)
      return unpacked.ok ? { ok: true, unpacked: { slot, version, executable: unpacked.executable } } : unpacked
    },
    begin: (unpacked) => {
      const begun = beginTrial(dataDir, unpacked)
      return begun.ok ? begun : { ok: false, message: `the trial cannot begin: ${begun.fault}` }
    }
  }
}
