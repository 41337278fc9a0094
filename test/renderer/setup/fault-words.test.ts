import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/renderer/setup/answer-of.ts'
import { setupWordsOf } from '../../../src/renderer/setup/setup-words.ts'

const WORDS = ['en-CA', 'fr-CA', 'es-MX'].map((tag) => setupWordsOf(tag))

/** Every code has three texts, and those of one language are all different where `isOwn`. */
function tableOf(read: (words: (typeof WORDS)[number]) => Readonly<Record<string, string>>): void {
  const [first = {}] = WORDS.map(read)
  for (const code of Object.keys(first)) {
    const told = WORDS.map((words) => read(words)[code])
    expect(new Set(told).size, code).toBe(3)
    for (const line of told) expect(line, code).toMatch(/\.$/)
  }
  for (const words of WORDS) expect(new Set(Object.values(read(words))).size).toBe(Object.keys(first).length)
}

describe('what goes wrong in first run', () => {
  it('is said in three languages: refusals of a step', () => tableOf(({ refusals }) => refusals))
  it('and causes of a feed that does not come', () => tableOf(({ faults }) => faults))
  it('and ways to Cova that are shut', () => tableOf(({ ways }) => ways))
  it('and stores that cannot be shown', () => tableOf(({ locationProblems }) => locationProblems))

  it('quotes the program’s own line only where it says more, and then as such', () => {
    const refusal = { ok: false, field: null, message: 'Cannot write in /data (EACCES)' } as const
    const french = setupWordsOf('fr-CA')
    expect(failureOf({ ...refusal, code: 'data-dir-unwritable' }, french)).toEqual({
      message: french.refusals['data-dir-unwritable'],
      detail: 'Ce que dit le système\u00a0: «\u00a0Cannot write in /data (EACCES)\u00a0»',
      field: null
    })
    expect(
      failureOf({ ...refusal, code: 'no-such-store', message: 'There is no location 9.' }, french).detail
    ).toBeNull()
  })
})
