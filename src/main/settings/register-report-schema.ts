import { z } from 'zod'
import type { RegisterReport } from '../../shared/manager/register.ts'

const header = z.string().min(1).max(200).optional()

/** How a register's report is read: in the settings, and as the page sends it. */
export const registerReportSchema: z.ZodType<RegisterReport> = z.object({
  columns: z.strictObject({
    receipt: header,
    date: header,
    time: header,
    code: header,
    name: header,
    quantity: header,
    unitPrice: header,
    amount: header,
    discount: header,
    tax: header,
    total: header
  }) as unknown as z.ZodType<RegisterReport['columns']>,
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']),
  decimals: z.enum(['point', 'comma'])
})
