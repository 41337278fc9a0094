import type { Slot } from '../../domain/launch/slots.ts'
import type { StoreHours } from '../../domain/update/install-window.ts'
import type { UpdateOff, UpdateRefusal, UpdateSettings, UpdateState } from '../../shared/update.ts'
import type { UpdateKey } from './update-signature.ts'
import type { TransportLimits } from './update-transport.ts'

/** A version in a slot that nothing has noted yet: it is started by nobody. */
export interface UnpackedVersion {
  readonly slot: Slot
  readonly version: string
  /** Absolute path. */
  readonly executable: string
}

/** Where versions go (main/launcher). */
export interface UpdateSlots {
  /** Which of a version's files this machine takes: ".tar.gz". */
  readonly fileEnding: string
  /** Versions that were tried and went back. */
  readonly refused: () => readonly UpdateRefusal[]
  /** Not while a version is on trial. */
  readonly isFree: () => boolean
  /** Unpacks a checked file into the free slot; what is started next stays what it was. `message` is one line. */
  readonly unpack: (
    file: string,
    version: string
  ) => Promise<
    { readonly ok: true; readonly unpacked: UnpackedVersion } | { readonly ok: false; readonly message: string }
  >
  /**
   * Has it started next, on trial, whatever ends the program from now on: called right before the restart. Throws as the file system
   * does.
   */
  readonly begin: (
    unpacked: UnpackedVersion
  ) => { readonly ok: true } | { readonly ok: false; readonly message: string }
}

/** What the engine says of the stores that this machine shows, by the clock that it has corrected. */
export interface ToldHours {
  readonly nowMs: number
  readonly stores: readonly StoreHours[]
}

export interface UpdaterHost {
  readonly dataDir: string
  readonly runningVersion: string
  /** Why this way of running updates nothing, whatever the settings say; null where it may. */
  readonly off: UpdateOff | null
  /** Those of the build: a host has no other to give. */
  readonly keys: readonly UpdateKey[]
  readonly slots: UpdateSlots | null
  readonly settings: () => UpdateSettings
  /** Null where no engine can say. */
  readonly hours: () => Promise<ToldHours | null>
  readonly machineZone: () => string
  /** Whether somebody is at the machine whom a restart would disturb: an update that nobody asked for waits for them. */
  readonly isInUse: () => boolean
  /** Leaves, to be started anew with the version that was installed. */
  readonly restart: () => void
  readonly freeBytes: (folder: string) => number | null
  readonly limits: TransportLimits
  /** The machine's clock. */
  readonly nowMs: () => number
  /** In [0, 1). */
  readonly random: () => number
  readonly warn: (line: string) => void
}

export interface Updater {
  readonly state: () => UpdateState
  /** Asks for a check, or to install what lies ready, as soon as `step` comes to it. */
  readonly ask: (what: 'check' | 'install') => void
  /**
   * Does what is due, whole; answers when something is due next. Called while it is at work, it answers at once, and ends a
   * download that stands in the way of an installation. Never rejects.
   */
  readonly step: () => Promise<number>
  /** Ends a download; what came of it is kept. */
  readonly close: () => void
}
