import { describe, expect, it } from 'vitest'
import type { MissingPart } from '../../../../src/domain/basket/missing.ts'
import { Amount } from '../../../../src/domain/money/amount.ts'
import { readProductCondition } from '../../../../src/domain/promotion/condition/product-condition.ts'
import { missingWordsOf } from '../../../../src/domain/promotion/offer/missing-words.ts'
import { allOf, flower, grinders, gummies, looseFlower, shopIn, WREN } from './offer-cases.ts'

type Lacking = Partial<Omit<MissingPart, 'condition' | 'gramsPerUnit' | 'topUp'>> & {
  readonly condition: unknown
  readonly gramsPerUnit?: string
  readonly topUp?: string
}

function needs(...parts: readonly Lacking[]): readonly string[] {
  const missing = parts.map(({ condition, gramsPerUnit = '1', topUp, ...part }): MissingPart => {
    const read = readProductCondition(condition, 'ItemsToMatch')
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    return {
      role: 'match',
      units: 1,
      measure: 'pieces',
      inBasket: ['something'],
      ...part,
      condition: read.value,
      gramsPerUnit: new Amount(gramsPerUnit),
      topUp: topUp === undefined ? null : { productId: WREN, grams: new Amount(topUp) }
    }
  })
  return ['en-CA', 'fr-CA', 'es-US'].map((language) =>
    missingWordsOf({ promotionId: 'p', name: 'P', isNear: true, parts: missing }, shopIn(language)).replaceAll(
      '\u00a0',
      '~'
    )
  )
}

describe('what a basket lacks for an offer, in words', () => {
  it('is one more eighth', () => {
    expect(needs({ condition: looseFlower, gramsPerUnit: '3.5', measure: 'grams' })).toEqual([
      '3.5~g more of Flower',
      '3,5~g de plus (Flower)',
      '3.5~g más de Flower'
    ])
  })

  it('is what tops a line up to its next unit', () => {
    expect(needs({ condition: looseFlower, gramsPerUnit: '3.5', measure: 'grams', topUp: '1.5' })).toEqual([
      '1.5~g more of Wren OG',
      '1,5~g de plus (Wren OG)',
      '1.5~g más de Wren OG'
    ])
  })

  it('is pieces', () => {
    expect(needs({ condition: gummies, units: 2 })).toEqual([
      '2 more from Gummies',
      '2~articles de plus (Gummies)',
      '2 más de Gummies'
    ])
  })

  it('is a piece, or as much by weight', () => {
    expect(needs({ condition: flower, gramsPerUnit: '3.5', measure: 'either' })).toEqual([
      '1 more from Flower or 3.5~g',
      '1~article de plus (Flower) ou 3,5~g',
      '1 más de Flower o 3.5~g'
    ])
  })

  it('is pieces where the store sells it by the piece alone, whatever the condition leaves open', () => {
    expect(needs({ condition: gummies, measure: 'either' })[0]).toBe('1 more from Gummies')
    expect(needs({ condition: looseFlower, gramsPerUnit: '3.5', measure: 'either' })[0]).toBe('3.5~g more of Flower')
  })

  it('is several things, of which nothing may be there yet', () => {
    expect(needs({ condition: gummies }, { condition: grinders, role: 'other', inBasket: [] })).toEqual([
      '1 more from Gummies and 1 from Grinders',
      '1~article de plus (Gummies) et 1~article (Grinders)',
      '1 más de Gummies y 1 de Grinders'
    ])
  })

  it('is what no name says', () => {
    expect(needs({ condition: allOf(flower, { Type: 'IsEach' }) }, { condition: { Type: 'None' }, units: 3 })).toEqual([
      '1 more of this offer’s products and 3 more of anything',
      '1~article de plus parmi les produits de cette offre et 3~articles de plus au choix',
      '1 más de los productos de esta promoción y 3 más de lo que quiera'
    ])
  })
})
