import { describe, expect, it } from 'vitest'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { screenFactsOf, type ShownBoard } from '../../../src/domain/screen/screen-facts.ts'
import type { ManagerLanguage } from '../../../src/domain/settings/manager-language.ts'

const NOW = Date.parse('2026-11-20T22:20:00Z')
const TAGS: Readonly<Record<ManagerLanguage, string>> = { en: 'en-CA', fr: 'fr-CA', es: 'es-US' }

const BOARD: ShownBoard = {
  set: { kind: 'full' },
  share: null,
  settings: DEFAULT_SCREEN,
  report: { pages: 4, seconds: 48, advice: null, page: 1 },
  sharing: { screens: 1, seconds: 48 },
  heardAtMs: NOW - 1000,
  pricesAtMs: NOW - 4 * 60_000,
  stale: false,
  light: 'on',
  lightChangesAtMs: null,
  unknownName: null
}

function factsOf(changes: Partial<ShownBoard>, language: ManagerLanguage = 'en') {
  const format = locationFormatOf(TAGS[language], 'CAD', 'America/Regina')
  return screenFactsOf({ ...BOARD, ...changes }, (id) => (id === 26 ? 'Cedar' : null), format, language, NOW)
}

describe('a screen in words', () => {
  it.each([
    [{ kind: 'full' }, 'The whole menu'],
    [{ kind: 'classifications', paths: [['Flower'], ['Pre-rolls', 'Infused']] }, 'Flower and Pre-rolls > Infused'],
    [{ kind: 'shelf', shelfId: 26 }, 'Shelf Cedar'],
    [{ kind: 'shelf', shelfId: 99 }, 'Shelf 99'],
    [{ kind: 'on-promotion' }, 'What is on promotion'],
    [{ kind: 'new-arrivals' }, 'New arrivals']
  ] as const)('says what it shows: %j', (set, words) => {
    expect(factsOf({ set }).shows).toBe(words)
    expect(factsOf({ set, share: { index: 1, count: 3 } }).shows).toBe(`${words}, part 2 of 3`)
  })

  it('says the page, the theme, the age and whether it is lit, in three languages', () => {
    const closed = { light: 'dim', lightChangesAtMs: Date.parse('2026-11-21T15:00:00Z') } as const
    const said = (['en', 'fr', 'es'] as const).map((language) => {
      const { theme, pages, priceAge, heard, light } = factsOf(closed, language)
      return [theme, pages, priceAge, heard, light].map((text) => text?.replaceAll(/\s/g, ' '))
    })
    expect(said).toEqual([
      [
        'Dark',
        'Page 2 of 4, all of them in 48 secs',
        'Prices checked 4:16 pm',
        'Heard a moment ago',
        'Dimmed until Nov 21, 9:00 am: the store is closed'
      ],
      [
        'Sombre',
        'Page 2 de 4, toutes en 48 s',
        'Prix vérifiés à 16 h 16',
        'Entendu à l’instant',
        'Atténué jusqu’à 21 nov., 9 h : le magasin est fermé'
      ],
      [
        'Oscuro',
        'Página 2 de 4, todas en 48 s',
        'Precios verificados a las 4:16 p.m.',
        'Dio señal hace un momento',
        'Atenuada hasta 21 nov, 9:00 a.m.: la tienda está cerrada'
      ]
    ])
  })

  it.each(['en', 'fr', 'es'] as const)(
    'has a problem in %s for each thing that a manager can do something about',
    (language) => {
      const advice = { screensMore: 1, orLevel: null, orSet: [] }
      const count = (changes: Partial<ShownBoard>): number => factsOf(changes, language).problems.length
      expect(count({})).toBe(0)
      expect(count({ heardAtMs: NOW - 80_000 })).toBe(1)
      expect(count({ unknownName: 'bar' })).toBe(1)
      expect(count({ settings: { ...DEFAULT_SCREEN, level: 'dense' } })).toBe(1)
      expect(count({ report: { pages: 9, seconds: 108, advice } })).toBe(1)
      expect(factsOf({ unknownName: 'bar' }, language).problems[0]).toContain('bar')
    }
  )

  it('of several that share a menu, says how many more would do for all of them', () => {
    const advice = { screensMore: 3, orLevel: null, orSet: [] }
    const { problems } = factsOf({
      report: { pages: 9, seconds: 108, advice },
      sharing: { screens: 2, seconds: 216 }
    })
    expect(problems[0]).toContain('To bring it under 1 min 30 secs: one more screen.')
  })
})
