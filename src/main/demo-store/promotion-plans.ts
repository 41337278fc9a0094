import { CATEGORY, CLASSIFICATIONS } from './classification.ts'
import { ENTITY, IANA_ZONE } from './company.ts'
import type { DemoProduct } from './demo-store.types.ts'
import { FIELD } from './specifications.ts'
import { GROUPS } from './tiers.ts'
import { dayAfter, utcClockOf, type VeventPlan, wallClockOf, weekdayBefore } from './vevent.ts'
import type { CartCondition, LineCondition, ProductCondition, PromotionType } from './wire.types.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export interface PlannedPromotion {
  readonly name: string
  readonly at: readonly number[]
  readonly when: Pick<VeventPlan, 'start' | 'end' | 'rule' | 'zone'>
  readonly type: PromotionType
  readonly cart?: CartCondition
  readonly line?: LineCondition
}

const EVERY_CHEAPEST = { GramsPerMatchUnit: null, MaxApplicationCount: null } as const

/**
 * The twenty-five promotions: all eleven types, every kind of schedule, each kind of condition. Dates are placed around
 * `startMs`, so that some run, some start or end within minutes, one is over and one is weeks away. (One long table: it
 * is read from top to bottom.)
 */
export function promotionPlansOf(startMs: number, products: readonly DemoProduct[]): readonly PlannedPromotion[] {
  // Floating times start a few days back on a wall calendar; which location's hardly matters, but for "soon".
  const now = wallClockOf(startMs, IANA_ZONE.regina)
  const ago = (days: number, time: string): string => dayAfter(now, -days, time)
  const last = (weekday: number, time: string): string => weekdayBefore(ago(7, time), weekday, time)
  const until = (time: string): string => dayAfter(now, 6 * 365, time)
  const clockAt = (zone: string, offsetMs: number): string => wallClockOf(startMs + offsetMs, zone)
  const productIds = (classificationId: number, count: number): readonly ProductCondition[] =>
    products
      .filter((product) => product.classificationId === classificationId)
      .slice(0, count)
      .map((product, index) => ({
        Type: 'CatalogId',
        Id: index % 2 === 0 ? product.productId.toUpperCase() : product.productId
      }))

  return [
    {
      name: 'Ferry Friday',
      at: [ENTITY.company],
      when: {
        start: last(5, '160000'),
        end: last(5, '210000'),
        rule: `FREQ=WEEKLY;UNTIL=${until('210000')};BYDAY=FR`
      },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.2,
        ItemsToMatch: allOf(
          anyOf(within(CATEGORY.Flower)),
          anyOf(supplier('Supplier', 54301), supplier('SupplierId', 54302))
        )
      }
    },
    {
      name: '20% off Harvest Days',
      at: [ENTITY.canada],
      when: { start: ago(2, '000000'), end: ago(-5, '235959') },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.2,
        ItemsToMatch: anyOf(...productIds(CLASSIFICATIONS.cartridges.classificationId, 9))
      }
    },
    {
      name: 'Buy 3 gummies, the cheapest for 0.49',
      at: [ENTITY.regina, ENTITY.ottawa, ENTITY.denver],
      when: { start: ago(30, '180000'), end: ago(30, '200000'), rule: `FREQ=DAILY;UNTIL=${until('200000')}` },
      type: {
        Type: 'CheapestMatchedForDollar',
        DollarValueOfCheapest: 0.49,
        ItemsToMatch: anyOf(within(CLASSIFICATIONS.gummies.classificationId)),
        NumberToMatch: 3,
        ...EVERY_CHEAPEST
      }
    },
    {
      name: 'Second eighth at half price',
      at: [ENTITY.ontario],
      when: {
        start: last(2, '000000'),
        end: last(2, '235959'),
        rule: `FREQ=WEEKLY;UNTIL=${until('235959')};BYDAY=TU,TH`
      },
      type: {
        Type: 'CheapestMatchedForPercentOff',
        PercentOffOfCheapest: 0.5,
        ItemsToMatch: allOf(within(CATEGORY.Flower), { Type: 'IsGram' }),
        NumberToMatch: 2,
        GramsPerMatchUnit: 3.5,
        MaxApplicationCount: 2
      }
    },
    {
      name: '3.33 off the second cap',
      at: [ENTITY.company],
      when: {
        start: last(6, '000000'),
        end: last(6, '235959'),
        rule: `FREQ=WEEKLY;UNTIL=${until('235959')};BYDAY=SA,SU`
      },
      type: {
        Type: 'CheapestMatchedForDollarOff',
        DollarOffOfCheapest: 3.33,
        ItemsToMatch: anyOf(within(CLASSIFICATIONS.caps.classificationId)),
        NumberToMatch: 2,
        ...EVERY_CHEAPEST
      }
    },
    {
      name: 'A grinder for 2.99 with half an ounce',
      at: [ENTITY.saskatchewan],
      when: { start: ago(40, '000000'), end: ago(40, '235959'), rule: `FREQ=DAILY;UNTIL=${until('235959')}` },
      type: {
        Type: 'MatchThenCheapestOtherForDollar',
        DollarValueOfOther: 2.99,
        OtherItemConditions: anyOf(within(CLASSIFICATIONS.grinders.classificationId)),
        MatchConditions: allOf(within(CATEGORY.Flower), { Type: 'IsGram' }, { Type: 'BatchTracked' }),
        NumberToMatch: 4,
        GramsPerMatchUnit: 3.5,
        MaxApplicationCount: 1
      }
    },
    {
      name: 'Five rolls, 4.00 off a tray',
      at: [ENTITY.hamilton, ENTITY.ottawa],
      when: { start: ago(3, '100000'), end: ago(3, '220000'), rule: 'FREQ=DAILY;COUNT=30' },
      type: {
        Type: 'MatchThenCheapestOtherForDollarOff',
        DollarOffOfOther: 4,
        OtherItemConditions: anyOf(within(CLASSIFICATIONS.trays.classificationId)),
        MatchConditions: anyOf(within(CATEGORY['Pre-rolls'])),
        NumberToMatch: 5,
        GramsPerMatchUnit: 1,
        MaxApplicationCount: null
      }
    },
    {
      name: 'Night papers',
      at: [ENTITY.unitedStates],
      when: { start: ago(20, '210000'), end: ago(19, '020000'), rule: `FREQ=DAILY;UNTIL=${until('210000')}` },
      type: {
        Type: 'MatchThenCheapestOtherForPercentOff',
        PercentOffOfOther: 0.99,
        OtherItemConditions: anyOf(within(CLASSIFICATIONS.papers.classificationId)),
        MatchConditions: allOf({ Type: 'IsGram' }, { Type: 'ContainsCannabis' }),
        NumberToMatch: 1,
        GramsPerMatchUnit: 1,
        MaxApplicationCount: 1
      }
    },
    {
      name: 'Roll, papers and a light for 12',
      at: [ENTITY.company],
      when: { start: ago(15, '120000'), end: ago(15, '200000'), rule: `FREQ=DAILY;UNTIL=${until('200000')}` },
      type: {
        Type: 'BundleForTotalDollarDistributed',
        DollarValueOfAll: 12,
        BundleItemsToMatch: [
          { ProductCondition: anyOf(within(CLASSIFICATIONS.singles.classificationId)), QuantityToMatch: 1 },
          { ProductCondition: anyOf(within(CLASSIFICATIONS.papers.classificationId)), QuantityToMatch: 1 },
          { ProductCondition: anyOf(within(CLASSIFICATIONS.lighters.classificationId)), QuantityToMatch: 1 }
        ],
        GramsPerMatchUnit: 1
      }
    },
    {
      name: 'Two seltzers and a bar, 3.00 off',
      at: [ENTITY.canada, ENTITY.denver],
      when: {
        start: last(3, '000000'),
        end: last(3, '235959'),
        rule: `FREQ=WEEKLY;INTERVAL=2;UNTIL=${until('235959')};BYDAY=WE`
      },
      type: {
        Type: 'BundleForTotalDollarOffDistributed',
        DollarOffOfAll: 3,
        BundleItemsToMatch: [
          { ProductCondition: within(CLASSIFICATIONS.beverages.classificationId), QuantityToMatch: 2 },
          { ProductCondition: within(CLASSIFICATIONS.chocolate.classificationId), QuantityToMatch: 1 }
        ],
        GramsPerMatchUnit: 1
      }
    },
    {
      name: 'Balm and oil, 15% off on Sundays',
      at: [ENTITY.ontario],
      when: {
        start: last(0, '110000'),
        end: last(0, '180000'),
        rule: 'FREQ=WEEKLY;BYDAY=SU',
        zone: IANA_ZONE.hamilton
      },
      type: {
        Type: 'BundleForPercentOff',
        PercentOffOfAll: 0.15,
        BundleItemsToMatch: [
          { ProductCondition: within(CLASSIFICATIONS.topicals.classificationId), QuantityToMatch: 1 },
          { ProductCondition: within(CLASSIFICATIONS.oils.classificationId), QuantityToMatch: 1 }
        ],
        GramsPerMatchUnit: 1
      }
    },
    {
      name: '2.00 off Brackenjar vapes',
      at: [ENTITY.company],
      when: { start: ago(12, '090000'), end: ago(12, '220000'), rule: `FREQ=DAILY;UNTIL=${until('220000')}` },
      type: {
        Type: 'EachMatchedDollarOff',
        DollarOffOfEach: 2,
        ItemsToMatch: allOf(anyOf(within(CATEGORY.Vapes)), {
          Type: 'SpecificationValue',
          StringId: 'brand',
          FieldId: FIELD.brand,
          Value: 'brackenjar'
        }),
        GramsPerMatchUnit: 1
      },
      line: { Type: 'NoSalePricing' }
    },
    {
      name: 'Medical mornings',
      at: [ENTITY.unitedStates],
      when: { start: ago(60, '080000'), end: ago(60, '110000'), rule: `FREQ=DAILY;UNTIL=${until('110000')}` },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.1,
        ItemsToMatch: allOf({ Type: 'ContainsCannabis' })
      },
      cart: { Type: 'MedCustomer' }
    },
    {
      name: 'Two jars for 70, for Members',
      at: [ENTITY.company],
      when: { start: ago(25, '000000'), end: ago(25, '235959'), rule: `FREQ=DAILY;UNTIL=${until('235959')}` },
      type: {
        Type: 'BundleForTotalDollarDistributed',
        DollarValueOfAll: 70,
        BundleItemsToMatch: [
          { ProductCondition: allOf(within(CATEGORY.Flower), { Type: 'IsEach' }), QuantityToMatch: 2 }
        ],
        GramsPerMatchUnit: 3.5
      },
      cart: { Type: 'CustomerInPricingGroup', PricingGroupId: GROUPS.members.groupId }
    },
    {
      name: 'Veterans’ Thursday',
      at: [ENTITY.company],
      when: {
        start: last(4, '090000'),
        end: last(4, '190000'),
        rule: `FREQ=WEEKLY;UNTIL=${until('190000')};BYDAY=TH`
      },
      type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.15, ItemsToMatch: { Type: 'Regular' } },
      cart: {
        Type: 'AnyOf',
        Conditions: [{ Type: 'CustomerInPricingGroup', PricingGroupId: GROUPS.veterans.groupId }]
      },
      line: { Type: 'AllOf', Conditions: [{ Type: 'NoSalePricing' }] }
    },
    {
      name: 'Come on in, 1.00 off',
      at: [ENTITY.hamilton],
      when: {
        start: last(1, '100000'),
        end: last(1, '163000'),
        rule: 'FREQ=WEEKLY;COUNT=260;BYDAY=MO,TU,WE,TH,FR'
      },
      type: {
        Type: 'EachMatchedDollarOff',
        DollarOffOfEach: 1,
        ItemsToMatch: anyOf(within(CLASSIFICATIONS.singles.classificationId)),
        GramsPerMatchUnit: 1
      },
      cart: { Type: 'AllOf', Conditions: [{ Type: 'RecCustomer' }, { Type: 'CustomerNotInPricingGroup' }] }
    },
    {
      name: 'Starting soon: rosin, 10% off',
      at: [ENTITY.regina],
      when: {
        start: clockAt(IANA_ZONE.regina, 3 * MINUTE_MS),
        end: clockAt(IANA_ZONE.regina, 28 * MINUTE_MS),
        rule: 'FREQ=DAILY;COUNT=14'
      },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.1,
        ItemsToMatch: anyOf(
          within(CLASSIFICATIONS.rosin.classificationId),
          within(CLASSIFICATIONS.hash.classificationId)
        )
      }
    },
    {
      name: 'Ending soon: packs, 3.00 off',
      at: [ENTITY.hamilton],
      when: {
        start: clockAt(IANA_ZONE.hamilton, -2 * HOUR_MS),
        end: clockAt(IANA_ZONE.hamilton, 5 * MINUTE_MS),
        rule: 'FREQ=DAILY;COUNT=14'
      },
      type: {
        Type: 'EachMatchedDollarOff',
        DollarOffOfEach: 3,
        ItemsToMatch: anyOf(within(CLASSIFICATIONS.packs.classificationId)),
        GramsPerMatchUnit: 1
      }
    },
    {
      name: 'Quarter hour',
      at: [ENTITY.company],
      when: { start: utcClockOf(startMs + 2 * MINUTE_MS), end: utcClockOf(startMs + 14 * MINUTE_MS) },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.25,
        ItemsToMatch: anyOf(within(CLASSIFICATIONS.beverages.classificationId))
      }
    },
    {
      name: 'The last of summer',
      at: [ENTITY.company],
      when: { start: ago(63, '000000'), end: ago(58, '235959') },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.3,
        ItemsToMatch: anyOf(within(CLASSIFICATIONS.sativa.classificationId))
      }
    },
    {
      name: 'First frost',
      at: [ENTITY.company],
      when: { start: ago(-21, '000000'), end: ago(-23, '235959') },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.15,
        ItemsToMatch: anyOf(within(CATEGORY['Oils & capsules']))
      }
    },
    {
      name: 'By-the-gram Monday',
      at: [ENTITY.colorado, ENTITY.saskatchewan],
      when: {
        start: last(1, '000000'),
        end: last(1, '235959'),
        rule: `FREQ=WEEKLY;UNTIL=${until('235959')};BYDAY=MO`
      },
      type: {
        Type: 'EachMatchedDollarOff',
        DollarOffOfEach: 0.75,
        ItemsToMatch: allOf({ Type: 'IsGram' }, noneOf(within(CLASSIFICATIONS.hash.classificationId))),
        GramsPerMatchUnit: 1
      },
      line: { Type: 'NoSalePricing' }
    },
    {
      name: 'Five per cent on everything but cards and bags',
      at: [ENTITY.ottawa],
      when: {
        start: utcClockOf(startMs - 4 * DAY_MS),
        end: utcClockOf(startMs - 4 * DAY_MS + 9 * HOUR_MS),
        rule: `FREQ=DAILY;UNTIL=${utcClockOf(startMs + 400 * DAY_MS)}`
      },
      type: {
        Type: 'EachMatchedPercentOff',
        PercentOffOfEach: 0.05,
        ItemsToMatch: allOf(
          anyOf({ Type: 'ContainsCannabis' }, allOf({ Type: 'Regular' }, { Type: 'IsEach' })),
          noneOf({ Type: 'GiftCard' }, { Type: 'NonStock' })
        )
      }
    },
    {
      name: 'Prélude d’hiver',
      at: [ENTITY.denver],
      when: {
        start: ago(9, '170000'),
        end: ago(9, '193000'),
        rule: 'FREQ=DAILY;INTERVAL=2',
        zone: IANA_ZONE.denver
      },
      type: {
        Type: 'CheapestMatchedForDollar',
        DollarValueOfCheapest: 1,
        ItemsToMatch: anyOf(
          ...productIds(CLASSIFICATIONS.disposables.classificationId, 6),
          allOf(within(CLASSIFICATIONS.liveResin.classificationId), {
            Type: 'SpecificationValue',
            StringId: 'strain-type',
            FieldId: null,
            Value: 'Hybrid'
          })
        ),
        NumberToMatch: 3,
        GramsPerMatchUnit: null,
        MaxApplicationCount: 1
      }
    },
    {
      name: 'A lighter for 0.25 with two infused',
      at: [ENTITY.regina],
      when: {
        start: last(1, '162000'),
        end: last(1, '190000'),
        rule: 'FREQ=WEEKLY;COUNT=40;BYDAY=MO,TU,WE,TH,FR'
      },
      type: {
        Type: 'MatchThenCheapestOtherForDollar',
        DollarValueOfOther: 0.25,
        OtherItemConditions: anyOf(within(CLASSIFICATIONS.lighters.classificationId)),
        MatchConditions: anyOf(within(CLASSIFICATIONS.infused.classificationId)),
        NumberToMatch: 2,
        GramsPerMatchUnit: 1,
        MaxApplicationCount: 3
      },
      cart: { Type: 'NoneOf', Conditions: [{ Type: 'MedCustomer' }] }
    }
  ]
}

function allOf(...Conditions: readonly ProductCondition[]): ProductCondition {
  return { Type: 'AllOf', Conditions }
}

function anyOf(...Conditions: readonly ProductCondition[]): ProductCondition {
  return { Type: 'AnyOf', Conditions }
}

function noneOf(...Conditions: readonly ProductCondition[]): ProductCondition {
  return { Type: 'NoneOf', Conditions }
}

function within(categoryOrClassificationId: number): ProductCondition {
  return { Type: 'Classification', ParentCategoryOrClassificationId: categoryOrClassificationId }
}

function supplier(Type: 'Supplier' | 'SupplierId', SupplierId: number): ProductCondition {
  return { Type, SupplierId }
}
