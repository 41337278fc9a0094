import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foundProblem } from '../../../src/domain/health/found-problem.ts'
import { problemDetailOf, problemLineOf } from '../../../src/domain/health/problem-details.ts'
import { problemTitleOf } from '../../../src/domain/health/problem-titles.ts'
import type {
  PictureRefusal,
  ProblemCode,
  ProblemFacts,
  StorageFault,
  ThemeFault
} from '../../../src/shared/problem.ts'

const LANGUAGES = ['en', 'fr', 'es'] as const
const TAGS = ['en-CA', 'fr-CA', 'es-US'] as const

const wrongAt = { kind: 'wrong-at', place: 'rules.0.kind', says: 'Invalid input' } as const
const cycle = { code: 'long-cycle', store: 'Laval', pages: 27, seconds: 1330, mostSeconds: 90 } as const
const theme = { code: 'theme-refused', file: 'themes/sea.json', shows: 'dark' } as const

/** Facts of every kind of problem, in each of their shapes. */
const FACTS: { readonly [C in ProblemCode]: readonly Extract<ProblemFacts, { readonly code: C }>[] } = {
  'time-zone-unknown': [
    { code: 'time-zone-unknown', store: 'Laval', fault: { kind: 'none' } },
    { code: 'time-zone-unknown', store: 'Laval', fault: { kind: 'unknown', zone: 'Moon Standard Time' } },
    { code: 'time-zone-unknown', store: 'Laval', fault: { kind: 'set-unknown', zone: 'America/Nowhere' } }
  ],
  'daylight-saving-contradiction': [true, false].map((saysOn) => ({
    code: 'daylight-saving-contradiction',
    store: 'Laval',
    saysOn,
    timeZone: 'America/Toronto'
  })),
  'currency-unknown': [null, 'FR'].map((country) => ({ code: 'currency-unknown', store: 'Laval', country })),
  'amounts-held': [{ code: 'amounts-held', store: 'Laval' }],
  'prices-too-old': [null, 90_000].map((agedSeconds) => ({
    code: 'prices-too-old',
    agedSeconds,
    limitSeconds: 86_400
  })),
  'promotions-too-old': [null, 90_000].map((agedSeconds) => ({ code: 'promotions-too-old', agedSeconds })),
  'clock-wrong': [true, false].map((isAhead) => ({ code: 'clock-wrong', seconds: 10_800, isAhead })),
  'clock-unknown': [{ code: 'clock-unknown', machineDay: '2000-01-01', seenDay: '2026-11-20' }],
  'removals-held-back': (['catalogue', 'promotions', 'locations', 'tree'] as const).flatMap((what) =>
    [null, 'Laval'].map((store) => ({ code: 'removals-held-back' as const, store, what, count: 1200, shown: 1300 }))
  ),
  'doubled-prices': [1, 1200].map((count) => ({ code: 'doubled-prices', store: 'Laval', count, example: 'Tern OG' })),
  'overlapping-sales': [1, 2].map((count) => ({
    code: 'overlapping-sales',
    store: 'Laval',
    count,
    example: 'Tern OG'
  })),
  'tax-rate-unknown': [1, 2].map((count) => ({ code: 'tax-rate-unknown', count, example: 'Tern OG' })),
  'market-profile-unreadable': [
    ...(['missing', 'not-json', 'unreadable'] as const).map((kind) => ({ kind })),
    wrongAt,
    { kind: 'wrong-at' as const, place: null, says: null }
  ].map((fault) => ({ code: 'market-profile-unreadable', file: 'north.json', fault })),
  'market-profile-unchecked': [{ code: 'market-profile-unchecked', id: 'north', name: 'North' }],
  'market-unknown': [{ code: 'market-unknown', store: 'Laval' }],
  'reward-refused': [
    { code: 'reward-refused', store: 'Laval', reward: null, fault: { kind: 'system-unanswered' } },
    { code: 'reward-refused', store: 'Laval', reward: 'Five off', fault: { kind: 'percent-over-100' } }
  ],
  'theme-refused': (
    [
      ...(['folder', 'file-name', 'not-json', 'unreadable'] as const).map((kind) => ({ kind })),
      wrongAt,
      {
        kind: 'colours',
        faults: [
          { kind: 'contrast', ink: 'ink', ground: 'rail', contrast: '2.61', least: '4.50' },
          { kind: 'yellow', token: 'alert' }
        ]
      }
    ] satisfies readonly ThemeFault[]
  ).map((fault) => ({ ...theme, fault })),
  'unknown-theme': [{ code: 'unknown-theme', name: 'sea' }],
  'unknown-screen': [{ code: 'unknown-screen', name: 'bar' }],
  'screen-without-store': [
    { code: 'screen-without-store', name: 'bar', fault: { kind: 'no-such-store', storeId: 7 } },
    ...(['markets', 'restrictToLocationIds'] as const).map((filter) => ({
      code: 'screen-without-store' as const,
      name: 'bar',
      fault: { kind: 'left-out' as const, store: 'Laval', storeId: 7, filter }
    }))
  ],
  'long-cycle': [
    { ...cycle, screen: null, ways: { screensMore: 0, denseLevel: false, set: [] } },
    { ...cycle, screen: 'bar', ways: { screensMore: 1, denseLevel: false, set: [] } },
    { ...cycle, screen: 'bar', ways: { screensMore: 4, denseLevel: true, set: ['Flower', 'Vapes'] } }
  ],
  'dense-screen': [null, 'bar'].map((screen) => ({ code: 'dense-screen', screen, store: 'Laval' })),
  'board-not-laid-out': [
    { code: 'board-not-laid-out', screen: 'bar', store: 'Laval', keepsLast: true, products: ['Blue Dream'] },
    { code: 'board-not-laid-out', screen: null, store: 'Laval', keepsLast: false, products: [] }
  ],
  'products-not-laid-out': [
    { code: 'products-not-laid-out', screen: 'bar', store: 'Laval', products: ['Blue Dream', 'Kush'] }
  ],
  'pictures-missing': Object.keys({
    'bad-address': 0,
    'not-https': 0,
    'private-address': 0,
    'too-many-redirects': 0,
    'bad-status': 0,
    'busy-status': 0,
    'wrong-type': 0,
    'too-large': 0,
    'too-many-pixels': 0,
    'too-slow': 0,
    unreachable: 0,
    broken: 0,
    'no-room': 0
  } satisfies Record<PictureRefusal, 0>).map((refusal) => ({
    code: 'pictures-missing',
    missing: 12,
    wanted: 1340,
    causes: [{ refusal: refusal as PictureRefusal, count: 12 }]
  })),
  'logo-unreadable': (['too-large', 'missing', 'unreadable', 'letters', 'no-picture'] as const).map((fault) => ({
    code: 'logo-unreadable',
    file: 'logo.svg',
    fault,
    mostMegabytes: 5
  })),
  'file-moved-aside': [[], ['screens', 'language']].map((wrong) => ({
    code: 'file-moved-aside',
    file: 'settings.json',
    day: '2026-11-20',
    kept: 'settings.json.damaged-2026',
    wrong
  })),
  'newer-version-taken-back': (['catalogue', 'what-was-seen'] as const).map((holds) => ({
    code: 'newer-version-taken-back',
    holds,
    day: '2026-11-20',
    kept: 'keep.sqlite.newer-2026'
  })),
  'sample-differs': [{ code: 'sample-differs', checked: 50, differed: 3, names: ['Tern OG', 'Haze'] }],
  'history-not-kept': Object.keys({
    'disk-full': 0,
    'data-dir-unwritable': 0,
    'database-corrupt': 0,
    'database-busy': 0,
    'internal-error': 0
  } satisfies Record<StorageFault, 0>).map((fault) => ({
    code: 'history-not-kept',
    fault: fault as StorageFault,
    says: `RangeError ${fault}`
  })),
  'unreadable-schedule': ['DTSTART is missing', 'unknown time zone "Moon"', 'RRULE: no FREQ', 'DTEND', 'no VEVENT'].map(
    (reason) => ({ code: 'unreadable-schedule', promotion: 'Ferry Friday', reason })
  ),
  'promotion-not-evaluated': [
    { kind: 'unknown-type' as const, type: 'PairForLess' },
    { kind: 'unknown-condition' as const, where: 'CartCondition.Conditions[0]', type: 'Birthday' },
    { kind: 'unreadable' as const, where: 'PromotionType.NumberToMatch' }
  ].map((fault) => ({ code: 'promotion-not-evaluated', promotion: 'Ferry Friday', fault }))
}

describe('a problem, told to a manager', () => {
  it.each(Object.entries(FACTS))('%s: title and line in three languages, no word of one in another', (code, shapes) => {
    const titles = LANGUAGES.map((language) => problemTitleOf(code as ProblemCode, language))
    expect(new Set(titles).size).toBe(3)
    for (const facts of shapes) {
      const told = TAGS.map((tag) => problemDetailOf(facts, tag))
      expect(new Set(told).size, told[0]).toBe(3)
      for (const line of told) expect(line).not.toMatch(/undefined|null|\[object|NaN/)
      for (const line of told.slice(1))
        // What the product never says in another language: names of files, zones and values stay.
        expect(line, line).not.toMatch(
          /(?<!\p{L})(?:the|is|are|not|with|has|have|cannot|shown|store|price|screen)(?!\p{L})/iu
        )
    }
    // Every shape says something of its own.
    for (const tag of TAGS) expect(new Set(shapes.map((facts) => problemDetailOf(facts, tag))).size).toBe(shapes.length)
  })

  it('is in English what the contract has, but for how the reader writes numbers, days and durations', () => {
    for (const facts of Object.values(FACTS).flat() as readonly ProblemFacts[])
      expect(foundProblem(facts, 7)).toEqual({ code: facts.code, message: problemLineOf(facts), locationId: 7, facts })
    const line = problemLineOf(FACTS['long-cycle'][0]!)
    expect(line).toBe('A screen at Laval: all 27 pages take 1330 s')
    expect(problemDetailOf(FACTS['long-cycle'][0]!, 'en-CA')).toBe(
      'A screen at Laval: all 27 pages take 22 mins 10 secs'
    )
    expect(problemLineOf(FACTS['file-moved-aside'][0]!)).toContain('on 2026-11-20 and is kept')
    expect(problemDetailOf(FACTS['file-moved-aside'][0]!, 'en-CA')).toContain('on November 20, 2026 and is kept')
  })

  it('has a title for each code of the contract, and no other', () => {
    const contract = readFileSync(new URL('../../../docs/contract.md', import.meta.url), 'utf8')
    const table = contract.slice(contract.indexOf('`problems` (added)'), contract.indexOf('## BoardSnapshot'))
    const codes = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code)
    expect(Object.keys(FACTS).toSorted()).toEqual(codes.toSorted())
  })

  it('writes numbers and days as its reader does, and quotes what a program said', () => {
    const [held] = FACTS['removals-held-back']
    expect(problemDetailOf(held!, 'fr-CA')).toContain('1\u00a0200 produits sur 1\u00a0300')
    const [damaged] = FACTS['file-moved-aside']
    expect(problemDetailOf(damaged!, 'fr-CA')).toContain('le 20 novembre 2026')
    expect(problemDetailOf(damaged!, 'es-MX')).toContain('el 20 de noviembre de 2026')
    const wrong = { code: 'market-profile-unreadable', file: 'north.json', fault: wrongAt } as const
    expect(problemDetailOf(wrong, 'fr-CA')).toContain('ce que dit le système\u00a0: «\u00a0Invalid input\u00a0»')
    expect(problemDetailOf(wrong, 'es-MX')).toContain('lo que dice el sistema: «Invalid input»')
  })
})
