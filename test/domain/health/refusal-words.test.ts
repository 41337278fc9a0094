import { describe, expect, it } from 'vitest'
import { boardRefusalWords } from '../../../src/domain/health/board-refusal-words.ts'
import { type DeskRefusalCode, deskRefusalWords } from '../../../src/domain/health/desk-words.ts'
import { engineProblemWords } from '../../../src/domain/health/engine-problem-words.ts'
import { storageFaultWords } from '../../../src/domain/health/storage-words.ts'
import type { ManagerLanguage } from '../../../src/domain/settings/manager-language.ts'
import { showStoreFaultWords } from '../../../src/domain/settings/show-store-words.ts'
import type { BoardRefusalCode } from '../../../src/shared/board-refusal.ts'
import type { EngineProblemCode } from '../../../src/shared/engine-problem.ts'
import type { StorageFault } from '../../../src/shared/problem.ts'
import type { ShowStoreFault } from '../../../src/shared/setup.ts'

/** All members of a closed union: one that is forgotten does not compile. */
function every<Code extends string>(codes: Readonly<Record<Code, true>>): readonly Code[] {
  return Object.keys(codes) as Code[]
}

const DESK = every<DeskRefusalCode>({
  'unknown-call': true,
  locked: true,
  'wrong-arguments': true,
  failed: true,
  'browser-saves': true,
  'not-written': true
})
const BOARD = every<BoardRefusalCode>({
  starting: true,
  'unknown-location': true,
  'unknown-currency': true,
  busy: true,
  'too-many-boards': true
})
const ENGINE = every<EngineProblemCode>({
  'data-dir-unwritable': true,
  'database-newer': true,
  'writer-busy': true,
  'engine-failed': true
})
const STORAGE = every<StorageFault>({
  'disk-full': true,
  'data-dir-unwritable': true,
  'database-corrupt': true,
  'database-busy': true,
  'internal-error': true
})
const SHOW_STORE = every<ShowStoreFault>({
  'not-over': true,
  opening: true,
  'no-such-store': true,
  'currency-unknown': true,
  'disk-full': true,
  'data-dir-unwritable': true
})

type Say = (language: ManagerLanguage) => string

const SAID: readonly (readonly [name: string, say: Say])[] = [
  ...DESK.map((code) => [`desk: ${code}`, (tongue: ManagerLanguage) => deskRefusalWords(code, tongue)] as const),
  ...BOARD.map((code) => [`board: ${code}`, (tongue: ManagerLanguage) => boardRefusalWords(code, tongue)] as const),
  ...[null, ...ENGINE].map((code) => {
    const problem = code === null ? null : { code, message: '/data' }
    return [`engine: ${code}`, (tongue: ManagerLanguage) => engineProblemWords(problem, tongue)] as const
  }),
  ...STORAGE.map((code) => {
    const say: Say = (tongue) => storageFaultWords({ code, message: '/data' }, tongue)
    return [`storage: ${code}`, say] as const
  }),
  ...SHOW_STORE.map(
    (code) => [`store: ${code}`, (tongue: ManagerLanguage) => showStoreFaultWords(code, tongue)] as const
  )
]

describe('a refusal in the manager’s window', () => {
  it.each(SAID)('%s, is a sentence of its own in each language', (_name, say) => {
    const told = (['en', 'fr', 'es'] as const).map(say)
    expect(new Set(told).size).toBe(3)
    for (const line of told) expect(line).toMatch(/\.$/)
  })

  it('quotes what a system said, as such', () => {
    const problem = { code: 'data-dir-unwritable', message: 'Cannot write in /data (EACCES)' } as const
    expect(engineProblemWords(problem, 'fr')).toBe(
      'Topshelf ne peut pas écrire dans son dossier de données. Ce que dit le système\u00a0: «\u00a0Cannot write in /data (EACCES)\u00a0».'
    )
    expect(storageFaultWords(problem, 'es')).toContain('Lo que dice el sistema: «Cannot write in /data (EACCES)».')
  })
})
