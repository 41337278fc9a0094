import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A browser that is not the one the tests use, started, with one page. */
export interface OtherBrowser {
  /** "Chromium 108.0.5351.0", as it says itself. */
  readonly version: string
  /** How it is driven, in words: "headless, over CDP". */
  readonly how: string
  readonly goTo: (url: string) => Promise<void>
  /** The value of an expression in the page; a promise is waited for. It must be JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>
  /** A PNG of the page. */
  readonly screenshot: () => Promise<Buffer>
  /** What the page's console complained of so far: errors, and exceptions nobody caught. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Why a browser cannot be had on this machine, in one line. */
export interface NoBrowser {
  readonly why: string
}

export const PAGE_SIZE = { width: 1920, height: 1080 }

/** The first of these programs on the path; null where there is none. */
export function programOf(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  for (const name of names) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  return null
}

export interface StartedProgram {
  readonly child: ChildProcess
  /** What a line of its output matched. */
  readonly found: RegExpExecArray
  /** All it wrote so far. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Starts a program and waits until it writes what is looked for; rejects when it ends before, or takes over 30 s. */
export async function startProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  lookFor: RegExp
): Promise<StartedProgram> {
  // A group of its own, so that the processes it starts end with it.
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let text = ''
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid)
    await ended
  }
  try {
    const found = await new Promise<RegExpExecArray>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${program} does not start: ${text.slice(-400)}`)), 30_000)
      const take = (chunk: Buffer) => {
        text += chunk.toString()
        const match = lookFor.exec(text)
        if (match === null) return
        clearTimeout(late)
        resolve(match)
      }
      child.stdout.on('data', take)
      child.stderr.on('data', take)
      child.once('error', reject)
      child.once('close', (code) => {
        clearTimeout(late)
        reject(new Error(`${program} ended with ${code}: ${text.slice(-400)}`))
      })
    })
    return { child, found, output: () => text, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
