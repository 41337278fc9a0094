import { expect, it } from 'vitest'
import { parseCommandLine } from '../../../src/main/cli/command-line.ts'

it('serve shows boards to paired screens alone, and to everybody only where it is told so', () => {
  expect(parseCommandLine(['serve', '--host', '0.0.0.0'])).toMatchObject({ command: { host: '0.0.0.0', open: false } })
  expect(parseCommandLine(['serve', '--host', '0.0.0.0', '--open'])).toMatchObject({ command: { open: true } })
  expect(parseCommandLine(['serve', '--open=yes'])).toMatchObject({ ok: false })
  expect(parseCommandLine(['sync', '--open'])).toMatchObject({ ok: false })
})
