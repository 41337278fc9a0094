import { z } from 'zod'
import type { AskedReport, RegisterReport } from '../../shared/manager/register.ts'

const header = z.string().min(1).max(200).exactOptional()
const columns = z.strictObject({
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
})
const dateOrder = z.enum(['ymd', 'mdy', 'dmy'])
const decimals = z.enum(['point', 'comma'])
const byDay = z.boolean().exactOptional()

/** How a register's report is read, in the settings. */
export const registerReportSchema: z.ZodType<RegisterReport> = z.object({ columns, dateOrder, decimals, byDay })

/** The same as the page asks for it. */
export const askedReportSchema: z.ZodType<AskedReport> = z.object({
  columns,
  dateOrder: dateOrder.nullable(),
  decimals,
  byDay
})
