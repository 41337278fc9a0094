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
  /** Between heading, key and clock. */
  metaGap: 14,
  /** A mark of the key and the space to its label, and from one to the next. */
  keyMark: 31.5,
  keyGap: 9,
  /** Least air between the body and the footer. */
  bodyBelow: 8,
  /** Panels of promotions: text width, the point at its right, around its text, to its products, above the next one. */
  panelText: 247,
  panelPoint: 15,
  panelInset: 6,
  panelGap: 11,
  panelAbove: 10,
  offerShortLine: (40 / CAP) * 0.98,
  offerLongLine: (22 / CAP) * 1.06,
  /** From a headline to the words below it. */
  panelNoteAbove: 5,
  /** Between a headline and the words on its line. */
  panelNoteBeside: 14,
  /** Around a loyalty reward's row, and from its offer to its points. */
  rewardInset: 10,
  rewardGap: 21,
  panelRow: 37,
  panelJarInset: 6,
  panelQuantity: 40,
  panelPrice: 54,
  panelLabel: 94,
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
  /** Before the tag of the best price. */
  bestGap: DETAIL_FONT * 0.35,
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
