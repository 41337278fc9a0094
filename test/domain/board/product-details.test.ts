import { expect, test } from 'vitest'
import type { Specification } from '../../../src/domain/board/product-details.ts'
import { productDetailsOf } from '../../../src/domain/board/product-details.ts'

type Given = readonly (readonly [name: string, value: string | null, unit?: string])[]

const detailsOf = (given: Given, classification: readonly string[] = []) =>
  productDetailsOf({
    specifications: given.map(([displayName, value, unit]): Specification => ({
      fieldName: null,
      displayName,
      value,
      unit: unit ?? null
    })),
    classification
  })

test('nothing said is nothing shown', () => {
  expect(detailsOf([])).toEqual({ brand: null, strain: null, thc: null, cbd: null })
  expect(
    detailsOf([
      ['Brand', ' '],
      ['THC Min', null],
      ['Strain Type', ''],
      ['CBD', 'n/a']
    ])
  ).toEqual({
    brand: null,
    strain: null,
    thc: null,
    cbd: null
  })
})

const thcCases: readonly (readonly [Given, string | null])[] = [
  [
    [
      ['THC Min', '22', '%'],
      ['THC Max', '26', '%']
    ],
    '22–26%'
  ],
  [
    [
      ['THC Max', '26.50', '%'],
      ['THC Min', '22.00', '%']
    ],
    '22–26.5%'
  ],
  [
    [
      ['Minimum THC Content', '5', 'mg'],
      ['Maximum THC Content', '5', 'mg']
    ],
    '5 mg'
  ],
  [
    [
      ['THC Min', '26', '%'],
      ['THC Max', '22', '%']
    ],
    '22–26%'
  ],
  [[['THC', '22-26%']], '22–26%'],
  [[['THC', '22% - 26 %']], '22–26%'],
  [[['THC Content', '22 – 26', 'Percent']], '22–26%'],
  [[['THC', '<1%']], '<1%'],
  [[['THC', '< 1', '%']], '<1%'],
  [[['THC', '10 mg']], '10 mg'],
  [[['THC', '10.0', 'Milligrams']], '10 mg'],
  [[['Total THC', '180', 'mg/g']], '180 mg/g'],
  [[['THC %', '19,5']], '19.5%'],
  [[['THC (mg)', '10']], '10 mg'],
  [[['THC Max', '26', '%']], '26%'],
  [[['THC', '0', '%']], '0%'],
  [[['THC', '22']], '22'],
  [
    [
      ['THCA', '22', '%'],
      ['THC:CBD Ratio', '1:1'],
      ['THC per unit', '5', 'mg']
    ],
    null
  ],
  [[['THC', 'high']], null]
]

test.each(thcCases)('THC from %j reads %j', (given, text) => {
  expect(detailsOf(given).thc).toBe(text)
  const asCbd = given.map(([name, value, unit]): Given[number] => {
    const other = name.replaceAll(/thc|cbd/gi, (word) => (word.toLowerCase() === 'thc' ? 'CBD' : 'THC'))
    return unit === undefined ? [other, value] : [other, value, unit]
  })
  expect(detailsOf(asCbd).cbd).toBe(text)
})

test('the name of a field may stand in FieldName alone', () => {
  const specifications = [{ fieldName: 'Brand', displayName: null, value: ' Acme  Farms ', unit: null }]
  expect(productDetailsOf({ specifications, classification: [] }).brand).toBe('Acme Farms')
})

test.each([
  ['Strain Type', 'Indica', 'indica'],
  ['strain type', 'SATIVA', 'sativa'],
  ['Plant Type', 'Sativa-dominant hybrid', 'hybrid'],
  ['Plant Type', 'Indica / Sativa', 'hybrid'],
  ['Strain Type', 'High CBD', 'cbd'],
  ['Strain', 'Hybrid', 'hybrid'],
  ['Strain', 'Sativa Sunrise', null],
  ['Strain Type', 'Unknown', null]
])('%s %s is %j', (name, value, strain) => {
  expect(detailsOf([[name, value]]).strain).toBe(strain)
})

test('without such a field the last part of the classification tells the strain', () => {
  expect(detailsOf([['Strain', 'Blue Dream']], ['Flower', 'HYBRID']).strain).toBe('hybrid')
  expect(detailsOf([], ['Indica', 'Pre-Rolls']).strain).toBeNull()
  expect(detailsOf([['Strain Type', 'Sativa']], ['Flower', 'Indica']).strain).toBe('sativa')
})
