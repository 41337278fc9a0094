import { describe, expect, it } from 'vitest'
import { agoWordsOf, durationWordsOf, sizeWordsOf } from '../../../src/domain/health/measure-words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('how long ago', () => {
  it.each([
    [-5000, 'just now'],
    [9999, 'just now'],
    [42_000, '42 seconds ago'],
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [47 * HOUR, '47 hours ago'],
    [72 * HOUR, '3 days ago']
  ])('%i ms is "%s"', (ageMs, words) => expect(agoWordsOf(ageMs, 'en-CA', 'en')).toBe(words))

  it('is said in the reader’s language', () => {
    expect(agoWordsOf(2 * MINUTE, 'fr-CA', 'fr')).toBe('il y a 2 minutes')
    expect(agoWordsOf(2 * MINUTE, 'es-US', 'es')).toBe('hace 2 minutos')
    expect(agoWordsOf(0, 'fr-CA', 'fr')).toBe('à l’instant')
  })
})

describe('a duration', () => {
  it.each([
    [0, '0 sec'],
    [412, '0.4 sec'],
    [12_345, '12 sec'],
    [185_000, '3 min 5 sec'],
    [2 * HOUR, '2 hr'],
    [2 * HOUR + 10 * MINUTE, '2 hr 10 min'],
    [123 * HOUR, '5 days 3 hr']
  ])('of %i ms is "%s"', (ms, words) => expect(durationWordsOf(ms, 'en-US')).toBe(words))
})

describe('a size', () => {
  it.each([
    [0, '0 byte'],
    [1500, '1.5 kB'],
    [12_400_000, '12.4 MB'],
    [812_400_000, '812 MB'],
    [1_240_000_000_000, '1.2 TB']
  ])('of %i bytes is "%s"', (bytes, words) => expect(sizeWordsOf(bytes, 'en-US')).toBe(words))
})
