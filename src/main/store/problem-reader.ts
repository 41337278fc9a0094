import type Database from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import { currencyOf } from '../../domain/location/currency.ts'
import type { Problem } from '../../shared/board-snapshot.ts'
import { EVERYWHERE } from './held-removals.ts'
import type { LocationFactReader, LocationRow } from './location-facts.ts'
import type { FactOverrides } from './store.types.ts'

interface HeldRow {
  readonly scope: 'catalogue' | 'promotions' | 'locations' | 'tree'
  readonly locationId: number
  readonly count: number
  readonly shown: number
}

interface OddRow {
  readonly locationId: number
  readonly doubled: number
  readonly overlapping: number
  readonly doubledName: string | null
  readonly overlappingName: string | null
}

/** What a manager should look at, from what is stored. */
export const prepareProblemReader = (
  db: Database.Database,
  locations: LocationFactReader
): ((overrides: FactOverrides) => readonly Problem[]) => {
  const selectHeld = db.prepare<[], HeldRow>(
    `SELECT scope, location_id AS locationId, count(*) AS count, max(shown) AS shown
     FROM held_removal GROUP BY scope, location_id ORDER BY scope, location_id`
  )
  const selectOdd = db.prepare<[], OddRow>(
    `SELECT s.location_id AS locationId, sum(s.doubled_keys > 0) AS doubled,
       sum(s.overlapping_sales > 0) AS overlapping,
       min(CASE WHEN s.doubled_keys > 0 THEN coalesce(p.name, s.product_id) END) AS doubledName,
       min(CASE WHEN s.overlapping_sales > 0 THEN coalesce(p.name, s.product_id) END) AS overlappingName
     FROM price_set s LEFT JOIN product p ON p.product_id = s.product_id
     WHERE s.doubled_keys > 0 OR s.overlapping_sales > 0
     GROUP BY s.location_id ORDER BY s.location_id`
  )
  const countUnknownRates = db.prepare<[], { count: number; name: string | null }>(
    `SELECT count(DISTINCT p.product_id) AS count, min(p.name) AS name
     FROM product_tax_rate r JOIN product p ON p.product_id = r.product_id
     WHERE r.tax_rate_id NOT IN (SELECT tax_rate_id FROM tax_rate)`
  )
  const locationsReadAt = db
    .prepare<[], number | null>("SELECT last_success_at_ms FROM feed WHERE feed = 'locations'")
    .pluck()

  const ofLocation = (row: LocationRow, overrides: FactOverrides, atMs: number | null): readonly Problem[] => {
    const problems: Problem[] = []
    const add = (code: string, message: string): void => {
      problems.push({ code, message, locationId: row.locationId })
    }
    const zone = locations.zoneOf(row, overrides)
    if (!zone.ok) add('time-zone-unknown', `${row.name}: ${zone.reason}`)
    else if (
      row.observesDaylightSaving !== null &&
      overrides.timeZones[row.locationId] === undefined &&
      atMs !== null
    ) {
      const says = row.observesDaylightSaving === 1
      if (says !== changesClocks(zone.timeZone, atMs)) {
        add(
          'daylight-saving-contradiction',
          `${row.name}: Cova says that daylight saving is ${says ? 'on' : 'off'}, but its time zone ${zone.timeZone} ${says ? 'has none' : 'has it'}. ${zone.timeZone} is used; set the location's time zone if that is wrong.`
        )
      }
    }
    const override = overrides.currencies[row.locationId] ?? null
    if (currencyOf({ countryCode: row.countryCode, override }) === null) {
      const country = row.countryCode === null ? 'has no country' : `is in the country "${row.countryCode}"`
      add(
        'currency-unknown',
        `${row.name} ${country}, whose currency is not known. Choose its currency in the settings.`
      )
    }
    if (row.isHeld === 1) {
      add(
        'amounts-held',
        `${row.name}: whether its prices include taxes has changed. Prices show as "ask for today's price" until all of them have been read again.`
      )
    }
    return problems
  }

  const read = (overrides: FactOverrides): readonly Problem[] => {
    const rows = locations.rows()
    const nameOf = new Map(rows.map((row) => [row.locationId, row.name]))
    const atMs = locationsReadAt.get() ?? null
    const problems: Problem[] = rows.flatMap((row) => ofLocation(row, overrides, atMs))
    for (const held of selectHeld.all()) problems.push(heldProblem(held, nameOf.get(held.locationId)))
    for (const odd of selectOdd.all()) {
      const { locationId } = odd
      const name = nameOf.get(locationId) ?? `Location ${locationId}`
      if (odd.doubled > 0) {
        problems.push({
          code: 'doubled-prices',
          message: `${name}: ${countOf(odd.doubled, 'product')} with two prices for one tier and group, such as ${odd.doubledName}. The dearer applies.`,
          locationId
        })
      }
      if (odd.overlapping > 0) {
        problems.push({
          code: 'overlapping-sales',
          message: `${name}: ${countOf(odd.overlapping, 'product')} with sales that overlap, such as ${odd.overlappingName}. The dearer applies.`,
          locationId
        })
      }
    }
    const unknownRates = countUnknownRates.get()
    if (unknownRates !== undefined && unknownRates.count > 0) {
      problems.push({
        code: 'tax-rate-unknown',
        message: `${countOf(unknownRates.count, 'product')} with a tax rate that Cova did not describe, such as ${unknownRates.name}: out-the-door prices may be too low.`,
        locationId: null
      })
    }
    return problems
  }
  const atOnce = db.transaction(read)
  return (overrides) => atOnce(overrides)
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const WHAT: Readonly<Record<HeldRow['scope'], string>> = {
  catalogue: 'products',
  promotions: 'promotions',
  locations: 'locations',
  tree: 'entries of the company tree'
}

const heldProblem = (held: HeldRow, name: string | undefined): Problem => {
  const isEverywhere = held.locationId === EVERYWHERE
  const where = isEverywhere ? '' : `${name ?? `Location ${held.locationId}`}: `
  return {
    code: 'removals-held-back',
    message: `${where}Cova's last full reply had ${held.count} of ${held.shown} ${WHAT[held.scope]} no more. They stay until the next full reply agrees.`,
    locationId: isEverywhere ? null : held.locationId
  }
}

/** Whether the zone's clock differs between January and July of the year of that instant. */
const changesClocks = (timeZone: string, atMs: number): boolean => {
  const now = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)
  return now.with({ month: 1, day: 1 }).offsetNanoseconds !== now.with({ month: 7, day: 1 }).offsetNanoseconds
}
