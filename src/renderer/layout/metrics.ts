/** Heights of a board's parts in arcminutes, as the drawings have them (design, "Type", "Space and grid"). */
const CAP = 0.686
const DETAIL_FONT = 14 / CAP
const NAME_FONT = 20 / CAP
const RAIL_FONT = 28 / CAP
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
  railHeight: 16 + RAIL_FONT,
  railGap: 10,
  ladderRowAbove: 3.5,
  rowsAbove: 8,
  row: 31.5,
  ticketLine: 28,
  classAbove: 14,
  classInset: 6,
  jarName: NAME_FONT * 1.1,
  jarCell: NAME_FONT * 1.18 + 5,
  jarLineGap: 12,
  quantityColumn: 47,
  quantityGap: 6
} as const
