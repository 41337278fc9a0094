import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProductAbsenceKind } from '../../../src/domain/absence/product-absence.ts'
import type { PromotionAbsenceKind } from '../../../src/domain/absence/promotion-absence.ts'
import type { DemoProduct, DemoPromotion, DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { plainProductOf } from '../engine/running-engine.ts'
import { type AbsenceStage, DENVER, HAMILTON, REGINA, type StageSettings } from './absence-stage.ts'

/** How a reason is put on stage in the demo store, and what is asked then. */
export interface Scenario {
  readonly settings?: StageSettings
  /** Edits the store, syncs as it must, and answers the id that is asked for. */
  readonly stage: (stage: AbsenceStage) => Promise<string>
  readonly locationId?: number
  readonly screen?: string
  /** Kinds of the reasons after the first. */
  readonly also?: readonly string[]
}

const NOBODY = '00000000-0000-4000-8000-00000000dead'
const COMPANY = 110447
const ONTARIO = 110452

/** Paths of the wire's replies that faults bend here. */
interface Loose {
  [key: string]: Loose[] | Loose | string | number | boolean | null | undefined
}

function bendProducts(store: DemoStore, bend: (products: Loose[]) => Loose[]): void {
  for (const call of ['catalogue', 'catalogue-changes'] as const) {
    store.faults.always(call, {
      kind: 'transform',
      transform: (body: { Products: Loose[] }) => ({ ...body, Products: bend(body.Products) })
    })
  }
}

/** Changes one entry of a list of the wire, by its id in whatever case. */
function bentOne(entries: readonly Loose[], key: string, id: string | number, change: Loose): Loose[] {
  const wanted = String(id).toLowerCase()
  return entries.map((entry) => (String(entry[key]).toLowerCase() === wanted ? { ...entry, ...change } : entry))
}

function bendRegina(store: DemoStore, change: (regina: Loose) => Loose): void {
  store.faults.always('locations', {
    kind: 'transform',
    transform: (body: Loose[]) => body.map((entry) => (entry['Id'] === REGINA ? change(entry) : entry))
  })
}

async function synced({ sync }: AbsenceStage): Promise<void> {
  const failure = await sync()
  if (failure !== null) throw new Error(failure)
}

/** A product of its own, like a plain one: an edit has one meaning. */
function ownProduct(store: DemoStore, change: Partial<DemoProduct> = {}): string {
  return store.state.addProduct(plainProductOf(store, REGINA), { name: 'Copper Wren', ...change })
}

/** Edits a product of its own, then syncs. */
function edited(edit: (store: DemoStore, productId: string) => void, change: Partial<DemoProduct> = {}) {
  return async (stage: AbsenceStage): Promise<string> => {
    const productId = ownProduct(stage.store, change)
    edit(stage.store, productId)
    await synced(stage)
    return productId
  }
}

const eventOf = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n')

const ALL_SEASON = eventOf('DTSTART:20261101T000000', 'DTEND:20261231T235959')

/** A promotion of its own over one product of its own, then a sync. */
function promoted(change: Partial<DemoPromotion>, edit: (store: DemoStore, productId: string) => void = () => {}) {
  return async (stage: AbsenceStage): Promise<string> => {
    const productId = ownProduct(stage.store)
    edit(stage.store, productId)
    const { promotionId } = stage.store.state.addPromotion({
      name: 'Lantern Hour',
      schedule: ALL_SEASON,
      promotionType: stage.store.state.promotions[0]?.promotionType as DemoPromotion['promotionType'],
      enabledAtEntityIds: [COMPANY],
      catalogIds: [productId],
      ...change
    })
    await synced(stage)
    return promotionId
  }
}

const screenWith = (set: unknown, more: Readonly<Record<string, unknown>> = {}): StageSettings => ({
  screens: { 'Vape corner': { set, ...more } }
})

const VAPES_ONLY = { kind: 'classifications', paths: [['Vapes']] }

export const PRODUCT_SCENARIOS: Readonly<Record<ProductAbsenceKind, Readonly<Record<string, Scenario>>>> = {
  'never-seen': {
    'an id that Cova never sent': {
      stage: async (stage) => {
        await synced(stage)
        return NOBODY
      }
    }
  },
  gone: {
    'deleted in Cova': {
      stage: async (stage) => {
        const productId = ownProduct(stage.store)
        await synced(stage)
        stage.store.state.removeProduct(productId)
        await synced(stage)
        return productId
      }
    }
  },
  'not-synced': {
    'no full sync yet': {
      stage: async ({ store, sync }) => {
        store.faults.always('catalogue', { kind: 'status', status: 503 })
        await sync()
        return plainProductOf(store, REGINA)
      }
    },
    'a price came before the product': {
      stage: async (stage) => {
        const productId = ownProduct(stage.store)
        bendProducts(stage.store, (products) =>
          products.filter(({ ProductId }) => String(ProductId).toLowerCase() !== productId)
        )
        await synced(stage)
        return productId
      }
    },
    'only a promotion names it': {
      stage: async (stage) => {
        await promoted({ catalogIds: [NOBODY] })(stage)
        return NOBODY
      }
    }
  },
  quarantined: {
    'its first record cannot be read': {
      stage: async (stage) => {
        const productId = ownProduct(stage.store)
        bendProducts(stage.store, (products) => bentOne(products, 'ProductId', productId, { MeasurementType: 'Litre' }))
        await synced(stage)
        return productId
      }
    },
    'archived when it last could be read': {
      stage: async (stage) => {
        const productId = ownProduct(stage.store)
        stage.store.state.archive(productId)
        await synced(stage)
        bendProducts(stage.store, (products) => bentOne(products, 'ProductId', productId, { Name: '' }))
        await synced(stage)
        return productId
      },
      also: ['archived']
    }
  },
  lifecycle: {
    discontinued: { stage: edited(() => {}, { lifeCycle: 'Discontinued' }) }
  },
  archived: {
    archived: { stage: edited((store, productId) => store.state.archive(productId)) },
    'archived, and without a price too': {
      stage: edited((store, productId) => {
        store.state.archive(productId)
        store.state.removePrices(productId, null)
      }),
      also: ['no-price']
    }
  },
  'no-price': {
    'a price elsewhere': { stage: edited((store, productId) => store.state.removePrices(productId, REGINA)) },
    'a price nowhere': { stage: edited((store, productId) => store.state.removePrices(productId, null)) },
    'a price that cannot be read': {
      stage: async (stage) => {
        const productId = plainProductOf(stage.store, REGINA)
        bendProducts(stage.store, (products) =>
          products.map((product) =>
            String(product['ProductId']).toLowerCase() === productId
              ? { ...product, Prices: bentOne(product['Prices'] as Loose[], 'LocationId', REGINA, { Price: 'free' }) }
              : product
          )
        )
        await synced(stage)
        return productId
      }
    },
    'a sale that names no price': {
      stage: async (stage) => {
        const productId = plainProductOf(stage.store, REGINA)
        const change = { SalePrices: [{ SalePrice: null, AtTierSalePrice: null }] }
        bendProducts(stage.store, (products) =>
          products.map((product) =>
            String(product['ProductId']).toLowerCase() === productId
              ? { ...product, Prices: bentOne(product['Prices'] as Loose[], 'LocationId', REGINA, change) }
              : product
          )
        )
        await synced(stage)
        return productId
      }
    },
    'a price for a group alone': {
      stage: edited((store, productId) => {
        store.state.removePrices(productId, REGINA)
        store.state.setPrice(productId, REGINA, '9.00', { groupId: 700 })
      })
    },
    'a price for the group alone that is forced on the screen': {
      settings: { screens: { 'Front window': { groupId: 700 } } },
      screen: 'Front window',
      stage: edited((store, productId) => {
        store.state.removePrices(productId, REGINA)
        store.state.setPrice(productId, REGINA, '9.00', { groupId: 700 })
      })
    }
  },
  'not-served': {
    'restricted to another store': {
      settings: { restrictToLocationIds: [HAMILTON] },
      stage: edited(() => {})
    },
    'in a province that is not served': {
      settings: { markets: ['CA-ON'] },
      stage: edited(() => {})
    }
  },
  'currency-unknown': {
    'a country whose money is not known': {
      stage: async (stage) => {
        bendRegina(stage.store, (regina) => ({
          ...regina,
          Address: { ...(regina['Address'] as Loose), CountryCode: 'MX' }
        }))
        return edited(() => {})(stage)
      }
    }
  },
  set: {
    'a classification': { settings: screenWith(VAPES_ONLY), screen: 'Vape corner', stage: edited(() => {}) },
    'a classification until four': {
      settings: screenWith(VAPES_ONLY, { timedSets: [{ from: '16:00', set: { kind: 'full' } }] }),
      screen: 'Vape corner',
      stage: edited(() => {})
    },
    'a shelf': {
      settings: screenWith({ kind: 'shelf', shelfId: 26 }),
      screen: 'Vape corner',
      stage: edited(() => {})
    },
    'promotions, until it is on one': {
      settings: screenWith({ kind: 'on-promotion' }),
      screen: 'Vape corner',
      stage: async (stage) => {
        const productId = ownProduct(stage.store)
        for (const { promotionId } of stage.store.state.promotions) stage.store.state.removePromotion(promotionId)
        stage.store.state.addPromotion({
          name: 'Lantern Hour',
          schedule: eventOf('DTSTART:20261127T160000', 'DTEND:20261127T210000'),
          promotionType: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: { Type: 'None' } },
          catalogIds: [productId]
        })
        await synced(stage)
        return productId
      }
    },
    'new arrivals': {
      settings: screenWith({ kind: 'new-arrivals' }),
      screen: 'Vape corner',
      stage: edited(() => {})
    }
  },
  'market-quantities': {
    'pairs and fives alone': {
      settings: { market: { profile: 'pairs-and-fives', confirmed: true } },
      stage: async (stage) => {
        mkdirSync(join(stage.dataDir, 'market-profiles'), { recursive: true })
        const rule = {
          kind: 'show-quantities',
          unit: 'each',
          quantities: ['2', '5'],
          source: 'Bylaw 7',
          date: '2026-01-02'
        }
        const profile = { id: 'pairs-and-fives', name: 'Pairs', status: 'checked-by-counsel', rules: [rule] }
        writeFileSync(join(stage.dataDir, 'market-profiles', 'pairs-and-fives.json'), JSON.stringify(profile))
        return edited(() => {}, { measurementType: 'SingleUnit' })(stage)
      }
    }
  },
  'sold-out': {
    'nothing in stock': {
      settings: screenWith({ kind: 'full' }, { soldOut: 'hide' }),
      screen: 'Vape corner',
      stage: edited((store, productId) => store.state.setStock(productId, REGINA, '0'))
    },
    'stock in the back room alone': {
      settings: screenWith({ kind: 'full' }, { soldOut: 'hide' }),
      screen: 'Vape corner',
      stage: edited((store, productId) => {
        const room = { locationId: REGINA, unitCost: '5' }
        store.state.changeProduct(productId, {
          stock: [
            { ...room, roomId: 1, isSellingRoom: true, quantity: '0' },
            { ...room, roomId: 2, isSellingRoom: false, quantity: '12' }
          ]
        })
      })
    }
  }
}

export const PROMOTION_SCENARIOS: Readonly<Record<PromotionAbsenceKind, Readonly<Record<string, Scenario>>>> = {
  'never-seen': {
    'an id that Cova never sent': {
      stage: async (stage) => {
        await synced(stage)
        return NOBODY
      }
    }
  },
  'not-synced': {
    'no full sync yet': {
      stage: async ({ store, sync }) => {
        store.faults.always('catalogue', { kind: 'status', status: 503 })
        await sync()
        return store.state.promotions.find(({ name }) => name === '20% off Harvest Days')?.promotionId as string
      }
    }
  },
  quarantined: {
    'enabled at no list': {
      stage: async (stage) => {
        stage.store.faults.always('menu-board-promotions', {
          kind: 'transform',
          transform: (body: Loose[]) =>
            body.map((entry) =>
              entry['Name'] === 'Lantern Hour' ? { ...entry, EnabledAtLocationIds: 'everywhere' } : entry
            )
        })
        return promoted({})(stage)
      }
    }
  },
  inactive: { 'switched off': { stage: promoted({ status: 'Disabled' }) } },
  left: {
    'gone here, held back in Denver': {
      stage: async (stage) => {
        const promotionId = await promoted({})(stage)
        const denverOnly = stage.store.state.promotions.filter(
          ({ enabledAtEntityIds }) => !enabledAtEntityIds.some((id) => [COMPANY, 110450, 110451, REGINA].includes(id))
        )
        for (const one of denverOnly) stage.store.state.removePromotion(one.promotionId)
        stage.store.state.removePromotion(promotionId)
        await synced(stage)
        return promotionId
      }
    }
  },
  dropped: {
    'in the menu’s list alone by now': {
      stage: async (stage) => {
        const promotionId = await promoted({})(stage)
        stage.store.faults.always('promotions', {
          kind: 'transform',
          transform: (body: Loose[]) => body.filter((entry) => entry['Name'] !== 'Lantern Hour')
        })
        await synced(stage)
        return promotionId
      }
    }
  },
  'not-enabled-here': {
    'enabled elsewhere': { stage: promoted({ enabledAtEntityIds: [ONTARIO, DENVER] }) },
    'enabled nowhere': { stage: promoted({ enabledAtEntityIds: [] }) }
  },
  'not-served': {
    'restricted to another store': {
      settings: { restrictToLocationIds: [HAMILTON] },
      stage: promoted({})
    }
  },
  'currency-unknown': {
    'a country whose money is not known': {
      stage: async (stage) => {
        bendRegina(stage.store, (regina) => ({
          ...regina,
          Address: { ...(regina['Address'] as Loose), CountryCode: 'MX' }
        }))
        return promoted({})(stage)
      }
    }
  },
  'unreadable-schedule': {
    'ending before it starts': {
      stage: promoted({ schedule: eventOf('DTSTART:20261110T090000', 'DTEND:20261109T180000') })
    },
    'repeated by a rule that is none': {
      stage: promoted({ schedule: eventOf('DTSTART:20261110T090000', 'DTEND:20261110T180000', 'RRULE:FREQ=OFTEN') })
    },
    'without a start': { stage: promoted({ schedule: eventOf('DTEND:20261231T235959') }) }
  },
  'zone-unknown': {
    'a location without a zone': {
      stage: async (stage) => {
        bendRegina(stage.store, (regina) => ({
          ...regina,
          TimeZone: { Id: 'Prairie Time', DaylightSavingTimeEnabled: false }
        }))
        return promoted({})(stage)
      }
    }
  },
  'not-now': {
    'Friday from four to nine': {
      stage: promoted({
        schedule: eventOf('DTSTART:20261106T160000', 'DTEND:20261106T210000', 'RRULE:FREQ=WEEKLY;BYDAY=FR')
      })
    },
    'all day tomorrow': {
      stage: promoted({ schedule: eventOf('DTSTART:20261125T000000', 'DTEND:20261125T235959') })
    },
    'tonight over midnight': {
      stage: promoted({ schedule: eventOf('DTSTART:20261124T210000', 'DTEND:20261125T020000') })
    },
    'on the clock of Halifax': {
      stage: promoted({
        schedule: eventOf('DTSTART;TZID=America/Halifax:20261125T100000', 'DTEND;TZID=America/Halifax:20261125T130000')
      })
    },
    'on the clock of Halifax, in a store without one': {
      stage: async (stage) => {
        bendRegina(stage.store, (regina) => ({ ...regina, TimeZone: null }))
        return promoted({
          schedule: eventOf(
            'DTSTART;TZID=America/Halifax:20261125T100000',
            'DTEND;TZID=America/Halifax:20261125T130000'
          )
        })(stage)
      }
    },
    'over since Sunday': {
      stage: promoted({ schedule: eventOf('DTSTART:20261115T090000', 'DTEND:20261122T180000') })
    },
    'in two years': {
      stage: promoted({ schedule: eventOf('DTSTART:20281115T090000', 'DTEND:20281122T180000') })
    }
  },
  audience: {
    'medical customers, on a recreational screen': {
      stage: promoted({ cartCondition: { Type: 'MedCustomer' } })
    },
    'recreational customers of a group, on a medical screen': {
      settings: screenWith({ kind: 'full' }, { customer: 'medical' }),
      screen: 'Vape corner',
      stage: promoted({
        cartCondition: {
          Type: 'AllOf',
          Conditions: [{ Type: 'RecCustomer' }, { Type: 'CustomerInPricingGroup', PricingGroupId: 700 }]
        }
      })
    }
  },
  'prices-left-out': {
    'not with sale prices, over a product on sale': {
      stage: promoted({ lineCondition: { Type: 'NoSalePricing' } }, (store, productId) => {
        store.state.setSale(productId, null, { salePrice: '1.00' })
      })
    }
  },
  'no-products': {
    'none listed': { stage: promoted({ catalogIds: [] }) },
    'its only product archived': { stage: promoted({}, (store, productId) => store.state.archive(productId)) },
    'its only product not of the screen': {
      settings: screenWith(VAPES_ONLY),
      screen: 'Vape corner',
      stage: promoted({})
    }
  },
  'market-hides': {
    'a confirmed profile': {
      settings: { market: { profile: 'massachusetts-adult-use', confirmed: true } },
      stage: promoted({})
    }
  }
}
