import { isNewer } from './version-order.ts'

/** Where an unpacked version can be put. The installed one is in neither: nothing here writes over it. */
export type Slot = 'a' | 'b'
/** What can be started. */
export type Place = 'installed' | Slot

export interface SlotVersion {
  readonly version: string
  /** Absolute path of the program to start. */
  readonly executable: string
}

/** A new version that has yet to show what it can. */
export interface Trial {
  readonly slot: Slot
  /** Where to go back to. */
  readonly before: Place
  /** The version before had a board on the screen: any other paint proves nothing. */
  readonly needsBoard: boolean
  /** Starts so far: counted before each one, so that a machine that dies with it counts it too. */
  readonly starts: number
}

/** Why a version went back: in words of its own, so that health can say it in the manager's language. */
export type RefusalReason =
  /** Ran for its time and proved no paint. */
  | 'not-painted'
  /** Ended by itself, again and again. */
  | 'crashed'
  /** The system could not start it. */
  | 'cannot-start'

export interface RefusedVersion {
  readonly version: string
  readonly atMs: number
  readonly reason: RefusalReason
}

export interface SlotsState {
  readonly current: Place
  readonly slots: Readonly<Record<Slot, SlotVersion | null>>
  readonly trial: Trial | null
  /** Never tried again, the newest last. */
  readonly refused: readonly RefusedVersion[]
}

export const emptySlots: SlotsState = { current: 'installed', slots: { a: null, b: null }, trial: null, refused: [] }

/** A version on trial that ends by itself so often, before it paints, goes back. */
export const trialStartsMost = 3
const refusedMost = 50
/** With the pauses between restarts, minutes: a disk may come to itself. */
const unreadStartsMost = 8

/** What the launcher is to start, `installed` being its own version. */
export interface Start {
  readonly place: Place
  /** Null is the launcher's own program. */
  readonly executable: string | null
  readonly version: string
  readonly isTrial: boolean
}

/** The slot into which a new version may be unpacked; null while one is on trial, for both are spoken for. */
export function freeSlotOf(state: SlotsState): Slot | null {
  if (state.trial !== null) return null
  return state.current === 'a' ? 'b' : 'a'
}

export function isRefused(state: SlotsState, version: string): boolean {
  return state.refused.some((refused) => refused.version === version)
}

/** Why a trial cannot begin. */
export type TrialFault = 'under-way' | 'refused' | 'slot-in-use' | 'runs-already'

/** The state in which `version`, unpacked into `slot`, is started next. */
export function withTrial(
  state: SlotsState,
  slot: Slot,
  version: SlotVersion,
  needsBoard: boolean
): { readonly ok: true; readonly state: SlotsState } | { readonly ok: false; readonly fault: TrialFault } {
  if (state.trial !== null) return { ok: false, fault: 'under-way' }
  if (isRefused(state, version.version)) return { ok: false, fault: 'refused' }
  if (state.current === slot) return { ok: false, fault: 'slot-in-use' }
  // A refusal of its second copy would be one of the version that paints.
  if (state.current !== 'installed' && state.slots[state.current]?.version === version.version)
    return { ok: false, fault: 'runs-already' }
  const trial: Trial = { slot, before: state.current, needsBoard, starts: 0 }
  return { ok: true, state: { ...state, slots: { ...state.slots, [slot]: version }, trial } }
}

/**
 * The state as a launcher of `installed` finds it: someone may have installed a version by hand that is newer than the one
 * in a slot, or on trial, which must not keep it from being started. A trial that falls away so says nothing of its version.
 */
export function withInstalled(state: SlotsState, installed: string): SlotsState {
  const { trial } = state
  const onTrial = trial === null ? null : state.slots[trial.slot]
  // The newer one has brought the database on already.
  if (trial !== null && (onTrial === null || !isNewer(onTrial.version, installed)))
    return withInstalled(withEmptied(state, trial.slot), installed)
  if (state.current === 'installed') return state
  const running = state.slots[state.current]
  if (running !== null && !isNewer(installed, running.version)) return state
  return { ...state, current: 'installed', trial: trial === null ? null : { ...trial, before: 'installed' } }
}

/** What is started next. A trial that has used up its starts has to be refused before. */
export function startOf(state: SlotsState, installed: string): Start {
  const { trial } = state
  const place = trial?.slot ?? state.current
  const held = place === 'installed' ? null : state.slots[place]
  if (held === null) return { place: 'installed', executable: null, version: installed, isTrial: false }
  return { place, ...held, isTrial: trial !== null }
}

/**
 * Whether a version whose files cannot be read just now is started all the same, after `starts` such starts in a row: what the disk
 * does not say is no damage, and what it goes back to may be much older. One on trial goes back to a good one, and while it
 * has a start left, for a disk's fault is no refusal.
 */
export function startsUnread(starts: number, isTrial: boolean): boolean {
  return starts < (isTrial ? trialStartsMost - 1 : unreadStartsMost)
}

/** Counts a start of the version on trial. */
export function withStart(state: SlotsState): SlotsState {
  return state.trial === null ? state : { ...state, trial: { ...state.trial, starts: state.trial.starts + 1 } }
}

/** A start that says nothing of the version: the user ended it, or another instance was there. */
export function withoutStart(state: SlotsState): SlotsState {
  if (state.trial === null) return state
  return { ...state, trial: { ...state.trial, starts: Math.max(0, state.trial.starts - 1) } }
}

/** The version on trial painted: it is the current one from now on. */
export function withProven(state: SlotsState): SlotsState {
  return state.trial === null ? state : { ...state, current: state.trial.slot, trial: null }
}

/** The version on trial is refused from now on, and the one before is current. */
export function withRefusal(state: SlotsState, reason: RefusalReason, atMs: number): SlotsState {
  if (state.trial === null) return state
  const { slot, before } = state.trial
  const version = state.slots[slot]?.version
  const refused = version === undefined ? state.refused : refusedWith(state, { version, atMs, reason })
  return { current: before, slots: { ...state.slots, [slot]: null }, trial: null, refused }
}

/** A slot whose program is no longer there: whatever was to be started from it, the installed one is. */
export function withoutSlot(state: SlotsState, slot: Slot, atMs: number): SlotsState {
  return state.trial?.slot === slot ? withRefusal(state, 'cannot-start', atMs) : withEmptied(state, slot)
}

/**
 * A slot that is not as it was unpacked: its disk was, and the version itself has shown nothing yet. It is not refused, and
 * may be taken again.
 */
export function withEmptied(state: SlotsState, slot: Slot): SlotsState {
  const slots = { ...state.slots, [slot]: null }
  if (state.trial?.slot === slot) return { ...state, current: state.trial.before, slots, trial: null }
  const trial = state.trial?.before === slot ? { ...state.trial, before: 'installed' as const } : state.trial
  return { ...state, current: state.current === slot ? 'installed' : state.current, trial, slots }
}

function refusedWith(state: SlotsState, refusal: RefusedVersion): readonly RefusedVersion[] {
  const others = state.refused.filter(({ version }) => version !== refusal.version)
  return [...others, refusal].slice(-refusedMost)
}
