import { z } from 'zod'
import type { ScreenReport } from '../../shared/screen-report.ts'

/** What a page may report of itself: figures and names within bounds, and nothing else. A page is not believed. */
export const screenReportSchema: z.ZodType<ScreenReport> = z.strictObject({
  pages: z.int().min(0).max(100_000),
  seconds: z.int().min(0).max(100_000_000),
  advice: z
    .strictObject({
      screensMore: z.int().min(0).max(1_000_000),
      orLevel: z.literal('dense').nullable(),
      orSet: z.array(z.string().max(200)).max(20)
    })
    .nullable(),
  page: z.int().min(0).max(100_000).optional(),
  widthPx: z.int().min(1).max(100_000).optional(),
  heightPx: z.int().min(1).max(100_000).optional(),
  unlaid: z.strictObject({ keepsLast: z.boolean(), products: z.array(z.string().max(200)).max(5) }).optional(),
  leftOut: z.array(z.string().max(200)).max(5).optional()
})
