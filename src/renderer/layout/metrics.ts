/** Heights of a board's parts in arcminutes, as the drawings have them (design, "Type", "Space and grid"). */
const CAP = 0.686
const DETAIL_FONT = 14 / CAP
const NAME_FONT = 20 / CAP
const HEADING_FONT = 32 / CAP

export const METRICS = {
  cellInset: 8,
  /** Mark and the space to the name. */
  mark: 35,
  ticketGap: 8,
  headerLine: 37,
  headingNextLine: HEADING_FONT * 1.04,
  headerBelow: 18,
  /** Least air between the body and the footer. */
  bodyBelow: 8,
  footerRow: 27,
  detailLine: DETAIL_FONT * 1.1,
  titleLine: NAME_FONT * 1.15,
  shelfNextName: NAME_FONT * 1.1,
  /** Around the letters of a rail. */
  railInset: 16,
  railGap: 10,
  ladderRowAbove: 3.5,
  rowsAbove: 8,
  row: 31.5,
  ticketLine: 28,
  /** Between details that follow each other. */
  flowGap: 14,
  flowLine: DETAIL_FONT * 1.1,
  flowBelow: 6,
  classAbove: 14,
  classInset: 6,
  jarName: NAME_FONT * 1.1,
  /** Of the letters on a label, and the air below it. */
  labelLine: 1.18,
  jarCellBelow: 5,
  jarLineGap: 12,
  /** A picture's side: as tall as a single of name, prices and details. */
  picture: 94,
  pictureGap: 10,
  quantityColumn: 47,
  quantityGap: 6,
  /** After a quantity whose label is too wide for the common column. */
  quantityLeastGap: 3,
  /** After a currency sign. */
  signGap: DETAIL_FONT * 0.05,
  /** Above the footer of a screen that stands upright: its bar and the air below it. */
  footerInset: 6,
  keyRow: 31,
  legendGap: 10
} as const

/** Font size in arcminutes of letters with the given cap height. */
export function fontAmOf(capAm: number): number {
  return capAm / CAP
}
