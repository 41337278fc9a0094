import type { InquiryChannel, InquiryChannels, ManagerReply } from '../../shared/manager/manager-channels.ts'
import { absenceInquiries } from './absence.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { healthInquiries } from './health.ts'
import { registerInquiries } from './register.ts'
import { screensInquiries } from './screens.ts'
import { settingsInquiries } from './settings.ts'
import { printInquiries } from './print.ts'
import { storesInquiries } from './stores.ts'
import { syncInquiries } from './sync.ts'
import { todayInquiries } from './today.ts'
import { explainInquiries } from './explain.ts'
import { timeMachineInquiries } from './time-machine.ts'

export type Inquiries = {
  readonly [C in InquiryChannel]: (
    ...args: InquiryChannels[C]['args']
  ) => ManagerReply<InquiryChannels[C]['answer']> | Promise<ManagerReply<InquiryChannels[C]['answer']>>
}

/** What the engine answers of the manager's questions, one file per subject. Arguments have been checked by the desk. */
export function createInquiries(context: InquiryContext): Inquiries {
  return {
    ...storesInquiries(context),
    ...settingsInquiries(context),
    ...healthInquiries(context),
    ...syncInquiries(context),
    ...todayInquiries(context),
    ...timeMachineInquiries(context),
    ...explainInquiries(context),
    ...absenceInquiries(context),
    ...screensInquiries(context),
    ...printInquiries(context),
    ...registerInquiries(context)
  }
}
