import type Database from 'better-sqlite3'
import type { LocationFacts } from '../../domain/board/board-facts.ts'
import { type Market, marketOf } from '../../domain/location/market.ts'
import { currencyOf } from '../../domain/location/currency.ts'
import { timeZoneOf } from '../../domain/location/time-zone.ts'
import type { AncestryOf } from './ancestry.ts'
import { prepareAncestry } from './ancestry.ts'
import type { FactOverrides } from './store.types.ts'

export interface LocationRow {
  readonly locationId: number
  readonly name: string
  readonly city: string | null
  readonly stateCode: string | null
  readonly stateName: string | null
  readonly countryCode: string | null
  readonly windowsZone: string | null
  readonly observesDaylightSaving: number | null
  readonly taxPricing: 'Inclusive' | 'Exclusive' | null
  readonly isHeld: number
}

type ZoneAnswer = ReturnType<typeof timeZoneOf>

export interface LocationFactReader {
  readonly rows: () => readonly LocationRow[]
  readonly zoneOf: (row: LocationRow, overrides: FactOverrides) => ZoneAnswer
  readonly locations: (overrides: FactOverrides) => readonly LocationFacts[]
  readonly location: (locationId: number, overrides: FactOverrides) => LocationFacts | null
  readonly places: () => ReadonlyMap<number, string>
  readonly storeHours: (locationId: number) => string | null
  readonly treeNames: () => ReadonlyMap<number, string>
  readonly markets: () => ReadonlyMap<number, Market>
}

const SELECT = `SELECT l.location_id AS locationId, l.name, l.city, l.state_code AS stateCode,
  l.state_name AS stateName, l.country_code AS countryCode, l.windows_zone AS windowsZone,
  l.observes_daylight_saving AS observesDaylightSaving, t.tax_pricing AS taxPricing,
  h.location_id IS NOT NULL AS isHeld
  FROM location l
  LEFT JOIN tax_pricing t ON t.location_id = l.location_id
  LEFT JOIN tax_hold h ON h.location_id = l.location_id`

export const prepareLocationFactReader = (db: Database.Database): LocationFactReader => {
  const selectAll = db.prepare<[], LocationRow>(`${SELECT} ORDER BY l.location_id`)
  const selectOne = db.prepare<[number], LocationRow>(`${SELECT} WHERE l.location_id = ?`)
  const selectHours = db
    .prepare<[number], string | null>('SELECT store_hours FROM location WHERE location_id = ?')
    .pluck()
  const selectNames = db
    .prepare<[], readonly [entityId: number, name: string]>('SELECT entity_id, name FROM tree_node')
    .raw()
  const readAncestry = prepareAncestry(db)

  /** A zone is looked up in CLDR's whole table; a company has a handful. */
  const zones = new Map<string, ZoneAnswer>()
  const zoneOf = (row: LocationRow, overrides: FactOverrides): ZoneAnswer => {
    const source = {
      windowsZone: row.windowsZone,
      countryCode: row.countryCode,
      override: overrides.timeZones[row.locationId] ?? null
    }
    const key = JSON.stringify(source)
    const known = zones.get(key)
    if (known !== undefined) return known
    const answer = timeZoneOf(source)
    if (zones.size > 1000) zones.clear()
    zones.set(key, answer)
    return answer
  }

  const factsOf = (row: LocationRow, overrides: FactOverrides, ancestryOf: AncestryOf): LocationFacts => {
    const zone = zoneOf(row, overrides)
    return {
      locationId: row.locationId,
      name: row.name,
      timeZone: zone.ok ? zone.timeZone : null,
      currency: currencyOf({ countryCode: row.countryCode, override: overrides.currencies[row.locationId] ?? null }),
      taxPricing: row.taxPricing ?? 'Exclusive',
      amountsHeld: row.isHeld === 1,
      ancestry: ancestryOf(row.locationId)
    }
  }

  const readAll = db.transaction((overrides: FactOverrides): readonly LocationFacts[] => {
    const ancestryOf = readAncestry()
    return selectAll.all().map((row) => factsOf(row, overrides, ancestryOf))
  })
  const readOne = db.transaction((locationId: number, overrides: FactOverrides): LocationFacts | null => {
    const row = selectOne.get(locationId)
    return row === undefined ? null : factsOf(row, overrides, readAncestry())
  })

  return {
    rows: () => selectAll.all(),
    zoneOf,
    locations: (overrides) => readAll(overrides),
    location: (locationId, overrides) => readOne(locationId, overrides),
    places: () => new Map(selectAll.all().map((row) => [row.locationId, placeOf(row)])),
    storeHours: (locationId) => selectHours.get(locationId) ?? null,
    treeNames: () => new Map(selectNames.all()),
    markets: () =>
      new Map(
        selectAll.all().flatMap((row): readonly [number, Market][] => {
          const market = marketOf(row)
          return market === null ? [] : [[row.locationId, market]]
        })
      )
  }
}

/** "Regina, SK" */
const placeOf = (row: LocationRow): string =>
  [row.city, row.stateCode ?? row.stateName].filter((part) => part !== null && part.trim() !== '').join(', ')
