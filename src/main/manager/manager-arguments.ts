import { z } from 'zod'
import { registerArguments } from './register-arguments.ts'
import type { ManagerArgs, ManagerChannel } from '../../shared/manager/manager-channels.ts'
import { timeMachineArguments } from './time-machine-arguments.ts'
import { absenceArguments } from './absence-arguments.ts'
import { screensArguments } from './screens-arguments.ts'
import { settingsArguments } from './settings-arguments.ts'
import { networkArguments } from './network-arguments.ts'
import { printArguments } from './print-arguments.ts'

const pin = z.string().max(64)

/** What each channel takes, for every channel of the map. A page is not believed, not even our own. */
export const argumentsOf = {
  'gate:state': z.tuple([]),
  'gate:choose-pin': z.tuple([pin]),
  'gate:unlock': z.tuple([pin]),
  'session:end': z.tuple([]),
  'session:change-pin': z.tuple([pin, pin]),
  'setup:again': z.tuple([]),
  'stores:list': z.tuple([]),
  'stores:hours': z.tuple([]),
  'updates:read': z.tuple([]),
  'updates:check': z.tuple([]),
  'updates:install': z.tuple([]),
  ...registerArguments,
  ...timeMachineArguments,
  ...absenceArguments,
  ...settingsArguments,
  ...screensArguments,
  ...printArguments,
  ...networkArguments
} satisfies { readonly [C in ManagerChannel]: z.ZodType<ManagerArgs<C>> }
