import { statfsSync } from 'node:fs'
import type { UpdateOff } from '../../shared/update.ts'
import type { Engine } from '../engine/engine.types.ts'
import { machineZone } from '../manager/settings-news.ts'
import { productVersion } from '../settings/product-version.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { keepUpdating, type KeptUpdater } from './keep-updating.ts'
import { builtInUpdateKeys } from './update-keys.ts'
import { USUAL_LIMITS } from './update-transport.ts'
import { createUpdater } from './updater.ts'
import type { ToldHours, UpdateSlots } from './updater.types.ts'

/** This machine's own updater: its settings, its engine's clock and hours, and no keys but those of the build. */
export function startMachineUpdates(host: {
  readonly dataDir: string
  readonly off: UpdateOff | null
  readonly slots: UpdateSlots | null
  readonly engine: () => Engine | null
  readonly isInUse: () => boolean
  readonly restart: () => void
  readonly warn: (line: string) => void
}): KeptUpdater {
  const { dataDir, off, slots, engine, isInUse, restart, warn } = host
  const updater = createUpdater({
    dataDir,
    runningVersion: productVersion,
    off,
    keys: builtInUpdateKeys,
    slots,
    settings: () => loadSettings(dataDir).settings.updates,
    hours: () => hoursOf(engine()),
    machineZone,
    isInUse,
    restart,
    freeBytes,
    limits: USUAL_LIMITS,
    nowMs: Date.now,
    random: Math.random,
    warn
  })
  return keepUpdating(updater)
}

async function hoursOf(engine: Engine | null): Promise<ToldHours | null> {
  const reply = (await engine?.inquire('stores:hours', [])) ?? null
  return reply?.ok === true ? reply.answer : null
}

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
