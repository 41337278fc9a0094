import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import { createInquiries, type Inquiries } from '../../../src/main/inquiry/inquiries.ts'
import { defaultSettings } from '../../../src/main/settings/settings-file.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import type { MarketRule } from '../../../src/domain/market/market-profile.ts'
import type { PriceRecord } from '../../../src/domain/pricing/price-record.ts'
import type {
  LocationRecord,
  ProductRecord,
  PromotionRecord,
  TaxRateRecord,
  TreeNodeRecord
} from '../../../src/main/cova/records.ts'
import {
  aLocation,
  aProduct,
  aPromotion,
  aRate,
  aSet,
  NO_OVERRIDES,
  openTestStore,
  passCatalogue,
  passLocations,
  passPromotions,
  tick
} from '../store/store-fixture.ts'
import { HOUSE_AS_DELIVERED } from '../board/house-as-delivered.ts'

/** Tuesday 24 November 2026, 10:00 am in Regina. */
export const NOW = Date.parse('2026-11-24T10:00:00-06:00')

export interface StoredThings {
  readonly location?: Partial<LocationRecord>
  readonly products?: readonly {
    readonly id: string
    readonly name?: string
    readonly more?: Partial<ProductRecord>
    readonly records: readonly PriceRecord[]
  }[]
  readonly promotions?: readonly PromotionRecord[]
  readonly taxRates?: readonly TaxRateRecord[]
  readonly settings?: Partial<Settings>
  readonly marketRules?: readonly MarketRule[]
  readonly nowMs?: number
}

export interface AskedStore {
  readonly store: StoreWriter
  readonly inquiries: Inquiries
  readonly problems: BoardService['problems']
}

const node = (
  entityId: number,
  name: string,
  role: TreeNodeRecord['role'],
  parentId: number | null
): TreeNodeRecord => ({
  entityId,
  name,
  role,
  parentId
})

/** A real store of location 1 below "Coast region" below the company 9, and what the engine answers about it. */
export function askedStore(things: StoredThings): AskedStore {
  const store = openTestStore()
  const run = store.startRun('locations', 'full', tick())
  store.landTree(
    run,
    {
      nodes: [
        node(9, 'Tern & Timber', 'Company', null),
        node(10, 'Coast region', 'Group', 9),
        node(1, 'Harbour Street', 'Location', 10)
      ],
      rejected: []
    },
    tick()
  )
  store.finishRun(run, null, tick())
  passLocations(store, [aLocation(1, { name: 'Harbour Street', ...things.location })])
  const taxRateIds = (things.taxRates ?? []).map(({ taxRateId }) => taxRateId)
  passCatalogue(
    store,
    (things.products ?? []).map(({ id, name = id, more = {}, records }) => ({
      product: aProduct(id, { name, applicableTaxRateIds: taxRateIds, ...more }),
      sets: [aSet(1, id, records)]
    })),
    { taxRates: things.taxRates ?? [] }
  )
  passPromotions(store, things.promotions ?? [])
  const settings: Settings = { ...defaultSettings, ...things.settings }
  const nowMs = (): number => things.nowMs ?? NOW
  const boards = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader: store,
    nowMs,
    staleAfterMs: Infinity,
    language: settings.language,
    screens: settings.screens,
    marketRules: things.marketRules ?? []
  })
  return {
    store,
    problems: boards.problems,
    inquiries: createInquiries({
      ownStoreId: () => null,
      reader: store,
      boards,
      nowMs,
      settings,
      overrides: NO_OVERRIDES,
      marketRules: things.marketRules ?? [],
      // Nothing is synced here, and nobody asks how the machine does.
      sync: null,
      health: () => {
        throw new Error('this store has no health')
      },
      problems: () => [],
      lateFeeds: () => new Set(),
      records: { history: store.history, register: store.register, bringUpToDate: () => {} },
      rememberedReport: () => null,
      sampleNow: async () => null
    })
  }
}

export function aWeekly(
  promotionId: string,
  name: string,
  productIds: readonly string[],
  times: string
): PromotionRecord {
  const [from, to] = times.split(' ')
  return aPromotion(promotionId, {
    name,
    type: 'Percent Off',
    productIds,
    enabledAtEntityIds: [10],
    schedule: `BEGIN:VEVENT\r\nDTSTART:${from}\r\nDTEND:${to}\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT`
  })
}

export const GST = aRate('gst', { name: 'GST', rate: '0.05' })
export const PST = aRate('pst', { name: 'PST', rate: '0.07' })

/** The answer, or the refusal as an error. */
export async function answerOf<Answer>(
  reply:
    | Promise<{ readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly message: string }>
    | { readonly ok: true; readonly answer: Answer }
    | { readonly ok: false; readonly message: string }
): Promise<Answer> {
  const told = await reply
  if (!told.ok) throw new Error(told.message)
  return told.answer
}
