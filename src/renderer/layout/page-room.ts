import { footerOf } from './footer.ts'
import type { PageGeometry } from './geometry.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { pageHeadOf } from './page-head.ts'

/** Px between a page's header and its footer. */
export function bodyPxOf(geometry: PageGeometry, headerPx: number, footerPx: number): number {
  return geometry.sheetPx - headerPx - footerPx - METRICS.bodyBelow * geometry.amPx
}

/** The body of a section's page without the words of any offer: what is taller than this has to be parted. */
export function mostBodyPxOf(heading: string, setting: LayoutSetting): number {
  const { headerPx, keyInFooter } = pageHeadOf(heading, setting)
  return bodyPxOf(setting.geometry, headerPx, footerOf([], setting, keyInFooter).heightPx)
}
