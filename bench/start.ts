import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, outDir } from '../scripts/ensure-built.ts'
import { startDemoStore } from '../src/main/demo-store/demo-store.ts'
import type { BenchFigure } from './run.ts'

const ROUNDS = 7
const BARE_SERVER = fileURLToPath(new URL('./bare-server.ts', import.meta.url))

/** Starts a server, waits for its line and for one good answer, and gives the ms from process start to there. */
async function msToFirstAnswer(args: readonly string[], env: NodeJS.ProcessEnv, path: string): Promise<number> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await firstLineOf(child)
  const response = await fetch(`${url}${path}`)
  const text = await response.text()
  const tookMs = performance.now() - startedMs
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('close', resolve))
  if (!response.ok || text.length < 10_000) throw new Error(`no board: ${response.status} ${text.slice(0, 200)}`)
  return tookMs
}

function firstLineOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /listening on (\S+)\n/.exec(text)
      if (found !== null) resolve(found[1] as string)
    })
    child.once('close', (code) => reject(new Error(`ended with ${code} before it listened`)))
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/**
 * **start**: `serve` from process start to the first board out of an existing database, ms, against a bare Node HTTP server
 * that opens the same file with better-sqlite3 and answers with the products it reads there.
 */
export async function benchStart(): Promise<readonly BenchFigure[]> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-start-'))
  const store = await startDemoStore({ living: false })
  try {
    const { companyId, clientId, clientSecret, username, password } = store.credentials
    const env = {
      PATH: process.env['PATH'],
      TOPSHELF_DATA_DIR: folder,
      COVA_API_URL: store.url,
      COVA_TOKEN_URL: store.tokenUrl,
      COVA_COMPANY_ID: companyId,
      COVA_CLIENT_ID: clientId,
      COVA_CLIENT_SECRET: clientSecret,
      COVA_USERNAME: username,
      COVA_PASSWORD: password
    }
    const cli = join(outDir, 'main', 'cli.js')
    const sync = spawn(process.execPath, [cli, 'sync'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    const code = await new Promise((resolve) => sync.once('close', resolve))
    if (code !== 0) throw new Error(`the sync ended with ${String(code)}`)
    // The network is no part of it: the board comes from what is stored.
    await store.close()
    const ours: number[] = []
    const bare: number[] = []
    const locationId = store.state.locations[0]?.Id
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await msToFirstAnswer([cli, 'serve', '--port', '0'], env, `/api/boards/${locationId}`))
      bare.push(await msToFirstAnswer([BARE_SERVER, join(folder, 'cache.sqlite')], env, '/'))
    }
    const value = median(ours)
    const reference = median(bare)
    return [{ name: 'start', value, unit: 'ms', reference, ratio: value / reference }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
