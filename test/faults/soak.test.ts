import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'

it('days on a fast clock leave memory, handles and files as they were, and boards right', async () => {
  // A process of its own: it runs on a clock that is not the machine's, and its memory is its alone.
  const child = spawn(process.execPath, ['scripts/test-faults.ts', 'soak', '--short'], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  console.log(said)
  expect(said).toMatch(/soak: held/)
  expect(said).toMatch(/slope -?\d+\.\d+ MB a day; RSS/)
  expect(code).toBe(0)
}, 180_000)
