import { describe, expect, test } from 'vitest'
import type { CataloguePage } from '../../../../src/main/cova/records.ts'
import { parseCataloguePage } from '../../../../src/main/cova/schemas/catalogue.ts'
import { PRODUCT_A, PRODUCT_B, TAX_GST, basePrice, cataloguePage, eighth, product, taxRate } from './samples.ts'

function read(json: unknown): CataloguePage {
  const parsed = parseCataloguePage(json, 9)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

const other = product({ ProductId: PRODUCT_B, Name: 'Other', Prices: [] })
const rejectionOf = (changes: Record<string, unknown>) => {
  const page = read(cataloguePage([product(changes), other]))
  expect(page.products.map(({ name }) => name)).toEqual(['Other'])
  return page.rejected
}

const dated = (Name: string, UpdatedDateUtc: string | null, Price: number) =>
  product({ Name, UpdatedDateUtc, Prices: [basePrice({ Price })] })
const names = (...products: readonly unknown[]) => {
  const page = read(cataloguePage(products))
  expect(page).toMatchObject({ count: products.length, presentProductIds: [PRODUCT_A] })
  return [page.products[0]?.name, page.prices[0]?.sets[0]?.records[0]?.price]
}

describe('a catalogue page', () => {
  test('lands products, their prices by location, tax rates and classifications', () => {
    const page = read(cataloguePage([product({ ProductId: PRODUCT_A.toUpperCase() })]))
    expect(page).toEqual({
      count: 1,
      presentProductIds: [PRODUCT_A],
      products: [
        {
          productId: PRODUCT_A,
          masterProductId: 'b0000000-0000-4000-8000-000000000001',
          masterProductName: 'Blue Dream',
          variationId: null,
          name: 'Blue Dream 3.5 g',
          shortDescription: 'Sativa-leaning',
          lifeCycle: 'Active',
          isArchived: false,
          measurementType: 'Mass',
          isBatchTracked: true,
          isNonStock: false,
          classificationId: 12,
          classificationName: 'Sativa',
          classificationPath: 'Flower > Sativa',
          skus: [{ sku: '00123', supplierId: 7, supplier: 'Hi-Roller' }],
          upcs: ['00628110000012'],
          specifications: [
            {
              fieldId: 90,
              stringId: 'THC_PCT',
              fieldGroup: 'Cannabis',
              fieldName: 'THC',
              displayName: 'THC',
              value: '21.5',
              type: 'Number',
              unit: '%'
            }
          ],
          availability: [{ locationId: 94451, roomId: 5, inStockQuantity: '12.5', isSellingRoom: true }],
          applicableTaxRateIds: [TAX_GST],
          heroShotUri: 'https://images.example/1.png',
          updatedAtMs: Date.UTC(2024, 3, 18, 15, 55, 0, 410)
        }
      ],
      prices: [
        {
          productId: PRODUCT_A,
          sets: [
            {
              locationId: 94451,
              productId: PRODUCT_A,
              records: [expect.anything(), expect.anything()],
              rejectedCount: 0
            }
          ]
        }
      ],
      taxRates: [
        {
          taxRateId: TAX_GST,
          name: 'GST',
          displayName: null,
          kind: 'Percentage',
          rate: '0.05',
          layer: 0,
          calculatedOn: 'SoldAtPrice',
          locationIds: [94451, 94452]
        }
      ],
      classifications: [{ classificationId: 12, name: 'Sativa', parentCategoryIds: [3] }],
      rejected: [],
      askedAtMs: 9
    })
    expect(JSON.stringify(page)).not.toContain('777.77')
  })

  test('missing keys are nulls; sold-out stock is not missing stock', () => {
    const sparse = {
      ProductId: PRODUCT_A,
      Name: 'Papers',
      LifeCycle: 'Inactive',
      MeasurementType: 'SingleUnit',
      Prices: [],
      ApplicableTaxRates: []
    }
    const page = read({ Products: [sparse] })
    expect(page.rejected).toEqual([])
    expect(page.products[0]).toMatchObject({ lifeCycle: 'Inactive', isArchived: false, availability: null, upcs: [] })
    expect(page.prices).toEqual([{ productId: PRODUCT_A, sets: [] }])
    expect(read({ Products: [{ ...sparse, Availability: [] }] }).products[0]?.availability).toEqual([])
  })

  test('stock may be oversold, in tiny amounts too', () => {
    const room = { LocationId: 1, InStockQuantity: -2.5, IsSellingRoom: true }
    const page = read(cataloguePage([product({ Availability: [room, { ...room, InStockQuantity: 1e-7 }] })]))
    expect(page.products[0]?.availability?.map((at) => at.inStockQuantity)).toEqual(['-2.5', '0.0000001'])
  })

  test('tax rates of a product may be ids or objects with one', () => {
    const page = read(cataloguePage([product({ ApplicableTaxRates: [{ Id: TAX_GST.toUpperCase() }, TAX_GST] })]))
    expect(page.products[0]?.applicableTaxRateIds).toEqual([TAX_GST])
  })

  test.each<[Record<string, unknown>, string]>([
    [{ Name: null }, 'Name: expected string, received null'],
    [{ Name: ' ' }, 'Name: is empty'],
    [{ LifeCycle: 3 }, 'LifeCycle: expected string, received number'],
    [{ MeasurementType: 'Volume' }, 'MeasurementType: expected one of "Mass"|"SingleUnit"'],
    [{ MeasurementType: null }, 'MeasurementType: expected one of "Mass"|"SingleUnit"'],
    [{ IsArchived: 'no' }, 'IsArchived: expected boolean, received string'],
    [{ ClassificationId: '12' }, 'ClassificationId: expected number, received string'],
    [{ Upcs: 'none' }, 'Upcs: expected array, received string'],
    [{ ApplicableTaxRates: null }, 'ApplicableTaxRates: expected array, received null'],
    [{ ApplicableTaxRates: [5] }, 'ApplicableTaxRates[0]: expected a guid or an object with an Id'],
    [{ UpdatedDateUtc: 'yesterday' }, 'UpdatedDateUtc: not a date and time'],
    [{ Availability: [{ LocationId: 1, IsSellingRoom: true }] }, 'Availability[0].InStockQuantity: expected number, it is missing'] // oxfmt-ignore
  ])('a product with %o is rejected, its prices and its neighbours land', (changes, reason) => {
    expect(rejectionOf(changes)).toMatchObject([{ feed: 'catalogue', kind: 'product', key: PRODUCT_A, reason }])
    const page = read(cataloguePage([product(changes), other]))
    expect(page.presentProductIds).toEqual([PRODUCT_A, PRODUCT_B])
    expect(page.prices.map(({ productId }) => productId)).toEqual([PRODUCT_A, PRODUCT_B])
  })

  test('a product whose id cannot be read is marked as unknown', () => {
    expect(rejectionOf({ ProductId: 17 })).toMatchObject([{ kind: 'product', key: '?', unidentified: true }])
    const page = read(cataloguePage([null, 'x', product()]))
    expect(page).toMatchObject({ count: 3, presentProductIds: [PRODUCT_A] })
    expect(page.rejected).toHaveLength(2)
  })

  test.each([null, undefined, 'none'])('Prices %s: the product lands, its stored prices are left alone', (Prices) => {
    const page = read(cataloguePage([product({ Prices })]))
    expect(page.products).toHaveLength(1)
    expect(page.prices).toEqual([])
    expect(page.rejected).toMatchObject([{ kind: 'price-set', key: PRODUCT_A }])
  })

  test('a bad price counts at its location; one of an unknown location at all of them', () => {
    const page = read(
      cataloguePage([
        product({
          Prices: [
            basePrice(),
            eighth({ Price: 'free' }),
            basePrice({ LocationId: 94452, TierId: 5 }),
            basePrice({ LocationId: '94453' })
          ]
        })
      ])
    )
    expect(page.prices).toMatchObject([
      {
        productId: PRODUCT_A,
        sets: [
          { locationId: 94451, records: [{ price: '1' }], rejectedCount: 2 },
          { locationId: 94452, records: [], rejectedCount: 2 }
        ],
        unplacedCount: 1
      }
    ])
    expect(page.rejected.map(({ key, reason, unidentified }) => [key, reason, unidentified])).toEqual([
      [`${PRODUCT_A}/94451/2/-`, 'Prices[1].Price: expected number, received string', undefined],
      [`${PRODUCT_A}/94452/5/-`, 'Prices[2].TierQuantity: expected number: the record has a TierId', undefined],
      [`${PRODUCT_A}/?/-/-`, 'Prices[3].LocationId: expected number, received string', true]
    ])
  })

  test('of a product that comes twice the later update stands, else the last', () => {
    const old = dated('old', '2024-01-01T00:00:00Z', 1)
    const young = dated('young', '2024-01-02T00:00:00Z', 2)
    expect(names(young, old)).toEqual(['young', '2'])
    expect(names(old, young)).toEqual(['young', '2'])
    expect(names(young, dated('undated', null, 3))).toEqual(['undated', '3'])
    expect(names(old, product({ Name: null, Prices: [basePrice({ Price: 4 })] }))).toEqual(['old', '4'])
  })

  test.each<[Record<string, unknown>, string]>([
    [{ Type: 'Levy' }, 'Type: expected one of "Percentage"|"FlatRate"'],
    [{ Layer: 2 }, 'Layer: expected one of 0|1'],
    [{ CalculatedOn: 'Cost' }, 'CalculatedOn: expected one of "SoldAtPrice"|"BasePriceListPrice"'],
    [{ Rate: -0.05 }, 'Rate: must not be negative'],
    [{ Locations: null }, 'Locations: expected array, received null'],
    [{ Name: null }, 'Name: expected string, received null']
  ])('a tax rate with %o is rejected, the others land', (changes, reason) => {
    const second = taxRate({ Id: PRODUCT_B, Type: 'FlatRate', Layer: 1, CalculatedOn: 'BasePriceListPrice' })
    const page = read(cataloguePage([], { TaxRates: [taxRate(changes), second] }))
    expect(page.rejected).toMatchObject([{ kind: 'tax-rate', key: TAX_GST, reason }])
    expect(page.taxRates).toMatchObject([{ kind: 'FlatRate', layer: 1, calculatedOn: 'BasePriceListPrice' }])
  })

  test('classifications take a parent as an id or as an object; bad ones are rejected', () => {
    const Classifications = [
      { Id: 1, Name: 'A', ParentCategories: [4, { Id: 5, Name: 'B' }] },
      { Id: 2, Name: 'C' },
      { Id: 3, Name: 'D', ParentCategories: ['4'] }
    ]
    const page = read(cataloguePage([], { Classifications }))
    expect(page.classifications.map((one) => one.parentCategoryIds)).toEqual([[4, 5], []])
    expect(page.rejected).toMatchObject([
      { kind: 'classification', key: '3', reason: 'ParentCategories[0]: expected an id or an object with an Id' }
    ])
  })

  test('a side list of another shape is rejected by itself', () => {
    const page = read(cataloguePage([product()], { TaxRates: 'x', Classifications: {} }))
    expect(page.products).toHaveLength(1)
    expect(page.rejected.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['tax-rate', 'TaxRates: expected array, received string'],
      ['classification', 'Classifications: expected array, received object']
    ])
  })

  test('another shape is a reason', () => {
    expect(parseCataloguePage([], 0)).toEqual({
      ok: false,
      reason: 'the reply: expected an object with Products, received array'
    })
    expect(parseCataloguePage({ Packages: [] }, 0)).toEqual({
      ok: false,
      reason: 'Products: expected array, it is missing'
    })
  })
})
