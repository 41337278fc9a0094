import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighboursOf, quantityStepsOf } from '../../../src/domain/kiosk/quantity-steps.ts'

const grams = { unit: 'g', stock: null, rungsAlone: false } as const

describe('how much can be chosen', () => {
  it('goes from the first tier to the last by half grams, as the art direction draws it', () => {
    const steps = quantityStepsOf({ ...grams, rungs: ['1', '3.5', '7', '14'] })
    expect(steps).toHaveLength(27)
    expect(steps.slice(0, 4)).toEqual(['1', '1.5', '2', '2.5'])
    expect(steps.indexOf('3.5')).toBe(5)
    expect(steps.at(-1)).toBe('14')
  })

  it('has every tier, also one that no half gram meets', () => {
    const steps = quantityStepsOf({ ...grams, rungs: ['1', '28.35'] })
    expect(steps).toContain('28.35')
    expect(steps).toContain('28')
  })

  it('reaches ten times one rung alone', () => {
    expect(quantityStepsOf({ ...grams, rungs: ['3.5'] }).at(-1)).toBe('35')
    expect(quantityStepsOf({ unit: 'each', stock: null, rungsAlone: false, rungs: ['1'] })).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10'
    ])
  })

  it('ends with what is there, and has nothing where that is less than the first rung', () => {
    expect(quantityStepsOf({ ...grams, stock: '3.2', rungs: ['1', '3.5', '7'] })).toEqual(['1', '1.5', '2', '2.5', '3'])
    expect(quantityStepsOf({ ...grams, stock: '0.4', rungs: ['1', '3.5'] })).toEqual([])
  })

  it('is the rungs alone where a market shows no other quantities', () => {
    expect(quantityStepsOf({ ...grams, rungsAlone: true, rungs: ['3.5', '7'] })).toEqual(['3.5', '7'])
  })

  it('is never more than a finger can tell apart, always rising, and whole pieces of what is sold so', () => {
    const rungs = fc.array(
      fc.integer({ min: 1, max: 4000 }).map((tenths) => String(tenths / 10)),
      { minLength: 1, maxLength: 6 }
    )
    fc.assert(
      fc.property(rungs, fc.constantFrom('g' as const, 'each' as const), (given, unit) => {
        const steps = quantityStepsOf({ unit, stock: null, rungsAlone: false, rungs: given }).map(Number)
        expect(steps.length).toBeLessThanOrEqual(66)
        expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b))
        if (unit === 'each') expect(steps.every(Number.isInteger)).toBe(true)
      })
    )
  })

  it('names the next quantities down and up, also of one between two', () => {
    expect(neighboursOf('3.7', ['1', '3.5', '4'])).toEqual({ less: '3.5', more: '4' })
    expect(neighboursOf('1', ['1', '3.5'])).toEqual({ less: null, more: '3.5' })
    expect(neighboursOf('20', ['1', '14'])).toEqual({ less: '14', more: null })
  })
})
