import { describe, expect, it } from 'vitest'
import {
  REWARD_CLASS_IDS,
  REWARD_CLASSES,
  REWARD_SYSTEM_IDS,
  REWARD_SYSTEMS,
  rewardClassOf
} from '../../../src/domain/reward/reward-systems.ts'
import { rewardClassWords, stepsOfClass, stepsOfSystem } from '../../../src/domain/reward/reward-steps.ts'
import type { RewardClass } from '../../../src/shared/rewards.ts'

const LANGUAGES = ['en', 'fr', 'es'] as const

const nameOf = (ofClass: RewardClass): readonly string[] =>
  Object.values(REWARD_SYSTEMS)
    .filter((system) => system.class === ofClass)
    .map(({ name }) => name.en)
    .sort()

describe('the list of point-of-sale systems', () => {
  it('has every system of the five classes', () => {
    expect(nameOf('mirrored')).toEqual(['Biotrack', 'Dutchie POS', 'Jane POS', 'POSaBIT'])
    expect(nameOf('triggered')).toEqual(['Blaze POS', 'Flourish POS', 'Flowhub', 'Treez'])
    expect(nameOf('static-only')).toEqual(['Alleaves POS', 'an ecommerce platform'])
    expect(nameOf('mirrored-apart')).toEqual(['Korona', 'MJ Freeway', 'MJ Freeway PA', 'Meadow', 'Square POS'])
    expect(nameOf('programme-only')).toEqual(['Cova', 'the loyalty programme’s staff app'])
  })

  it('says where an id is pasted, where the discount is made and what does not run', () => {
    const rows = REWARD_CLASS_IDS.map((id) => {
      const { needsId, madeInPointOfSale, refusesSpendGet, kinds } = REWARD_CLASSES[id]
      return [id, needsId, madeInPointOfSale, refusesSpendGet, kinds.join(' ')]
    })
    expect(rows).toEqual([
      ['mirrored', true, true, false, 'flat percent'],
      ['triggered', true, true, false, 'flat percent'],
      ['static-only', false, null, true, 'flat percent'],
      ['mirrored-apart', false, true, false, 'flat percent'],
      ['programme-only', false, false, true, 'flat percent']
    ])
  })

  it('knows the class of an unlisted system only once somebody has said what it is like', () => {
    expect(rewardClassOf({ kind: 'listed', id: 'treez' })).toBe('triggered')
    expect(rewardClassOf({ kind: 'other', name: 'Tillmate', like: null })).toBeNull()
    expect(rewardClassOf({ kind: 'other', name: 'Tillmate', like: 'mirrored' })).toBe('mirrored')
  })
})

describe('what to do on both sides', () => {
  it('is said in each language for every system, the point of sale by its name', () => {
    for (const language of LANGUAGES)
      for (const id of REWARD_SYSTEM_IDS) {
        const { inProgramme, inPointOfSale, redeemed, conditions } = stepsOfSystem(id, language)
        const sentences = [...inProgramme, ...inPointOfSale, redeemed, ...conditions]
        expect(inProgramme.length, id).toBeGreaterThan(0)
        expect(inPointOfSale.join(' '), id).toContain(REWARD_SYSTEMS[id].name[language])
        for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.+\.$/su)
      }
  })

  it('tells to paste an id exactly where the class needs one', () => {
    for (const id of REWARD_SYSTEM_IDS) {
      const { inProgramme, inPointOfSale } = stepsOfSystem(id, 'en')
      const needsId = REWARD_CLASSES[REWARD_SYSTEMS[id].class].needsId
      expect(/paste/i.test(inProgramme.join(' ')), id).toBe(needsId)
      expect(/copy its discount id/i.test(inPointOfSale.join(' ')), id).toBe(needsId)
    }
  })

  it('Cova: one to an order, flat or percent, no other programme, before or after taxes as in the hub', () => {
    const { inPointOfSale, redeemed, conditions } = stepsOfSystem('cova', 'en')
    expect(inPointOfSale).toEqual(['Make no discount in Cova.'])
    expect(redeemed).toBe('Redeemed at the register, in Cova.')
    expect(conditions).toHaveLength(6)
    expect(conditions[1]).toContain('before or after taxes')
    expect(conditions[2]).toContain('Switch off every other loyalty programme, Cova’s own too.')
    expect(conditions[3]).toContain('An order takes one reward.')
    for (const id of REWARD_SYSTEM_IDS.filter((other) => other !== 'cova'))
      expect(stepsOfSystem(id, 'en').conditions).toEqual([])
  })

  it('an unlisted system has the steps of the class it is like, and where it is redeemed is asked', () => {
    const { inPointOfSale, redeemed } = stepsOfClass('mirrored', 'en')
    expect(inPointOfSale[0]).toBe('Make the same discount in the point of sale.')
    expect(redeemed).toMatch(/^Where it is redeemed, the list does not say\./)
  })

  it('every class is said in words that tell it from the others', () => {
    for (const language of LANGUAGES)
      expect(new Set(REWARD_CLASS_IDS.map((id) => rewardClassWords(id, language))).size).toBe(5)
  })
})
