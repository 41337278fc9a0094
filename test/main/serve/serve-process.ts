import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'

const RUN_BUILT = fileURLToPath(new URL('../../../scripts/run-built.ts', import.meta.url))

export function temporaryDir(): string {
  return mkdtempSync(join(tmpdir(), 'topshelf-'))
}

export function removeDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true })
}

/** The environment that points every command at a demo store, and at nothing of this machine. */
export function environmentOf(store: DemoStore | null, dataDir: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return {
    PATH,
    HOME,
    TOPSHELF_DATA_DIR: dataDir,
    ...(store === null
      ? {}
      : {
          COVA_API_URL: store.url,
          COVA_TOKEN_URL: store.tokenUrl,
          COVA_COMPANY_ID: store.credentials.companyId,
          COVA_CLIENT_ID: store.credentials.clientId,
          COVA_CLIENT_SECRET: store.credentials.clientSecret,
          COVA_USERNAME: store.credentials.username,
          COVA_PASSWORD: store.credentials.password
        })
  }
}

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of the built program to its end. */
export function runCli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  const child = spawn(process.execPath, [RUN_BUILT, 'cli', ...args], { env })
  return finished(child)
}

function finished(child: ChildProcess): Promise<Finished> {
  return new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

export interface Serving {
  readonly url: string
  readonly firstLine: string
  readonly child: ChildProcess
  /** Sends the signal and waits for the end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts `serve` on a free port and waits for its first line. */
export async function startServe(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Serving> {
  const child = spawn(process.execPath, [RUN_BUILT, 'cli', 'serve', '--port', '0', ...args], { env })
  const end = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const firstLine = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const at = text.indexOf('\n')
      if (at >= 0) resolve(text.slice(0, at))
    })
    child.on('close', (code) => reject(new Error(`serve ended with ${code}: ${stderr}`)))
  })
  return {
    url: firstLine.replace('listening on ', ''),
    firstLine,
    child,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return end
    }
  }
}

/** Asks until the answer satisfies, and gives it; fails with the last one after a generous while. */
export async function eventually<T>(ask: () => Promise<T>, satisfies: (value: T) => boolean): Promise<T> {
  const endsAtMs = Date.now() + 25_000
  for (;;) {
    const value = await ask()
    if (satisfies(value)) return value
    if (Date.now() > endsAtMs) throw new Error(`never came: ${JSON.stringify(value).slice(0, 2000)}`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

export async function getJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}
