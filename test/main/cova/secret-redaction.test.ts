import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteOf } from '../../../src/main/cova/secret-redaction.ts'

describe('quoteOf', () => {
  test('gives one line without control characters, at most 200 long', () => {
    expect(quoteOf(' a\r\n\tb\u0007c\u2028d ', [])).toBe('a b c d')
    expect(quoteOf('x'.repeat(900), [])).toHaveLength(200)
  })

  test('takes out tokens of anybody', () => {
    expect(quoteOf('got Bearer abc.def-1 today', [])).toBe('got [redacted] today')
    expect(quoteOf('got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln today', [])).toBe('got [redacted] today')
  })

  test('drops the quote where a secret is too short to be cut out', () => {
    expect(quoteOf('password ab is wrong', ['ab'])).toBe('')
    expect(quoteOf('password is wrong', ['zz'])).toBe('password is wrong')
  })

  test('shows no secret, wherever it stands in the text', () => {
    const secret = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }).filter((text) => /^\S{8,}$/u.test(text))
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), fc.nat(5000), (password, before, after, padding) => {
        const text = before + ' '.repeat(padding) + password + after
        expect(quoteOf(text, [password])).not.toContain(password)
      })
    )
  })

  test('shows no part of a secret that the scan was cut in', () => {
    const password = 'correct-horse-battery-staple'
    const quote = quoteOf(' '.repeat(4085) + password, [password])
    expect(quote).not.toContain('correct')
  })
})

test.each([
  ['{"access_token": "abc def", "expires_in": 3', '{"[redacted]", "expires_in": 3'],
  ['refresh_token=abc&x=1', '[redacted]&x=1'],
  ['{\\"id_token\\":\\"abc\\"}', '{\\"[redacted]"}']
])('the fields of a log-in’s answer are told by nobody: %s', (text, quoted) => {
  expect(quoteOf(text, [])).toBe(quoted)
})
