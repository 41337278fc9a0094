import type { CustomerKind } from '../../shared/board-snapshot.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { LocationFacts } from '../board/board-facts.ts'
import { audienceMatchOf, type Limits, limitsOf } from '../promotion/limits.ts'
import { isEnabledAt, type PreparedPromotion } from '../promotion/promotion-state.ts'
import { activeIntervalsOf, promotionStateAt } from '../schedule/promotion-state-at.ts'
import { zoneOf } from '../schedule/schedule-windows.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { DAY_MS } from '../schedule/wall-clock.ts'
import { setInForceAt } from '../screen/set-in-force.ts'
import type { AskedPlace } from './product-absence.ts'

/** Why a promotion is not on a screen, the most fundamental reason first. */
export const PROMOTION_ABSENCES = [
  'never-seen',
  'not-synced',
  'quarantined',
  'inactive',
  'left',
  'dropped',
  'not-enabled-here',
  'not-served',
  'currency-unknown',
  'unreadable-schedule',
  'zone-unknown',
  'not-now',
  'audience',
  'no-products',
  'prices-left-out',
  'market-hides'
] as const

export type PromotionAbsenceKind = (typeof PROMOTION_ABSENCES)[number]

/** A stretch of time in which a promotion runs; `endsAtMs` null runs on beyond the year looked at. */
export interface PromotionWindow {
  readonly startsAtMs: number
  readonly endsAtMs: number | null
}

export type PromotionAbsence =
  | { readonly kind: 'never-seen' }
  | { readonly kind: 'not-synced' }
  | { readonly kind: 'quarantined'; readonly why: string }
  | { readonly kind: 'inactive'; readonly status: string }
  /** Cova's full list no longer has it here; another location still holds it back (docs/store.md, Leaving). */
  | { readonly kind: 'left' }
  /** The full feed has it no more, though the menu board's still lists it (docs/promotions.md, Two feeds). */
  | { readonly kind: 'dropped' }
  /** Names of the places where it is enabled; none where it is nowhere. */
  | { readonly kind: 'not-enabled-here'; readonly enabledAt: readonly string[] }
  | { readonly kind: 'not-served' }
  | { readonly kind: 'currency-unknown' }
  | { readonly kind: 'unreadable-schedule'; readonly why: string }
  | { readonly kind: 'zone-unknown' }
  | {
      readonly kind: 'not-now'
      readonly next: PromotionWindow | null
      /** Where no window follows, when the last one ended; null where none did within ten years. */
      readonly endedAtMs: number | null
      /** The clock to tell them by: the store's, or where that is not known the schedule's own. */
      readonly timeZone: string
    }
  | {
      readonly kind: 'no-products'
      readonly because: 'none-listed' | 'none-on-screen'
      readonly listed: number
    }
  /** It is for other shoppers than the screen is. */
  | { readonly kind: 'audience'; readonly shoppers: Limits['shoppers']; readonly customer: CustomerKind }
  /** Its conditions leave out every price that its products have on the screen: not with sale prices, for one. */
  | { readonly kind: 'prices-left-out' }
  | { readonly kind: 'market-hides' }

/** What is known of a promotion. */
export interface PromotionStanding {
  readonly stored: {
    readonly prepared: PreparedPromotion
    /** "Active" where it may run. */
    readonly status: string
    readonly hasLeft: boolean
    readonly isDropped: boolean
    readonly enabledAt: readonly string[]
  } | null
  readonly unreadRecord: string | null
}

const YEAR_MS = 365 * DAY_MS
const LONGEST_AGO_MS = 10 * YEAR_MS

/** What is on the screen that is asked about; each is asked only where it decides. */
export interface OnScreen {
  /** Whether the screen shows one of the promotion's products. */
  readonly isSomeProductUp: () => boolean
  /** Whether one that it shows has the promotion's badge. */
  readonly isSomeBadgeUp: () => boolean
}

/** Every reason why a screen does not show a promotion, in the order of PROMOTION_ABSENCES; empty where it is up. */
export function absencesOfPromotion(
  promotion: PromotionStanding,
  place: AskedPlace,
  screen: Pick<ScreenSettings, 'set' | 'timedSets' | 'customer'>,
  { isSomeProductUp, isSomeBadgeUp }: OnScreen
): readonly PromotionAbsence[] {
  const absences: PromotionAbsence[] = []
  const { location } = place
  const { stored } = promotion
  if (!place.firstSyncDone) absences.push({ kind: 'not-synced' })
  if (stored === null) {
    if (promotion.unreadRecord !== null) absences.push({ kind: 'quarantined', why: promotion.unreadRecord })
    else if (place.firstSyncDone) absences.push({ kind: 'never-seen' })
  } else absences.push(...absencesOfRecord(stored, location))
  if (!place.isServed) absences.push({ kind: 'not-served' })
  if (location.currency === null) absences.push({ kind: 'currency-unknown' })
  if (stored !== null) {
    const timing = timingOf(stored.prepared, place)
    if (timing !== null) absences.push(timing)
    const audience = audienceAbsenceOf(stored.prepared, screen.customer)
    if (audience !== null) absences.push(audience)
    const { productIds } = stored.prepared.facts
    const isOff = timing !== null || audience !== null || stored.isDropped
    if (productIds.length === 0) absences.push({ kind: 'no-products', because: 'none-listed', listed: 0 })
    else if (canTellProducts(screen, place, isOff)) {
      if (!isSomeProductUp())
        absences.push({ kind: 'no-products', because: 'none-on-screen', listed: productIds.length })
      else if (!isOff && leavesPricesOut(stored.prepared) && !isSomeBadgeUp())
        absences.push({ kind: 'prices-left-out' })
    }
  }
  if (place.marketRules.some(({ kind }) => kind === 'hide-promotions')) absences.push({ kind: 'market-hides' })
  return absences
}

/** A screen stands before everybody: a group that is needed is named on the badge, and keeps nothing away. */
function audienceAbsenceOf({ terms }: PreparedPromotion, customer: CustomerKind): PromotionAbsence | null {
  if (terms?.ok !== true) return null
  if (audienceMatchOf(terms.value.cart, { groupId: null, customer }).kind !== 'excluded') return null
  return { kind: 'audience', shoppers: limitsOf(terms.value).shoppers, customer }
}

function leavesPricesOut({ terms }: PreparedPromotion): boolean {
  return terms?.ok === true && limitsOf(terms.value).lines !== 'all'
}

/** A screen of promotions shows a promotion's products when it runs: before that nothing follows from their absence. */
function canTellProducts(
  screen: Pick<ScreenSettings, 'set' | 'timedSets'>,
  { location, isServed, firstSyncDone, nowMs }: AskedPlace,
  isOff: boolean
): boolean {
  if (location.currency === null || !isServed || !firstSyncDone) return false
  return !isOff || setInForceAt(screen, location.timeZone, nowMs).set.kind !== 'on-promotion'
}

function absencesOfRecord(
  { prepared, status, hasLeft, isDropped, enabledAt }: NonNullable<PromotionStanding['stored']>,
  location: LocationFacts
): readonly PromotionAbsence[] {
  const absences: PromotionAbsence[] = []
  if (status !== 'Active') absences.push({ kind: 'inactive', status })
  // Gone from both feeds, it is gone: that the full one was first is no news.
  if (hasLeft) absences.push({ kind: 'left' })
  else if (isDropped) absences.push({ kind: 'dropped' })
  if (!isEnabledAt(prepared.facts, location)) absences.push({ kind: 'not-enabled-here', enabledAt })
  return absences
}

function timingOf({ schedule, unreadable }: PreparedPromotion, place: AskedPlace): PromotionAbsence | null {
  if (schedule === null) return { kind: 'unreadable-schedule', why: unreadable ?? '' }
  const zone = clockOf(schedule, place.location.timeZone)
  if (zone === null) return { kind: 'zone-unknown' }
  if (promotionStateAt(schedule, place.location.timeZone, place.nowMs).active) return null
  const next = place.looksAhead ? nextWindowOf(schedule, place.location.timeZone, place.nowMs) : null
  const isOver = place.looksAhead && next === null
  const endedAtMs = isOver ? lastEndOf(schedule, place.location.timeZone, place.nowMs) : null
  return { kind: 'not-now', next, endedAtMs, timeZone: place.location.timeZone ?? zone }
}

/** The zone whose clock a schedule's windows are read from; null where that is the location's, and not known. */
function clockOf(schedule: Schedule, locationZone: string | null): string | null {
  return schedule.windowsIn(locationZone) === null ? null : zoneOf(schedule.frame, locationZone)
}

/** The next window that begins within a year. */
function nextWindowOf(schedule: Schedule, timeZone: string | null, nowMs: number): PromotionWindow | null {
  const [first] = activeIntervalsOf(schedule, timeZone, nowMs, nowMs + YEAR_MS)
  if (first === undefined || first.startsAtMs === null) return null
  return { startsAtMs: first.startsAtMs, endsAtMs: first.endsAtMs }
}

/** Looks back year by year: what ended last ended, mostly, not long ago. */
function lastEndOf(schedule: Schedule, timeZone: string | null, nowMs: number): number | null {
  for (let backMs = YEAR_MS; backMs <= LONGEST_AGO_MS; backMs += YEAR_MS) {
    const last = activeIntervalsOf(schedule, timeZone, nowMs - backMs, nowMs - backMs + YEAR_MS).at(-1)
    if (last !== undefined) return last.endsAtMs ?? nowMs - backMs + YEAR_MS
  }
  return null
}
