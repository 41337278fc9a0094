import { expect, it } from 'vitest'
import { createCheckTally } from '../../../src/domain/parity/check-tally.ts'
import { checkedReceiptOf } from '../../../src/domain/parity/checked-receipt.ts'
import { sampleSentenceOf } from '../../../src/domain/parity/sample-sentence.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { line, NOON, sourceOf, WREN } from './parity-case.ts'

it('holds the worst lines alone, and counts all of them', () => {
  const source = sourceOf([{ facts: WREN }])
  const tally = createCheckTally(3)
  for (let n = 0; n < 50; n += 1)
    for (const checked of checkedReceiptOf(
      [line('Blue Wren', '3.5', { amount: (30 + ((n * 7) % 50)).toFixed(2) }, { lineNumber: n + 1 })],
      source
    ))
      tally.add(checked)
  tally.refuse()
  expect(tally.counts()).toMatchObject({ lines: 51, over: 50, under: 0, malformed: 1 })
  expect(tally.counts().overSum.toFixed(2)).toBe('1510.50')
  expect(tally.lines().map(({ charged }) => charged.net?.toFixed())).toEqual(['79', '78', '77'])
})

it('a record that was fetched again says so in three languages; one that was not says nothing', () => {
  const nightMs = NOON - 9 * 60 * 60_000 + 5 * 60_000
  const said = (language: string, differed: boolean) =>
    sampleSentenceOf({ atMs: nightMs, differed }, locationFormatOf(language, 'CAD', 'America/Regina'), NOON)
  expect(said('en-CA', false)).toEqual({
    verdict: 'The register agrees.',
    text: 'This record was fetched again at 3:05 am and gave the same price.'
  })
  expect(said('fr-CA', false)?.text).toBe('Cette fiche a été relue à 3\u00a0h\u00a005 et a donné le même prix.')
  expect(said('es', true)?.verdict).toBe('La caja decía otra cosa.')
  expect(sampleSentenceOf(null, locationFormatOf('en-CA', 'CAD', 'America/Regina'), NOON)).toBeNull()
})
