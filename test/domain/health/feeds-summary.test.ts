import { describe, expect, it } from 'vitest'
import { feedsSummaryOf } from '../../../src/domain/health/feeds-summary.ts'

const prices = { name: 'Prices', state: 'ok', age: '5 seconds ago', atMs: 9000 } as const
const taxes = { name: 'Taxes', state: 'ok', age: '2 minutes ago', atMs: 1000 } as const

describe('the line about the feeds', () => {
  it('says of the oldest when it came, while all are fresh', () => {
    expect(feedsSummaryOf('ok', [prices, taxes], 'en')).toBe('All 2 feeds fresh, the oldest 2 minutes ago')
    expect(feedsSummaryOf('ok', [taxes, { ...prices, age: 'à l’instant' }], 'fr')).toMatch(/^Les 2 flux sont à jour/)
    expect(feedsSummaryOf('ok', [prices, taxes], 'es')).toMatch(/^Los 2 flujos están al día/)
  })

  it('names the feeds that failed or are late, whatever else is fresh', () => {
    const late = { ...taxes, state: 'late' } as const
    expect(feedsSummaryOf('degraded', [prices, late], 'en')).toBe('Behind: Taxes')
    expect(feedsSummaryOf('degraded', [{ ...prices, state: 'failed' }, late], 'es')).toBe('Con retraso: Prices, Taxes')
    expect(feedsSummaryOf('starting', [{ ...prices, state: 'failed', age: null, atMs: null }], 'en')).toBe(
      'Behind: Prices'
    )
  })

  it('says that the first sync is under way until each has come once, and that nothing is synced while frozen', () => {
    const never = { name: 'Products', state: 'never', age: null, atMs: null } as const
    expect(feedsSummaryOf('starting', [prices, never], 'en')).toBe('The first sync is under way')
    expect(feedsSummaryOf('frozen', [prices, { ...taxes, state: 'late' }], 'en')).toBe('Frozen: nothing is synced')
  })
})
