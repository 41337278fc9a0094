import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { firstCheckAt, nextCheckAt } from '../../domain/update/next-check.ts'
import { nextUpdateStep, type UpdateStep } from '../../domain/update/next-step.ts'
import { mayStillInstall, offerChoiceOf } from '../../domain/update/offer-choice.ts'
import type { UpdateActivity, UpdateOff, UpdateState } from '../../shared/update.ts'
import { makeFolder } from '../store/make-folder.ts'
import { createInstallTimes } from './install-times.ts'
import { isForChannel, newestOffer, type OfferedUpdate, signatureOf } from './offered-update.ts'
import { checkReadyFile, keepOnly, sizeOf } from './ready-file.ts'
import { UpdateFailure, updateFailureOf } from './update-failure.ts'
import { readUpdateNotes, type ReadyUpdate, type UpdateNotes, writeUpdateNotes } from './update-notes.ts'
import { UpdateTransport } from './update-transport.ts'
import type { UnpackedVersion, Updater, UpdaterHost, UpdateSlots } from './updater.types.ts'

const BUSY_MS = 60_000
/** What a store's database needs beside an update. */
const SPARE_BYTES = 500_000_000
/** The file, and what is unpacked of it. */
const ROOM_FOR_FILES = 4

/** Keeps one machine's program up to date (docs/updates.md). Whoever makes it calls `step` when it says. */
export function createUpdater(host: UpdaterHost): Updater {
  const folder = join(host.dataDir, 'updates')
  const readyFolder = join(folder, 'ready')
  let notes = readUpdateNotes(folder)
  let activity: UpdateActivity = { kind: 'none' }
  let held: UpdateState['held'] = null
  let asked: 'check' | 'install' | null = null
  let failures = 0
  let nextCheckMs = firstCheckAt(host.nowMs(), host.random())
  const times = createInstallTimes(host, () => notes.stores)
  /** What lies in its slot already, and by which digest: nothing starts it before its trial begins. */
  let inSlot: { readonly sha512: string; readonly unpacked: UnpackedVersion } | null = null
  let stop = new AbortController()
  let isBusy = false
  let lastSettings = JSON.stringify(host.settings())

  // What was installed by the last program, or refused since, lies no longer ready.
  if (
    notes.ready !== null &&
    (notes.ready.version === host.runningVersion || refused().includes(notes.ready.version))
  ) {
    note({ ready: null })
    keepOnly(readyFolder, notes.ready?.file ?? null)
  }

  function off(): UpdateOff | null {
    const { enabled, feedUrl } = host.settings()
    if (host.off !== null) return host.off
    if (!enabled) return 'switched-off'
    if (feedUrl === null) return 'no-feed'
    if (host.keys.length === 0) return 'no-keys'
    return host.slots === null ? 'no-slots' : null
  }

  function note(change: Partial<UpdateNotes>): void {
    notes = { ...notes, ...change }
    try {
      writeUpdateNotes(folder, notes)
    } catch (error) {
      host.warn(`what is known of updates cannot be kept: ${(error as Error).message}`)
    }
  }

  function fail(error: unknown): void {
    const { code, message } = updateFailureOf(error)
    host.warn(`update: ${code}: ${message}`)
    note({ fault: { code, detail: message, atMs: host.nowMs() } })
  }

  function refused(): readonly string[] {
    return (host.slots?.refused() ?? []).map(({ version }) => version)
  }

  /** What lies ready and is still wanted. */
  function ready(): ReadyUpdate | null {
    const { pinnedVersion, channel } = host.settings()
    const { ready: kept } = notes
    if (kept === null || !isForChannel(kept.channels, channel)) return null
    return mayStillInstall(kept.version, host.runningVersion, { pinnedVersion, refused: refused() }) ? kept : null
  }

  async function check(slots: UpdateSlots): Promise<void> {
    const { channel, pinnedVersion, feedUrl } = host.settings()
    if (feedUrl === null) return
    activity = { kind: 'checking' }
    const offered = await newestOffer(
      {
        feedUrl,
        runningVersion: host.runningVersion,
        folder,
        fileEnding: slots.fileEnding,
        transport: new UpdateTransport(host.limits)
      },
      channel
    )
    note({ checkedAtMs: host.nowMs() })
    const { version } = offered.offer
    const choice = offerChoiceOf(offered.offer, { pinnedVersion, refused: refused() })
    held = choice.kind === 'hold' ? { version, why: choice.why } : null
    if (choice.kind !== 'take') return note({ fault: null })
    await take(offered, slots)
    note({ fault: null })
  }

  async function take(offered: OfferedUpdate, slots: UpdateSlots): Promise<void> {
    const { feed, offer } = offered
    const { version, file } = offer
    if (file === null)
      throw new UpdateFailure('no-file-for-system', `${version} has no ${slots.fileEnding} for this system`)
    const { text, signed } = await signatureOf(offered, file, host.keys)
    const { sha512, size, channels } = signed
    const taken = { version, file: file.name, sha512, size, channels: [...channels], signature: text }
    const isThere = notes.ready?.sha512 === sha512 && sizeOf(join(readyFolder, notes.ready.file)) === size
    // It may be signed for another channel, or by another key, since.
    if (isThere) return note({ ready: taken })
    needRoom(signed.size)
    activity = { kind: 'downloading', version, percent: 0 }
    const came = await feed.fetch({ url: file.url, sha512: signed.sha512, size: signed.size }, stop.signal, (bytes) => {
      activity = { kind: 'downloading', version, percent: Math.floor((100 * bytes) / signed.size) }
    })
    if (sizeOf(came) !== signed.size)
      throw new UpdateFailure('checksum', `${file.name} has another size than is signed`)
    makeFolder(readyFolder)
    renameSync(came, join(readyFolder, file.name))
    note({ ready: taken })
    keepOnly(readyFolder, notes.ready?.file ?? null)
    times.putOff(0)
  }

  function needRoom(size: number): void {
    const free = host.freeBytes(host.dataDir)
    const wanted = size * ROOM_FOR_FILES + SPARE_BYTES
    if (free !== null && free < wanted)
      throw new UpdateFailure('disk-full', `${free} bytes are free, and an update takes ${wanted}`)
  }

  async function unpack(update: ReadyUpdate, slots: UpdateSlots): Promise<void> {
    const { version, sha512 } = update
    activity = { kind: 'installing', version }
    const file = join(readyFolder, update.file)
    await lookAgain(file, update)
    inSlot = null
    const put = await slots.unpack(file, version)
    if (!put.ok) throw new UpdateFailure('not-installed', put.message)
    inSlot = { sha512, unpacked: put.unpacked }
    note({ fault: null })
  }

  /** What lies in its slot and is still wanted: it may have been pinned away or switched off meanwhile. */
  function startable(): UnpackedVersion | null {
    return inSlot !== null && off() === null && ready()?.sha512 === inSlot.sha512 ? inSlot.unpacked : null
  }

  /** Not before this very moment is it what any start would start: a crash until now brings back what ran. */
  function startAnew(unpacked: UnpackedVersion, slots: UpdateSlots): void {
    try {
      const begun = slots.begin(unpacked)
      if (!begun.ok) throw new UpdateFailure('not-installed', begun.message)
    } catch (error) {
      inSlot = null
      failures += 1
      fail(error)
      times.putOff(nextCheckAt(host.nowMs(), failures, host.random()))
      return
    }
    inSlot = null
    note({ ready: null, fault: null })
    keepOnly(readyFolder, notes.ready?.file ?? null)
    host.restart()
  }

  /** What is due, whoever is at the machine counted in. */
  function due(slots: UpdateSlots, wanted: typeof asked): UpdateStep {
    const installFromMs = ready() !== null && slots.isFree() ? times.from().fromMs : null
    times.followUse(installFromMs)
    const heldBackSinceMs = times.heldBackSinceMs()
    return nextUpdateStep({ asked: wanted, installFromMs, heldBackSinceMs, nextCheckMs }, host.nowMs())
  }

  /** The file has lain on a disk for a day, and the keys may be those of another build. */
  async function lookAgain(file: string, update: ReadyUpdate): Promise<void> {
    try {
      await checkReadyFile(file, update, host.keys)
    } catch (error) {
      note({ ready: null })
      keepOnly(readyFolder, notes.ready?.file ?? null)
      nextCheckMs = host.nowMs()
      throw error
    }
  }

  async function work(kind: 'check' | 'install', slots: UpdateSlots): Promise<void> {
    const update = ready()
    isBusy = true
    stop = new AbortController()
    try {
      if (kind === 'check') await check(slots)
      else if (update !== null) await unpack(update, slots)
      failures = 0
    } catch (error) {
      // Ended by us: no failure of anybody, and gone on with later.
      if (!stop.signal.aborted) {
        failures += 1
        fail(error)
      }
      if (kind === 'install') times.putOff(nextCheckAt(host.nowMs(), failures, host.random()))
    } finally {
      if (kind === 'check') nextCheckMs = nextCheckAt(host.nowMs(), failures, host.random())
      activity = { kind: 'none' }
      isBusy = false
    }
  }

  /** A change of the settings is a reason to look soon, and to stop what no longer holds. */
  function followSettings(): void {
    const settings = JSON.stringify(host.settings())
    if (settings === lastSettings) return
    lastSettings = settings
    held = null
    failures = 0
    note({ fault: null })
    nextCheckMs = host.nowMs()
    if (isBusy) stop.abort()
  }

  async function followHours(): Promise<void> {
    const told = await host.hours().catch(() => null)
    if (told === null) return
    times.clockIsAhead(told.nowMs - host.nowMs())
    if (JSON.stringify(told.stores) !== JSON.stringify(notes.stores))
      note({
        stores: told.stores.map(({ timeZone, hours }) => ({ timeZone, hours: hours === null ? null : [...hours] }))
      })
  }

  async function step(): Promise<number> {
    followSettings()
    const soon = host.nowMs() + BUSY_MS
    const { slots } = host
    if (off() !== null || slots === null) {
      asked = null
      return soon
    }
    if (notes.ready !== null) await followHours()
    // Asked of nothing: it must not be done to whatever comes later.
    if (asked === 'install' && (ready() === null || !slots.isFree())) asked = null
    const next = due(slots, asked)
    if (isBusy) {
      if (next.kind === 'install' && activity.kind === 'downloading') stop.abort()
      return soon
    }
    if (next.kind === 'wait') return Math.min(next.untilMs, soon)
    const wanted = asked
    asked = null
    if (next.kind === 'check' || startable() === null) await work(next.kind, slots)
    if (next.kind === 'install') {
      // Somebody may have come, or the store have opened, while it was unpacked, which takes a slow disk minutes.
      const unpacked = startable()
      if (unpacked !== null && due(slots, wanted ?? asked).kind === 'install') startAnew(unpacked, slots)
      return soon
    }
    if (notes.ready !== null) await followHours()
    // What came may be installed at once, where the store is closed.
    return notes.ready === null ? Math.min(nextCheckMs, host.nowMs() + BUSY_MS) : host.nowMs()
  }

  function state(): UpdateState {
    const version = ready()?.version ?? null
    return {
      running: host.runningVersion,
      off: off(),
      activity,
      held,
      ready: version === null ? null : { version, ...times.told() },
      checkedAtMs: notes.checkedAtMs,
      fault: notes.fault,
      nextCheckMs: off() === null ? nextCheckMs : null,
      refused: host.slots?.refused() ?? [],
      timeZone: notes.stores[0]?.timeZone ?? host.machineZone()
    }
  }

  return {
    state,
    ask: (what) => {
      asked = what
    },
    step,
    close: () => stop.abort()
  }
}
