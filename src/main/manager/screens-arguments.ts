import { z } from 'zod'

const id = z.string().max(200)
const page = z.string().max(200)
const locationId = z.int()
/** The shape alone: values are checked one by one, so that a wrong one is refused beside its field. */
const change = z.strictObject({
  name: z.string().max(200).optional(),
  locationId: locationId.nullish(),
  board: z.string().max(200).nullish(),
  settings: z.record(z.string().max(60), z.unknown()).optional()
})
const day = z.strictObject({ opensAt: z.string().max(10), closesAt: z.string().max(10) })

export const screensArguments = {
  'screens:shown': z.tuple([]),
  'screens:view': z.tuple([page, z.string().max(200)]),
  'screens:menu': z.tuple([locationId]),
  'screens:hours': z.tuple([locationId]),
  'screens:list': z.tuple([]),
  'screens:change': z.tuple([id, change]),
  'screens:identify': z.tuple([id]),
  'screens:reload': z.tuple([id]),
  'screens:pair': z.tuple([z.string().max(40), change]),
  'screens:unpair': z.tuple([id]),
  'screens:set-hours': z.tuple([locationId, z.array(day.nullable()).length(7).nullable()])
}
