import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadThemes } from '../../../src/main/settings/custom-themes.ts'

function dataDirWith(files: Readonly<Record<string, string>>): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-themes-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  mkdirSync(join(dataDir, 'themes'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dataDir, 'themes', name), text)
  return dataDir
}

const theme = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ name: 'Harbour', base: 'light', tokens: {}, ...changes })

test('without a folder there are none', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-themes-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  expect(loadThemes(dataDir)).toEqual({ themes: new Map(), problems: [] })
})

test('a theme is read by the name of its file, its colours in small letters', () => {
  const dataDir = dataDirWith({ 'harbour.json': theme({ tokens: { ground: '#F4F8FF', 'rail-ink': '#ffffff' } }) })
  expect(loadThemes(dataDir)).toEqual({
    themes: new Map([['harbour', { base: 'light', tokens: { ground: '#f4f8ff', 'rail-ink': '#ffffff' } }]]),
    problems: []
  })
})

test('the example of the docs is sound', () => {
  const dataDir = dataDirWith({})
  cpSync(join(import.meta.dirname, '../../../docs/themes/harbour.json'), join(dataDir, 'themes', 'harbour.json'))
  const { themes, problems } = loadThemes(dataDir)
  expect(problems).toEqual([])
  expect(themes.get('harbour')?.tokens.ground).toBe('#0b1220')
})

test.each([
  ['is not JSON', '{', 'dark', 'it is not JSON'],
  ['is no object', '7', 'dark', 'its top'],
  ['names no base', theme({ base: 'puce' }), 'dark', 'wrong at base'],
  ['has a colour that is none', theme({ tokens: { ground: 'navy' } }), 'light', 'wrong at tokens.ground'],
  ['has a token nobody knows', theme({ tokens: { grond: '#ffffff' } }), 'light', 'grond'],
  ['changes the tickets', theme({ tokens: { ticket: '#00ff00' } }), 'light', '"ticket"'],
  ['has a key nobody knows', theme({ colours: {} }), 'light', 'colours'],
  [
    'has a pair that is too close',
    theme({ tokens: { 'ink-2': '#9aa69f' } }),
    'light',
    'ink-2 on ground has a contrast of 2.'
  ],
  ['has a yellow rail', theme({ base: 'dark', tokens: { rail: '#ffd21f' } }), 'dark', 'rail is yellow']
])('a theme that %s is refused whole, and the manager is told where', (_why, text, base, place) => {
  const { themes, problems } = loadThemes(dataDirWith({ 'harbour.json': text }))
  expect(themes.get('harbour')).toEqual({ base, tokens: {} })
  expect(problems).toMatchObject([{ code: 'theme-refused', message: expect.stringContaining(place), locationId: null }])
  expect(problems[0]?.message).toContain(join('themes', 'harbour.json'))
  expect(problems[0]?.message).toContain(`the theme ${base}`)
})

test('one that is refused costs no other, and a name no screen could give is said', () => {
  const { themes, problems } = loadThemes(
    dataDirWith({ 'a.json': '{', 'b.json': theme({}), 'My Theme.json': theme({}), 'notes.txt': 'x' })
  )
  expect([...themes.keys()]).toEqual(['My Theme', 'a', 'b'])
  expect(problems.map(({ message }) => message.includes('My Theme'))).toEqual([true, false])
})
