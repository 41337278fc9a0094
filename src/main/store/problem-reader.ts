import type Database from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import { foundProblem } from '../../domain/health/found-problem.ts'
import { currencyOf } from '../../domain/location/currency.ts'
import type { FoundProblem, ProblemFacts } from '../../shared/problem.ts'
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
): ((overrides: FactOverrides) => readonly FoundProblem[]) => {
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

  const ofLocation = (row: LocationRow, overrides: FactOverrides, atMs: number | null): readonly FoundProblem[] => {
    const problems: FoundProblem[] = []
    const store = row.name
    const add = (facts: ProblemFacts): void => {
      problems.push(foundProblem(facts, row.locationId))
    }
    const zone = locations.zoneOf(row, overrides)
    if (!zone.ok) add({ code: 'time-zone-unknown', store, fault: zone.fault })
    else if (
      row.observesDaylightSaving !== null &&
      overrides.timeZones[row.locationId] === undefined &&
      atMs !== null
    ) {
      const saysOn = row.observesDaylightSaving === 1
      const { timeZone } = zone
      if (saysOn !== changesClocks(timeZone, atMs)) {
        add({ code: 'daylight-saving-contradiction', store, saysOn, timeZone })
      }
    }
    const override = overrides.currencies[row.locationId] ?? null
    if (currencyOf({ countryCode: row.countryCode, override }) === null) {
      add({ code: 'currency-unknown', store, country: row.countryCode })
    }
    if (row.isHeld === 1) add({ code: 'amounts-held', store })
    return problems
  }

  const read = (overrides: FactOverrides): readonly FoundProblem[] => {
    const rows = locations.rows()
    const nameOf = new Map(rows.map((row) => [row.locationId, row.name]))
    const atMs = locationsReadAt.get() ?? null
    const problems: FoundProblem[] = rows.flatMap((row) => ofLocation(row, overrides, atMs))
    for (const held of selectHeld.all()) problems.push(heldProblem(held, nameOf.get(held.locationId)))
    for (const { locationId, doubled, doubledName, overlapping, overlappingName } of selectOdd.all()) {
      const store = nameOf.get(locationId) ?? `Location ${locationId}`
      if (doubled > 0) {
        const example = doubledName ?? ''
        problems.push(foundProblem({ code: 'doubled-prices', store, count: doubled, example }, locationId))
      }
      if (overlapping > 0) {
        const example = overlappingName ?? ''
        problems.push(foundProblem({ code: 'overlapping-sales', store, count: overlapping, example }, locationId))
      }
    }
    const unknownRates = countUnknownRates.get()
    if (unknownRates !== undefined && unknownRates.count > 0) {
      const { count, name } = unknownRates
      problems.push(foundProblem({ code: 'tax-rate-unknown', count, example: name ?? '' }))
    }
    return problems
  }
  const atOnce = db.transaction(read)
  return (overrides) => atOnce(overrides)
}

const heldProblem = ({ scope, locationId, count, shown }: HeldRow, name: string | undefined): FoundProblem => {
  const isEverywhere = locationId === EVERYWHERE
  const store = isEverywhere ? null : (name ?? `Location ${locationId}`)
  return foundProblem(
    { code: 'removals-held-back', store, what: scope, count, shown },
    isEverywhere ? null : locationId
  )
}

/** Whether the zone's clock differs between January and July of the year of that instant. */
const changesClocks = (timeZone: string, atMs: number): boolean => {
  const now = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)
  return now.with({ month: 1, day: 1 }).offsetNanoseconds !== now.with({ month: 7, day: 1 }).offsetNanoseconds
}
