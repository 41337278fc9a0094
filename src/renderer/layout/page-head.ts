import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { fitTextAnyway, type FittedText } from './text-fit.ts'

/** A page's heading in the first leaf, beside room for "12 of 12", and the height of the header it makes. */
export function pageHeadOf(
  section: string,
  setting: LayoutSetting
): { readonly heading: FittedText; readonly headerPx: number } {
  const { geometry, measure, words } = setting
  const am = geometry.amPx
  const partPx = measure(`\u00a0${words.part(88, 88)}`, 'detail') + 10 * am
  const besidePx = geometry.leafCount > 1 ? 0 : keyPxOf(setting)
  const heading = fitTextAnyway(measure, section, ['heading-122', 'heading-110'], geometry.leafPx - partPx - besidePx)
  const moreLines = heading.lines.length - 1
  const headerPx = (METRICS.headerLine + moreLines * METRICS.headingNextLine + METRICS.headerBelow) * am
  return { heading, headerPx }
}

/** On a page of one leaf the heading shares its line with the key and the clock. */
function keyPxOf({ geometry, measure, words }: LayoutSetting): number {
  const labels = Object.values(words.strains)
  const marksPx = labels.reduce((sum, label) => sum + measure(label, 'detail') + 46 * geometry.amPx, 0)
  return marksPx + measure('12:59 p.m.', 'clock') + 32 * geometry.amPx
}
