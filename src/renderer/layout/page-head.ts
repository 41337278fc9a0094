import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { fitText, fitTextAnyway, type FittedText, type TextStyle } from './text-fit.ts'

const HEADING_STYLES: readonly [TextStyle, ...TextStyle[]] = ['heading-122', 'heading-110']

export interface PageHead {
  readonly heading: FittedText
  readonly headerPx: number
  /** The key of the marks stands in the footer: upright, in a narrow leaf, and beside a heading that needs its room. */
  readonly keyInFooter: boolean
}

/**
 * A page's heading in the first leaf, beside room for "12 of 12" unless its section is `whole` on it, and the height of the
 * header it makes.
 */
export function pageHeadOf(section: string, setting: LayoutSetting, whole = false): PageHead {
  const { geometry, measure, words } = setting
  const am = geometry.amPx
  const partPx = whole ? 0 : measure(`\u00a0${words.part(88, 88)}`, 'detail') + 10 * am
  const alone = geometry.leafCount > 1
  const clockPx = alone || geometry.portrait ? 0 : measure(words.widestClock, 'clock') + METRICS.metaGap * am
  const roomPx = geometry.leafPx - partPx - clockPx
  const besideKey =
    geometry.portrait || geometry.narrow
      ? null
      : fitText(measure, section, HEADING_STYLES, roomPx - (alone ? 0 : keyPxOf(setting) + METRICS.metaGap * am), 1)
  const keyInFooter = besideKey === null && !alone
  const heading = besideKey ?? fitTextAnyway(measure, section, HEADING_STYLES, roomPx)
  const moreLines = heading.lines.length - 1
  const headerPx = (METRICS.headerLine + moreLines * METRICS.headingNextLine + METRICS.headerBelow) * am
  return { heading, headerPx, keyInFooter }
}

/** Width of the key of all marks on the board, in px. */
export function keyPxOf({ geometry, measure, words, strains }: LayoutSetting): number {
  const labelsPx = strains.reduce((sum, strain) => sum + measure(words.strains[strain], 'detail'), 0)
  const marksAm = strains.length * METRICS.keyMark + Math.max(0, strains.length - 1) * METRICS.keyGap
  return labelsPx + marksAm * geometry.amPx
}
