import { z } from 'zod'

const locationId = z.int()
/** A name of the settings' screens. */
const screen = z.string().max(200).nullable()

/** What the channels of shared/manager/absence.ts take. */
export const absenceArguments = {
  'absence:search': z.tuple([locationId, screen, z.string().max(200)]),
  'absence:product': z.tuple([locationId, screen, z.string().max(200)]),
  'absence:promotion': z.tuple([locationId, screen, z.string().max(200)])
}
