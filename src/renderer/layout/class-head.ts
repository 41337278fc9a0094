import type { DraftSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { fitTextAnyway, type FittedText, type TextStyle } from './text-fit.ts'

const TITLE_STYLES: readonly [TextStyle, ...TextStyle[]] = ['title-100', 'title-90', 'title-80', 'title-70', 'title-62']

/** A title that fits the label column, beside its mark if it has one; in a narrow leaf it has the leaf. */
export function fitTitle(title: string, marked: boolean, { geometry, measure }: DraftSetting): FittedText {
  const markPx = marked ? METRICS.mark * geometry.amPx : 0
  const widthPx = geometry.narrow ? geometry.leafPx : geometry.labelPx
  return fitTextAnyway(measure, title, TITLE_STYLES, widthPx - METRICS.cellInset * geometry.amPx - markPx)
}

export interface ClassHead {
  readonly title: FittedText | null
  readonly subtitle: FittedText | null
  readonly titlePx: number
  readonly barAbovePx: number
  /** The bar and the space around it. */
  readonly openPx: number
}

/** What opens a class in a leaf; `below` another block it keeps its distance. */
export function classHeadOf(
  title: string | null,
  subtitle: string | null,
  marked: boolean,
  below: boolean,
  setting: DraftSetting
): ClassHead {
  const { geometry, measure } = setting
  const am = geometry.amPx
  const titleFit = title === null ? null : fitTitle(title, marked, setting)
  const widthPx = (geometry.narrow ? geometry.leafPx : geometry.labelPx) - METRICS.cellInset * am
  const subtitleFit =
    subtitle === null || subtitle === title ? null : fitTextAnyway(measure, subtitle, ['detail'], widthPx)
  const titlePx =
    (titleFit === null ? 0 : titleFit.lines.length * METRICS.titleLine * am) +
    (subtitleFit === null ? 0 : subtitleFit.lines.length * METRICS.detailLine * am)
  const barAbovePx = below ? METRICS.classAbove * am : 0
  const openPx = barAbovePx + geometry.barPx + METRICS.classInset * am
  return { title: titleFit, subtitle: subtitleFit, titlePx, barAbovePx, openPx }
}

/** Height of a class under its head: beside the title, in a narrow leaf below it. */
export function classPxOf(head: ClassHead, linesPx: number, narrow: boolean): number {
  return head.openPx + (narrow ? head.titlePx + linesPx : Math.max(head.titlePx, linesPx))
}
