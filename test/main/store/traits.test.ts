import { expect, test } from 'vitest'
import type { ProductTraits } from '../../../src/domain/board/board-facts.ts'
import type { CataloguePage, ProductRecord } from '../../../src/main/cova/records.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import { aCataloguePage, aPrice, aProduct, aSet, openTestStore, passCatalogue, tick } from './store-fixture.ts'

const sold = (productId: string, more: Partial<ProductRecord>, locationIds: readonly number[] = [1]) => ({
  product: aProduct(productId, more),
  sets: locationIds.map((locationId) => aSet(locationId, productId, [aPrice('10')]))
})

const category = (classificationId: number, ...parentCategoryIds: readonly number[]) => ({
  classificationId,
  name: `Category ${classificationId}`,
  parentCategoryIds
})

const traitsAt = (store: StoreWriter, locationId: number, productId: string): ProductTraits | undefined =>
  store.someProductsAt(locationId, [productId])[0]?.traits

const land = (store: StoreWriter, page: Partial<CataloguePage>) => {
  const run = store.startRun('catalogue', 'changes', tick())
  const change = store.landCataloguePage(run, aCataloguePage([], tick(), page), tick())
  store.finishRun(run, tick(), tick())
  return change
}

test('suppliers, specifications and flags are as the catalogue has them, and null where it does not say', () => {
  const store = openTestStore()
  const specification = {
    fieldId: 7,
    stringId: 'strain',
    fieldGroup: null,
    fieldName: 'Strain',
    displayName: 'Strain type',
    value: 'Indica',
    type: null,
    unit: null
  }
  const sku = (supplierId: number | null) => ({ sku: 'S', supplierId, supplier: null })
  passCatalogue(store, [
    sold('said', {
      skus: [sku(30), sku(null), sku(20), sku(30)],
      specifications: [specification],
      isNonStock: false,
      isBatchTracked: true
    }),
    sold('unsaid', {})
  ])
  expect(traitsAt(store, 1, 'said')).toMatchObject({
    supplierIds: [20, 30],
    specifications: [{ fieldId: 7, stringId: 'strain', displayName: 'Strain type', value: 'Indica' }],
    isNonStock: false,
    isBatchTracked: true
  })
  expect(traitsAt(store, 1, 'unsaid')).toMatchObject({
    supplierIds: [],
    specifications: [],
    isNonStock: null,
    isBatchTracked: null
  })
  // The whole location reads the same as one product.
  for (const product of store.productsAt(1)) expect(product.traits).toEqual(traitsAt(store, 1, product.productId))
  expect(store.productStanding('said', 1).stored?.facts.traits).toEqual(traitsAt(store, 1, 'said'))
})

test('a classification comes with every category above it', () => {
  const store = openTestStore()
  passCatalogue(store, [sold('p', { classificationId: 201 })], {
    classifications: [category(201, 20, 21), category(20, 2), category(21, 2), category(2)]
  })
  expect(traitsAt(store, 1, 'p')).toMatchObject({ classificationIds: [201, 20, 21, 2], classificationIsWhole: true })
})

test('categories that name each other as parents end where they began', () => {
  const store = openTestStore()
  passCatalogue(store, [sold('p', { classificationId: 1 })], {
    classifications: [category(1, 2), category(2, 3), category(3, 1, 3)]
  })
  expect(traitsAt(store, 1, 'p')).toMatchObject({ classificationIds: [1, 2, 3], classificationIsWhole: true })
})

test.each<[string, Partial<ProductRecord>, readonly number[], boolean]>([
  ['is not in the list', { classificationId: 9, classificationPath: 'Flower > Indica' }, [9], false],
  [
    'has a parent beyond those that its path names',
    { classificationId: 201, classificationPath: 'A > B > C' },
    [201, 20],
    false
  ],
  [
    'has a parent that is not listed itself, and as many as its path names',
    { classificationId: 201, classificationPath: 'Flower > Indica' },
    [201, 20],
    true
  ],
  [
    'is a name without an id',
    { classificationId: null, classificationPath: null, classificationName: 'Indica' },
    [],
    false
  ],
  ['is none at all', { classificationId: null, classificationPath: null, classificationName: null }, [], true]
])('of a classification that %s, what stands above is known or not', (_name, more, ids, isWhole) => {
  const store = openTestStore()
  passCatalogue(store, [sold('p', more)], { classifications: [category(201, 20)] })
  expect(traitsAt(store, 1, 'p')).toMatchObject({ classificationIds: ids, classificationIsWhole: isWhole })
})

test('when a category moves, the products below it have changed, and no others', () => {
  const store = openTestStore()
  const list = [category(201, 20), category(20), category(30), category(301, 30)]
  passCatalogue(store, [sold('p', { classificationId: 201 }), sold('q', { classificationId: 301 })], {
    classifications: list
  })
  expect(land(store, { classifications: list }).productIds).toEqual([])
  expect(land(store, { classifications: [category(20, 2), category(2)] }).productIds).toEqual(['p'])
  expect(traitsAt(store, 1, 'p')?.classificationIds).toEqual([201, 20, 2])
})

test('when a category leaves, what stands above its products is not known any more', () => {
  const store = openTestStore()
  const products = [sold('p', { classificationId: 201, classificationPath: null })]
  passCatalogue(store, products, { classifications: [category(201, 20), category(20)] })
  expect(passCatalogue(store, products, { classifications: [category(201, 20)] }).productIds).toEqual(['p'])
  expect(traitsAt(store, 1, 'p')).toMatchObject({ classificationIds: [201, 20], classificationIsWhole: false })
})

test('what is equal is one object at every location', () => {
  const store = openTestStore()
  const specification = {
    fieldId: 7,
    stringId: null,
    fieldGroup: null,
    fieldName: null,
    displayName: 'Strain type',
    value: 'Indica',
    type: null,
    unit: null
  }
  const more = { specifications: [specification], skus: [{ sku: 'S', supplierId: 5, supplier: null }] }
  passCatalogue(store, [sold('p', more, [1, 2]), sold('q', more, [1, 2])])
  const [p, q] = store.productsAt(1).map(({ traits }) => traits)
  const [elsewhere] = store.productsAt(2).map(({ traits }) => traits)
  expect(p?.specifications[0]).toBe(q?.specifications[0])
  expect(p?.specifications[0]).toBe(elsewhere?.specifications[0])
  expect(p?.supplierIds).toBe(elsewhere?.supplierIds)
})
