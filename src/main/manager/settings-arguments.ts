import { z } from 'zod'
import { displaysSchema } from '../settings/display-settings.ts'

const revision = z.string().max(64)
const name = z.string().max(120)

/** The shape alone: values are checked one by one, so that a wrong one is refused beside its field. */
const change = z.strictObject({
  restrictToLocationIds: z.array(z.int()).max(10_000).nullish(),
  markets: z.array(name).max(200).nullish(),
  frozen: z.boolean().optional(),
  timeZoneOverrides: z.record(name, name.nullable()).optional(),
  currencyOverrides: z.record(name, name.nullable()).optional(),
  staleAfterMinutes: z.number().optional(),
  language: name.nullish(),
  storeColour: name.nullish(),
  storeLogo: z.string().max(200).nullish(),
  market: z.strictObject({ profile: name, confirmed: z.boolean() }).nullish(),
  displays: displaysSchema.optional(),
  renamedScreens: z.record(name, name).optional(),
  screens: z.record(name, z.record(name, z.unknown()).nullable()).optional()
})

export const settingsArguments = {
  'settings:read': z.tuple([]),
  'settings:choices': z.tuple([]),
  'settings:save': z.tuple([revision, change]),
  'settings:try': z.tuple([revision, change]),
  'settings:show-store': z.tuple([z.int()])
}
