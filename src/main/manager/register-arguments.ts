import { z } from 'zod'
import { askedReportSchema, registerReportSchema } from '../settings/register-report-schema.ts'

const locationId = z.int()
const importId = z.uuid()
const short = z.string().max(200)
/** A piece of a file: well below what a request may hold. */
const piece = z.string().max(400_000)

/** What the channels of the register check take. */
export const registerArguments = {
  'register:blank': z.tuple([locationId]),
  'register:find': z.tuple([locationId, short]),
  'register:check-lines': z.tuple([
    z.object({
      locationId,
      day: z.string().max(10),
      minute: z
        .int()
        .min(0)
        .max(24 * 60 - 1),
      receipt: short.nullable(),
      lines: z.array(z.object({ product: short, quantity: short, amount: short, total: short.nullable() })).max(500)
    })
  ]),
  'register:import-begin': z.tuple([locationId, z.string().max(500), z.int().min(0), piece]),
  'register:import-map': z.tuple([importId, askedReportSchema]),
  'register:import-chunk': z.tuple([importId, z.int().min(0), piece]),
  'register:import-end': z.tuple([importId]),
  'register:import-cancel': z.tuple([importId]),
  'register:import-lines': z.tuple([importId, z.int().min(0), z.int().min(1).max(200)]),
  'register:forget-check': z.tuple([z.int()]),
  'register:score': z.tuple([]),
  'register:sample-now': z.tuple([]),
  'register:remember': z.tuple([registerReportSchema])
} as const
