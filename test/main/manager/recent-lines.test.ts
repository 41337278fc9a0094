import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startEngine } from '../../../src/main/engine/start-engine.ts'
import { createHealthCalls } from '../../../src/main/manager/health-calls.ts'
import { createRecentLines, noteLinesOf, type RecentLines } from '../../../src/main/manager/recent-lines.ts'
import { eventually } from '../serve/serve-process.ts'

const SECRET = 'hunter2-of-the-store'
const AT_MS = Date.parse('2026-11-20T22:00:00Z')

let folder: string
let recent: RecentLines
let endNoting: () => void

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-lines-'))
  recent = createRecentLines()
  endNoting = noteLinesOf(process.stderr, recent, () => AT_MS)
})
afterEach(() => {
  endNoting()
  rmSync(folder, { recursive: true, force: true })
})

async function linesOfBundle(): Promise<{ readonly lines: readonly string[]; readonly text: string }> {
  const calls = createHealthCalls({
    dataDir: folder,
    nowMs: () => AT_MS,
    uptimeMs: () => 0,
    engineProblem: () => null,
    inquire: async () => null,
    choices: async () => null,
    pairedScreens: () => [],
    secrets: async () => [SECRET],
    recentLines: recent.lines,
    recoveries: () => [],
    saveFile: async (file) => ({ kind: 'content', file })
  })
  const reply = await calls['health:bundle']()
  if (!reply.ok) throw new Error(reply.message)
  return { lines: (JSON.parse(reply.answer.text) as { lines: readonly string[] }).lines, text: reply.answer.text }
}

it('a fault that the engine’s worker logs is in a support bundle, and a secret in it is not', async () => {
  const path = join(folder, 'worker.mjs')
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ callId }) => callId && parentPort.postMessage({ kind: 'answer', callId, value: null }))
     parentPort.postMessage({ kind: 'started' })
     console.error(new TypeError('no such column for ${SECRET}'))`
  )
  const started = await startEngine({ dataDir: folder, source: null, syncIntervalMs: 60_000 }, () => undefined, {
    workerUrl: pathToFileURL(path)
  })
  if (!started.ok) throw new Error(started.message)
  await eventually(
    async () => recent.lines(),
    (lines) => lines.some((line) => line.includes('no such column'))
  )
  await started.engine.stop()
  const { lines, text } = await linesOfBundle()
  expect(lines[0]).toMatch(/^2026-11-20T22:00:00\.000Z TypeError: no such column for /)
  expect(text).not.toContain(SECRET)
})

it('a line that the host writes in parts is one line, each once, and the stream has it all the same', () => {
  const kept: string[] = []
  const stream = { write: (text: string) => kept.push(text) > 0 } as unknown as NodeJS.WriteStream
  const heard = createRecentLines()
  const end = noteLinesOf(stream, heard, () => AT_MS)
  stream.write('topshelf: the page ')
  stream.write('did not load\n\ntopshelf: no board yet\n')
  stream.write(Buffer.from('Hafer\u00fctze\n') as unknown as string)
  end()
  stream.write('not heard\n')
  expect(heard.lines()).toEqual([
    '2026-11-20T22:00:00.000Z topshelf: the page did not load',
    '2026-11-20T22:00:00.000Z topshelf: no board yet',
    '2026-11-20T22:00:00.000Z Haferütze'
  ])
  expect(kept).toHaveLength(4)
})

it('what nobody reads any more is noted all the same', () => {
  const stream = {
    write: () => {
      throw new Error('EPIPE')
    }
  } as unknown as NodeJS.WriteStream
  const heard = createRecentLines()
  noteLinesOf(stream, heard, () => AT_MS)
  expect(() => stream.write('topshelf: the engine runs again\n')).toThrow('EPIPE')
  expect(heard.lines()).toHaveLength(1)
})
