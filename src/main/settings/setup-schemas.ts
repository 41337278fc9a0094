import { z } from 'zod'
import type { CovaCredentials, FirstRunAnswers } from '../../shared/setup.ts'

const value = z.string().max(2000)

/** What first run is sent, over IPC and HTTP alike. */
export const credentialsSchema: z.ZodType<CovaCredentials> = z.strictObject({
  companyId: value,
  clientId: value,
  clientSecret: value,
  username: value,
  password: value
})

export const locationIdsSchema = z.array(z.int()).min(1).max(10_000).nullable()

export const firstRunAnswersSchema: z.ZodType<FirstRunAnswers> = z.strictObject({
  market: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('free') }),
    z.strictObject({ kind: z.literal('unsure') }),
    z.strictObject({
      kind: z.literal('restricted'),
      hides: z.array(z.enum(['promotions', 'reductions', 'potency', 'pictures'])).min(1)
    })
  ]),
  displays: z.array(z.boolean()).max(64)
})
