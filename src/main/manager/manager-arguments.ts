import { z } from 'zod'
import { timeMachineArguments } from './time-machine-arguments.ts'
import { absenceArguments } from './absence-arguments.ts'
import { screensArguments } from './screens-arguments.ts'
import { settingsArguments } from './settings-arguments.ts'
import { printArguments } from './print-arguments.ts'
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
  ...timeMachineArguments,
  ...absenceArguments,
  ...settingsArguments,
  ...screensArguments,
  ...printArguments
} satisfies { readonly [C in ManagerChannel]: z.ZodType<ManagerArgs<C>> }
