import { z } from 'zod'
import type { ManagerArgs } from '../../shared/manager/manager-channels.ts'
import type { PrintChannels, PrintInquiries, PrintRequest } from '../../shared/manager/print.ts'
import { boardSet, isLanguageTag } from '../settings/screen-schema.ts'

const locationId = z.int()
const screen = z.string().min(1).max(60).nullable()
const boardUrl = z
  .url({ protocol: /^https?$/ })
  .max(600)
  .nullable()
const pageIndex = z.int().min(0).max(100_000)

const request: z.ZodType<PrintRequest> = z.strictObject({
  kind: z.enum(['price-list', 'shelf-talkers', 'menu']),
  locationId,
  screen,
  set: boardSet.nullable(),
  paper: z.enum(['letter', 'a4']),
  language: z.string().max(35).refine(isLanguageTag).nullable(),
  soldOut: z.boolean(),
  qrCode: z.boolean()
})

type PrintChannel = keyof PrintChannels | keyof PrintInquiries

/** What the channels of print take. */
export const printArguments = {
  'print:options': z.tuple([locationId, screen]),
  'print:sheet': z.tuple([request, boardUrl, pageIndex]),
  'print:document': z.tuple([request, boardUrl]),
  'print:address': z.tuple([locationId, screen]),
  // Whatever was typed: what is wrong with it is said beside the field.
  'print:keep-address': z.tuple([z.string().max(2000).nullable()]),
  'print:renew-codes': z.tuple([locationId]),
  'print:preview': z.tuple([request, pageIndex]),
  'print:pdf': z.tuple([request]),
  'print:save': z.tuple([request])
} satisfies { readonly [C in PrintChannel]: z.ZodType<ManagerArgs<C>> }
