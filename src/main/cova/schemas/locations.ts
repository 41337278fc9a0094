import { z } from 'zod'
import type { LocationRecord, LocationsReply, RejectedRecord } from '../records.ts'
import { integer, integerOf, isObject, name, optionalFlag, optionalText, optionalWords } from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { rawTextOf, reasonOf, rejectedRecord } from './rejected-record.ts'

const STORE_HOURS_LIMIT = 4000

const locationSchema = z.object({
  Id: integer,
  Name: name,
  Address: z
    .object({ City: optionalWords, StateCode: optionalText, StateName: optionalText, CountryCode: optionalText })
    .nullish(),
  TimeZone: z.object({ Id: optionalText, DaylightSavingTimeEnabled: optionalFlag }).nullish(),
  StoreHours: z.unknown().optional()
})

/** The Locations reply, a list. Of two with one id the last stands. Never throws. */
export function parseLocations(json: unknown): ParseOutcome<LocationsReply> {
  if (!Array.isArray(json)) return wrongShape('the reply', 'a list of locations', json)
  const locations = new Map<number, LocationRecord>()
  const presentLocationIds = new Set<number>()
  const rejected: RejectedRecord[] = []
  for (const value of json as readonly unknown[]) {
    const locationId = integerOf(fieldOf(value, 'Id'))
    if (locationId !== null) presentLocationIds.add(locationId)
    const checked = locationSchema.safeParse(value)
    if (checked.success) locations.set(checked.data.Id, locationRecordOf(checked.data))
    else rejected.push(rejectedRecord('locations', 'location', locationId, reasonOf(checked.error), value))
  }
  return {
    ok: true,
    value: { locations: [...locations.values()], presentLocationIds: [...presentLocationIds], rejected }
  }
}

function locationRecordOf(raw: z.output<typeof locationSchema>): LocationRecord {
  return {
    locationId: raw.Id,
    name: raw.Name,
    city: raw.Address?.City ?? null,
    stateCode: raw.Address?.StateCode ?? null,
    stateName: raw.Address?.StateName ?? null,
    countryCode: raw.Address?.CountryCode ?? null,
    windowsZone: raw.TimeZone?.Id ?? null,
    observesDaylightSaving: raw.TimeZone?.DaylightSavingTimeEnabled ?? null,
    storeHours: storeHoursOf(raw.StoreHours)
  }
}

/** Opening hours are shown to nobody yet: anything that is not an object of reasonable size is "not said". */
function storeHoursOf(value: unknown): string | null {
  if (!isObject(value)) return null
  const hours = rawTextOf(value)
  return hours.length <= STORE_HOURS_LIMIT ? hours : null
}
