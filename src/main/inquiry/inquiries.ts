import type { InquiryChannel, InquiryChannels, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { registerInquiries } from './register.ts'
import { storesInquiries } from './stores.ts'

export type Inquiries = {
  readonly [C in InquiryChannel]: (
    ...args: InquiryChannels[C]['args']
  ) => ManagerReply<InquiryChannels[C]['answer']> | Promise<ManagerReply<InquiryChannels[C]['answer']>>
}

/** What the engine answers of the manager's questions, one file per subject. Arguments have been checked by the desk. */
export function createInquiries(context: InquiryContext): Inquiries {
  return { ...storesInquiries(context), ...registerInquiries(context) }
}
