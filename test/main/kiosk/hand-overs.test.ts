import { describe, expect, it } from 'vitest'
import { createHandOvers } from '../../../src/main/kiosk/hand-overs.ts'

const HOUR_MS = 60 * 60_000
const A = '0a73aaf0-a347-4681-9e37-038062ab72a5'
const lines = [{ productId: A, quantity: '3.5' }]
const another = (quantity: number) => [{ productId: A, quantity: String(quantity) }]

describe('baskets that wait for the counter', () => {
  it('are found by their code, however it is typed, and by the text of the QR code', () => {
    const kept = createHandOvers()
    const { code, text, rows } = kept.keep(lines)
    expect(kept.read(code.toLowerCase().replace(' ', '-'))).toEqual({ ok: true, lines })
    expect(kept.read(text ?? '')).toEqual({ ok: true, lines })
    expect(rows?.every((row) => row.length === rows.length && /^[01]+$/.test(row))).toBe(true)
  })

  it('have the same code for the same basket, however often it is handed over', () => {
    const kept = createHandOvers()
    expect(kept.keep(lines).code).toBe(kept.keep(lines).code)
    expect(kept.keep(another(7)).code).not.toBe(kept.keep(lines).code)
  })

  it('are gone after four hours', () => {
    let nowMs = 0
    const kept = createHandOvers(() => nowMs)
    const { code } = kept.keep(lines)
    nowMs = 4 * HOUR_MS - 1
    expect(kept.read(code).ok).toBe(true)
    nowMs = 4 * HOUR_MS
    expect(kept.read(code)).toEqual({ ok: false, fault: 'unknown' })
  })

  it('are so many at most, the oldest gone first', () => {
    const kept = createHandOvers(() => 0)
    const first = kept.keep(lines).code
    const second = kept.keep(another(1)).code
    for (let count = 2; count < 2001; count += 1) kept.keep(another(count))
    expect(kept.read(first).ok).toBe(false)
    expect(kept.read(second).ok).toBe(true)
  })

  it('are so many lines at most, of all of them together', () => {
    const kept = createHandOvers(() => 0)
    const first = kept.keep(lines).code
    for (let count = 0; count < 80; count += 1)
      kept.keep(Array.from({ length: 500 }, (_, at) => ({ productId: A, quantity: `${count}.${at + 1}` })))
    expect(kept.read(first).ok).toBe(false)
  })

  it('cannot be guessed at: after ten wrong codes none is looked at for a minute, the right one neither', () => {
    let nowMs = 0
    const kept = createHandOvers(() => nowMs)
    const { code, text } = kept.keep(lines)
    for (let tries = 0; tries < 10; tries += 1) expect(kept.read('ZZZ ZZZ')).toEqual({ ok: false, fault: 'unknown' })
    expect(kept.read(code)).toEqual({ ok: false, fault: 'wait' })
    // What was scanned is no guess.
    expect(kept.read(text ?? '').ok).toBe(true)
    nowMs = 60_000
    expect(kept.read(code).ok).toBe(true)
  })

  it('what can be no code is no guess', () => {
    const kept = createHandOvers()
    for (let tries = 0; tries < 20; tries += 1) expect(kept.read('hello')).toEqual({ ok: false, fault: 'shape' })
    expect(kept.read('')).toEqual({ ok: false, fault: 'shape' })
  })
})
