import { app } from 'electron'
import type { Engine } from '../engine/engine.types.ts'
import { launcherOf } from '../launcher/launched.ts'
import type { KeptUpdater } from '../update/keep-updating.ts'
import { launcherSlots } from '../update/launcher-slots.ts'
import { startMachineUpdates } from '../update/machine-updates.ts'

/** A packaged app that a launcher has started keeps itself up to date: only that one has slots, and a way back. */
export function setupUpdates(host: {
  readonly dataDir: string
  readonly engine: () => Engine | null
  readonly isInUse: () => boolean
  /** Closes what needs closing, and is started anew. */
  readonly restart: () => void
  readonly warn: (line: string) => void
}): KeptUpdater {
  const updates = startMachineUpdates({
    ...host,
    off: app.isPackaged ? null : 'checkout',
    slots: launcherOf(process.argv) === null ? null : launcherSlots(host.dataDir)
  })
  app.on('will-quit', updates.close)
  return updates
}
