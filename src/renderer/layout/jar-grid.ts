import type { PageGeometry } from './geometry.ts'
import { METRICS } from './metrics.ts'

/** The columns that singles stand in: the rungs', beside the label column; in a narrow leaf two, beside the marks. */
export interface JarGrid {
  readonly columns: 2 | 4
  readonly columnPx: number
}

export function jarGridOf(geometry: PageGeometry): JarGrid {
  if (!geometry.narrow) return { columns: 4, columnPx: geometry.rungPx }
  // The cells' inset begins where the marks end, so that names and details stand in one line.
  const markPx = (METRICS.mark - METRICS.cellInset) * geometry.amPx
  return { columns: 2, columnPx: (geometry.leafPx - markPx) / 2 }
}
