import { z } from 'zod'
import type { WeeklyHours } from '../../domain/schedule/opening-hours.ts'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "09:00"')

/** Seven days, Monday first; null is a day on which the store stays closed. */
export const weeklyHoursSchema: z.ZodType<WeeklyHours> = z
  .array(z.object({ opensAt: timeOfDay, closesAt: timeOfDay }).nullable())
  .length(7, 'expected seven days, Monday first')
