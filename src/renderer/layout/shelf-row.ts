import type { ViewItem } from '../../shared/board-view.ts'
import type { DraftSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { detailOf, flowLinesOf, nameLineOf, tagsOf, type WantedDetail } from './name-line.ts'
import type { DetailLine, ShelfRow } from './page.types.ts'

/**
 * One product under a rail: mark, name and tags in the label column and the first rung's, then brand, THC and CBD in one
 * column each; sold out says so where CBD stands (design, "Badges"). A name of more than three lines takes the row. In a
 * narrow leaf the details follow each other below the name.
 */
export function shelfRowOf(item: ViewItem, setting: DraftSetting): ShelfRow {
  const { geometry, measure, words } = setting
  const am = geometry.amPx
  const markPx = METRICS.mark * am
  const tags = tagsOf(item, words)
  const besidePx = geometry.labelPx + geometry.rungPx - METRICS.cellInset * am - markPx
  const wholePx = geometry.leafPx - markPx
  const beside = geometry.narrow ? null : nameLineOf(measure, item.name, tags, besidePx, am, METRICS.row, 3)
  const whole = geometry.narrow || beside === null || !beside.inline ? wholeTopOf() : null
  const common = { productId: item.productId, strain: item.strain, soldOut: item.soldOut }
  if (beside !== null) {
    const details = columnDetailsOf(item, setting)
    const detailsPx = details === null ? 0 : METRICS.row * am + details.heightPx - METRICS.detailLine * am
    const heightPx = Math.max(beside.heightPx, detailsPx)
    if (whole === null || whole.heightPx >= heightPx)
      return {
        ...common,
        top: beside,
        fullMeasure: false,
        details: details === null ? [] : [details],
        namePx: beside.heightPx,
        heightPx
      }
  }
  if (whole === null) throw new Error(`no room for the name of product ${item.productId}`)
  return { ...common, ...whole, fullMeasure: true }

  function wholeTopOf() {
    const top = nameLineOf(measure, item.name, tags, wholePx, am, METRICS.row, null)
    if (top === null) return null
    const details = flowLinesOf(measure, wantedOf(item, setting), wholePx, am)
    const belowPx = details.length === 0 ? 0 : METRICS.flowBelow * am
    const heightPx = top.heightPx + details.reduce((sum, line) => sum + line.heightPx, 0) + belowPx
    return { top, details, namePx: top.heightPx, heightPx }
  }
}

function wantedOf(item: ViewItem, { words }: DraftSetting): WantedDetail[] {
  const wanted: WantedDetail[] = []
  if (item.brand !== null) wanted.push({ kind: 'brand', label: null, text: item.brand })
  if (item.thc !== null) wanted.push({ kind: 'thc', label: 'THC', text: item.thc })
  if (item.soldOut) wanted.push({ kind: 'sold-out', label: null, text: words.soldOut })
  else if (item.cbd !== null) wanted.push({ kind: 'cbd', label: 'CBD', text: item.cbd })
  return wanted
}

const COLUMNS = { brand: 1, thc: 2, cbd: 3, 'sold-out': 3, note: 1 } as const

function columnDetailsOf(item: ViewItem, setting: DraftSetting): DetailLine | null {
  const wanted = wantedOf(item, setting)
  if (wanted.length === 0) return null
  const { geometry, measure } = setting
  const insetPx = 2 * METRICS.cellInset * geometry.amPx
  const details = wanted.map(({ kind, label, text }, index) => {
    const next = wanted[index + 1]
    const room = (next === undefined ? geometry.rungCount : COLUMNS[next.kind]) - COLUMNS[kind]
    return detailOf(measure, kind, label, text, COLUMNS[kind], geometry.rungPx, insetPx, room)
  })
  const lines = Math.max(...details.map((detail) => detail.lines.length))
  return { flows: false, details, heightPx: lines * METRICS.detailLine * geometry.amPx }
}
