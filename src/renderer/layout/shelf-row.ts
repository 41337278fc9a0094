import type { ViewItem } from '../../shared/board-view.ts'
import { RUNG_COLUMNS } from './geometry.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { detailOf, nameLineOf } from './name-line.ts'
import type { Detail, ShelfRow } from './page.types.ts'

/**
 * One product under a rail: mark, name and tickets in the label column and the first rung's, then brand, THC and CBD in
 * one column each; sold out says so where CBD stands (design, "Badges"). A name of more than three lines takes the row.
 */
export function shelfRowOf(item: ViewItem, setting: LayoutSetting): ShelfRow {
  const { geometry, measure } = setting
  const am = geometry.amPx
  const markPx = METRICS.mark * am
  const besidePx = geometry.labelPx + geometry.rungPx - METRICS.cellInset * am - markPx
  const beside = nameLineOf(measure, item, besidePx, am, METRICS.row, 3)
  const top = beside ?? nameLineOf(measure, item, geometry.leafPx - markPx, am, METRICS.row, null)
  if (top === null) throw new Error(`no room for the name of product ${item.productId}`)
  const details = placeDetails(item, beside === null ? 0 : 1, setting)
  const detailLines = Math.max(0, ...details.map((detail) => detail.lines.length))
  const detailsPx = detailLines === 0 ? 0 : (METRICS.row + (detailLines - 1) * METRICS.detailLine) * am
  return {
    productId: item.productId,
    top,
    strain: item.strain,
    soldOut: item.soldOut,
    fullMeasure: beside === null,
    details,
    namePx: top.heightPx,
    heightPx: beside === null ? top.heightPx + detailsPx : Math.max(top.heightPx, detailsPx)
  }
}

function placeDetails(item: ViewItem, firstColumn: number, setting: LayoutSetting): Detail[] {
  const wanted: { kind: Detail['kind']; label: string | null; text: string; column: number }[] = []
  if (item.brand !== null) wanted.push({ kind: 'brand', label: null, text: item.brand, column: firstColumn })
  if (item.thc !== null) wanted.push({ kind: 'thc', label: 'THC', text: item.thc, column: 2 })
  if (item.soldOut) wanted.push({ kind: 'sold-out', label: null, text: setting.words.soldOut, column: 3 })
  else if (item.cbd !== null) wanted.push({ kind: 'cbd', label: 'CBD', text: item.cbd, column: 3 })
  const { geometry, measure } = setting
  const insetPx = 2 * METRICS.cellInset * geometry.amPx
  return wanted.map((want, index) => {
    const room = (wanted[index + 1]?.column ?? RUNG_COLUMNS) - want.column
    return detailOf(measure, want.kind, want.label, want.text, want.column, geometry.rungPx, insetPx, room)
  })
}
