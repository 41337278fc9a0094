import { describe, expect, it } from 'vitest'
import type { PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import type { PromotionNote } from '../../../src/shared/manager/explanation.ts'
import { priceRecord } from '../price-records.ts'
import { explained, HARBOUR_STREET, plain, type Asked } from './explained.ts'

const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')

function promotion(name: string, schedule: string): PromotionFacts {
  return {
    promotionId: name,
    name,
    type: 'Percent Off',
    enabledAtEntityIds: [94447],
    productIds: ['p1'],
    schedule,
    terms: null
  }
}

function notesOf(promotions: readonly PromotionFacts[], asked: Asked = {}): readonly PromotionNote[] {
  const { notes } = explained({ records: [priceRecord({ price: '10' })] }, { ...asked, promotions }).promotions
  return notes.map((note) => ({ ...note, text: plain(note.text) }))
}

const FERRY_FRIDAY = promotion(
  'Ferry Friday',
  event('DTSTART:20261127T160000', 'DTEND:20261127T210000', 'RRULE:FREQ=WEEKLY')
)

describe('promotions on the product', () => {
  it('one in force says until when, and that nobody knows what it does where the full feed does not say', () => {
    const [note] = notesOf([FERRY_FRIDAY])
    expect(note?.isOn).toBe(true)
    expect(note?.text).toBe(
      'On now, until Friday 27 November, 9:00 pm. What it does is not known: Cova’s full list does not have it as it is now. ' +
        'The price here is without it: never less than what is charged.'
    )
    expect(note).toMatchObject({ offer: null, conditions: [] })
  })

  it('one that is not says when it is next', () => {
    const [note] = notesOf([
      promotion('Member Mondays', event('DTSTART:20261123T000000', 'DTEND:20261123T235959', 'RRULE:FREQ=WEEKLY'))
    ])
    expect(note).toMatchObject({
      isOn: false,
      text: 'Not on at this instant. Next: all of Monday 30 November.'
    })
  })

  it('one that is over, or too far off, says that', () => {
    const [note] = notesOf([promotion('Summer', event('DTSTART:20260701T100000', 'DTEND:20260801T100000'))])
    expect(note?.text).toBe('Not on at this instant, nor in the 60 days that follow.')
  })

  it('one without an end within sight says that', () => {
    const [note] = notesOf([promotion('Always', event('DTSTART:20260701T000000', 'DTEND:20290801T100000'))])
    expect(note?.text).toMatch(/^On now, with no end in the coming 60 days\. /)
  })

  it('one whose schedule cannot be read is never shown, and says why', () => {
    const [note] = notesOf([promotion('Garbled', 'BEGIN:VEVENT\r\nEND:VEVENT')])
    expect(note?.text).toMatch(/^Never shown: its schedule cannot be read \(.+\)\.$/)
  })

  it('one by the store’s clock is off where its zone is not known', () => {
    const [note] = notesOf([FERRY_FRIDAY], { location: { ...HARBOUR_STREET, timeZone: null } })
    expect(note?.text).toBe('Never shown: it goes by the store’s clock, and the store’s time zone is not known.')
  })

  it('a market that hides promotions is named', () => {
    expect(notesOf([FERRY_FRIDAY], { hidesPromotions: true })[0]?.text).toContain('keeps its badge off this screen')
  })

  it('those in force come first', () => {
    const later = promotion('A later one', event('DTSTART:20261201T160000', 'DTEND:20261201T210000'))
    expect(notesOf([later, FERRY_FRIDAY]).map(({ name }) => name)).toEqual(['Ferry Friday', 'A later one'])
  })

  it('are told in French and Spanish too', () => {
    expect(notesOf([FERRY_FRIDAY], { language: 'fr-CA' })[0]?.text).toMatch(
      /^En cours, jusqu’au vendredi 27 novembre, 21 h\. On ne sait pas ce qu’elle fait/
    )
    expect(notesOf([FERRY_FRIDAY], { language: 'es-US' })[0]?.text).toMatch(
      /^Vigente hasta el viernes 27 de noviembre, 9:00 p\.m\. No se sabe qué hace/
    )
  })
})
