import { z } from 'zod'
import { registerArguments } from './register-arguments.ts'
import type { ManagerArgs, ManagerChannel } from '../../shared/manager/manager-channels.ts'

const pin = z.string().max(64)

/** What each channel takes, for every channel of the map. A page is not believed, not even our own. */
export const argumentsOf = {
  'gate:state': z.tuple([]),
  'gate:choose-pin': z.tuple([pin]),
  'gate:unlock': z.tuple([pin]),
  'session:end': z.tuple([]),
  'session:change-pin': z.tuple([pin, pin]),
  'stores:list': z.tuple([]),
  ...registerArguments
} satisfies { readonly [C in ManagerChannel]: z.ZodType<ManagerArgs<C>> }
