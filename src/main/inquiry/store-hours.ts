import { z } from 'zod'
import type { OpenHours, WeeklyHours } from '../../domain/schedule/opening-hours.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { StoreReader } from '../store/store.types.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const clock = z.object({ Hour: z.int().min(0).max(24), Minute: z.int().min(0).max(59) })
const day = z.object({ Open: clock, Close: clock }).nullish()
const week = z.object(Object.fromEntries(DAYS.map((name) => [name, day])) as Record<(typeof DAYS)[number], typeof day>)

/** A store's opening hours: the manager's, else what Cova says where that can be read, else null. */
export function openingHoursOf(
  locationId: number,
  settings: Pick<Settings, 'openingHours'>,
  reader: Pick<StoreReader, 'storeHours'>
): WeeklyHours | null {
  const said = settings.openingHours[locationId]
  if (said !== undefined) return said
  const text = reader.storeHours(locationId)
  if (text === null) return null
  const parsed = week.safeParse(jsonOf(text))
  if (!parsed.success) return null
  const hours = DAYS.map((name) => openHoursOf(parsed.data[name]))
  return hours.every((one) => one === null) ? null : hours
}

function openHoursOf(hours: z.infer<typeof day>): OpenHours | null {
  return hours === null || hours === undefined ? null : { opensAt: timeOf(hours.Open), closesAt: timeOf(hours.Close) }
}

function timeOf({ Hour, Minute }: z.infer<typeof clock>): string {
  return `${String(Hour % 24).padStart(2, '0')}:${String(Minute).padStart(2, '0')}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
