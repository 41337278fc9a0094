import { z } from 'zod'
import type { ManagerArgs } from '../../shared/manager/manager-channels.ts'
import type { NetworkChannels } from '../../shared/manager/network.ts'

/** What the channels of the network take. */
export const networkArguments = {
  'network:read': z.tuple([]),
  'network:keep': z.tuple([z.strictObject({ serve: z.boolean(), boards: z.enum(['paired', 'everybody']) })])
} satisfies { readonly [C in keyof NetworkChannels]: z.ZodType<ManagerArgs<C>> }
