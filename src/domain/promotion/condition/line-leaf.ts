import type { PriceSource } from '../../../shared/board-snapshot.ts'

/** What a line can be asked for (Promotions guide, LineCondition). */
export type LineLeaf = { readonly type: 'NoSalePricing' }

/** What a line condition looks at: a basket's line, or a rung that would become one. */
export interface LineSubject {
  readonly source: PriceSource
}
