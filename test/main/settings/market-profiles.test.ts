import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadMarket } from '../../../src/main/settings/market-profiles.ts'

const ORIGIN = { source: 'Regulation 1, section 2', date: '2026-01-01' }

function dataDirWith(text: string | null): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-market-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  mkdirSync(join(dataDir, 'market-profiles'))
  if (text !== null) writeFileSync(join(dataDir, 'market-profiles', 'north.json'), text)
  return dataDir
}

const profile = (rules: readonly unknown[]): string => JSON.stringify({ id: 'north', name: 'North', rules })
const CONFIRMED = { profile: 'north', confirmed: true }

test('no profile is in force unless the store has confirmed it', () => {
  const dataDir = dataDirWith(profile([{ kind: 'hide-potency', ...ORIGIN }]))
  expect(loadMarket(dataDir, null)).toEqual({ rules: [], problem: null })
  expect(loadMarket(dataDir, { ...CONFIRMED, confirmed: false })).toEqual({ rules: [], problem: null })
  expect(loadMarket(dataDir, CONFIRMED)).toEqual({ rules: [{ kind: 'hide-potency', ...ORIGIN }], problem: null })
})

test.each([
  ['is not there', null, 'is not there'],
  ['is not JSON', '{', 'is not JSON'],
  ['has a rule without its source', profile([{ kind: 'hide-potency', date: '2026-01-01' }]), 'rules.0.source'],
  ['has a rule nobody knows', profile([{ kind: 'paint-it-green', ...ORIGIN }]), 'rules.0.kind'],
  ['has no date', profile([{ kind: 'hide-potency', source: 'x', date: 'last week' }]), 'rules.0.date']
])('a confirmed profile that %s is a problem that names the place', (_name, text, place) => {
  const { rules, problem } = loadMarket(dataDirWith(text), CONFIRMED)
  expect(rules).toEqual([])
  expect(problem).toMatchObject({ code: 'market-profile-unreadable', message: expect.stringContaining(place) })
  expect(problem?.message).toContain('north.json')
})

test.each(['massachusetts-adult-use', 'washington-warnings'])('the shipped example %s is off until confirmed', (id) => {
  const dataDir = dataDirWith(null)
  expect(loadMarket(dataDir, null).rules).toEqual([])
  expect(loadMarket(dataDir, { profile: id, confirmed: false })).toEqual({ rules: [], problem: null })
  const { rules, problem } = loadMarket(dataDir, { profile: id, confirmed: true })
  expect(rules.length).toBeGreaterThan(0)
  for (const { source, date, wording } of rules) {
    expect(source).toMatch(/https:\/\//)
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(wording).toBeTruthy()
  }
  expect(problem).toMatchObject({ code: 'market-profile-unchecked', message: expect.stringContaining('not advice') })
})

test("a store's own file goes before the shipped one of its id, and is no lead once counsel has checked it", () => {
  const dataDir = dataDirWith(null)
  const own = { name: 'Ours', status: 'checked-by-counsel', rules: [{ kind: 'hide-potency', ...ORIGIN }] }
  const file = join(dataDir, 'market-profiles', 'washington-warnings.json')
  writeFileSync(file, JSON.stringify({ id: 'washington-warnings', ...own }))
  expect(loadMarket(dataDir, { profile: 'washington-warnings', confirmed: true })).toEqual({
    rules: own.rules,
    problem: null
  })
})

test('a profile says what it is: a status that nobody knows is a problem', () => {
  const text = JSON.stringify({ id: 'north', name: 'North', status: 'advice', rules: [] })
  expect(loadMarket(dataDirWith(text), CONFIRMED).problem?.message).toContain('wrong at status')
})
