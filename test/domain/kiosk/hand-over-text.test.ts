import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handOverTextOf, linesOfHandOver } from '../../../src/domain/kiosk/hand-over-text.ts'

const A = '0a73aaf0-a347-4681-9e37-038062ab72a5'

describe('the text of a hand-over', () => {
  it('holds ids and quantities alone, in the letters of a QR code', () => {
    const text = handOverTextOf([{ productId: A, quantity: '5.5' }])
    expect(text).toMatch(/^TS1-[0-9A-Z]{25}-5\.5$/)
    expect(linesOfHandOver(text ?? '')).toEqual([{ productId: A, quantity: '5.5' }])
  })

  it('comes back as it was, whatever case and blanks a scanner gives it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ productId: fc.uuid(), quantity: fc.constantFrom('1', '3.5', '0.25', '9999') }), {
          minLength: 1,
          maxLength: 60
        }),
        (lines) => {
          expect(linesOfHandOver(` ${(handOverTextOf(lines) ?? '').toLowerCase()}\r\n`)).toEqual(lines)
        }
      )
    )
  })

  it('is none for a basket that is too big, and for ids that are no guids', () => {
    expect(handOverTextOf(Array.from({ length: 61 }, () => ({ productId: A, quantity: '1' })))).toBeNull()
    expect(handOverTextOf([{ productId: 'x', quantity: '1' }])).toBeNull()
    expect(handOverTextOf([])).toBeNull()
  })

  it.each([
    '',
    'TS1',
    'TS1-',
    'TS2-0-1',
    'TS1-ABC-1',
    `TS1-${'Z'.repeat(25)}-1`,
    'TS1-0A73AAF0-x',
    `TS1-${'0'.repeat(25)}-0`,
    `TS1-${'0'.repeat(25)}-0.000`,
    `TS1-${'0'.repeat(25)}-10000.5`,
    `TS1-${'0'.repeat(25)}-999999999999`,
    'https://example.org/'
  ])('reads nothing from %j', (text) => {
    expect(linesOfHandOver(text)).toBeNull()
  })
})
