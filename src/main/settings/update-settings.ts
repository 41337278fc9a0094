import { z } from 'zod'
import { feedUrlOf } from '../../domain/update/feed-url.ts'
import type { UpdateSettings } from '../../shared/update.ts'

export const defaultUpdates: UpdateSettings = { enabled: true, feedUrl: null, channel: 'stable', pinnedVersion: null }

export const updatesSchema = z.object({
  enabled: z.boolean(),
  feedUrl: z
    .string()
    .transform(feedUrlOf)
    .refine((url) => url !== null)
    .nullable(),
  channel: z.enum(['stable', 'beta']),
  /** As Semantic Versioning has it, without what it calls build metadata. */
  pinnedVersion: z
    .string()
    .max(100)
    .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/)
    .nullable()
}) satisfies z.ZodType<UpdateSettings>
