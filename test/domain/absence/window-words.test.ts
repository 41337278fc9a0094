import { describe, expect, test } from 'vitest'
import { momentTextOf, windowTextOf } from '../../../src/domain/absence/window-words.ts'

const REGINA = 'America/Regina'
const HERE = { clock: REGINA, store: REGINA }
/** Tuesday 24 November 2026 on Regina's clock, which is six hours behind UTC all year. */
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour + 6, minute)
const NOW = at(24, 15)

function window(startsAtMs: number, endsAtMs: number | null, zones = HERE): readonly string[] {
  return ['en-CA', 'fr-CA', 'es'].map((language) => windowTextOf({ startsAtMs, endsAtMs }, NOW, language, zones))
}

describe('a stretch of time in words', () => {
  test('within a day names the day once', () => {
    expect(window(at(27, 16), at(27, 21, 30))).toEqual([
      'Friday 27 November, 4:00 pm to 9:30 pm',
      'le vendredi 27 novembre, de 16\u00a0h à 21\u00a0h\u00a030',
      'el viernes 27 de noviembre, de las 16:00 a las 21:30'
    ])
  })

  test('today and tomorrow are called so', () => {
    expect(window(at(24, 18), at(24, 20))[0]).toBe('today, 6:00 pm to 8:00 pm')
    expect(window(at(25, 18), at(25, 20))[2]).toBe('mañana, de las 18:00 a las 20:00')
  })

  test('an end at midnight belongs to the day before; from midnight to midnight is all day', () => {
    expect(window(at(25, 18), at(26, 0))).toEqual([
      'tomorrow, 6:00 pm to midnight',
      'demain, de 18\u00a0h à minuit',
      'mañana, de las 18:00 a medianoche'
    ])
    expect(window(at(25, 0), at(26, 0))).toEqual([
      'tomorrow, all day',
      'demain, toute la journée',
      'mañana, todo el día'
    ])
  })

  test('over several days names both, and without an end only the first', () => {
    expect(window(at(24, 21), at(25, 2))).toEqual([
      'from today, 9:00 pm to tomorrow, 2:00 am',
      'entre aujourd’hui à 21\u00a0h et demain à 2\u00a0h',
      'desde hoy a las 21:00 hasta mañana a las 2:00'
    ])
    expect(window(at(27, 9), null)[0]).toBe('from Friday 27 November, 9:00 am on')
  })

  test('another year is named', () => {
    expect(momentTextOf(Date.UTC(2027, 0, 1, 18), NOW, 'en-CA', HERE)).toBe('Friday 1 January 2027, 12:00 pm')
  })

  test("on a clock that is not the store's, says whose", () => {
    expect(window(at(25, 8), at(25, 11), { clock: 'America/Halifax', store: REGINA })[0]).toBe(
      'tomorrow, 10:00 am to 1:00 pm (America/Halifax time)'
    )
  })
})
