import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ResizeAnswer, Resized, ResizeJob } from './resizer.types.ts'

/** What a decoder may take for one picture. */
const JOB_MS = 15_000
/** A process without work ends: it holds as much memory as its largest picture took. */
const IDLE_MS = 20_000
/** What a packaged app is started with to be this process and nothing else. */
export const RESIZER_ARGUMENT = '--resize-pictures'

export interface PictureResizer {
  /** The small WebP of some bytes. Pictures are worked one after another; one that ends its process is broken. */
  readonly resize: (picture: Omit<ResizeJob, 'jobId'>) => Promise<Resized>
  readonly close: () => void
}

export interface ResizerSetting {
  /** Another process than the product's own. */
  readonly processUrl?: URL
  readonly jobMs?: number
  readonly idleMs?: number
}

/** The process's file: built beside this one, or the source where sources are run. */
function ownProcessUrl(): URL {
  const built = new URL('./resizer-process.js', import.meta.url)
  return existsSync(fileURLToPath(built)) ? built : new URL('./resizer-process.ts', import.meta.url)
}

/**
 * A packaged app's Electron is never plain Node (its fuses say so): the app itself is started, as nothing but the resizer. It
 * needs no display, and opens no page that a sandbox would have to hold; what it decodes is held by its being a process.
 */
function programOf(file: URL): readonly [string, readonly string[]] {
  const path = fileURLToPath(file)
  if (!/[/\\]app\.asar[/\\]/.test(path)) return [path, []]
  return [RESIZER_ARGUMENT, ['--ozone-platform=headless', '--disable-gpu', '--no-sandbox']]
}

/** Starts its process with the first picture, and another where that was lost. */
export function createPictureResizer(setting: ResizerSetting = {}): PictureResizer {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | null = null
  let last: Promise<unknown> = Promise.resolve()
  let nextJobId = 1
  let closed = false

  function start(): ChildProcess {
    const [program, args] = programOf(setting.processUrl ?? ownProcessUrl())
    const started = fork(program, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
      env: bareEnvironment()
    })
    started.on('exit', () => {
      if (child === started) child = null
    })
    // A process that cannot be started is told by its job, which ends with it.
    started.on('error', () => started.kill('SIGKILL'))
    // The engine ends when its own work is done, whether or not this one idles.
    started.unref()
    started.channel?.unref()
    return started
  }

  function end(): void {
    if (idle !== null) clearTimeout(idle)
    idle = null
    child?.kill('SIGKILL')
    child = null
  }

  function work(picture: Omit<ResizeJob, 'jobId'>): Promise<Resized> {
    if (closed) return Promise.resolve({ ok: false, refusal: 'broken' })
    if (idle !== null) clearTimeout(idle)
    const worker = (child ??= start())
    const job: ResizeJob = { ...picture, jobId: nextJobId++ }
    return new Promise((resolve) => {
      const settle = (resized: Resized, isLost: boolean): void => {
        clearTimeout(late)
        worker.off('message', onMessage)
        worker.off('exit', onLost)
        worker.off('error', onLost)
        if (isLost) end()
        else {
          idle = setTimeout(end, setting.idleMs ?? IDLE_MS)
          idle.unref()
        }
        resolve(resized)
      }
      const onMessage = ({ jobId, resized }: ResizeAnswer): void => {
        if (jobId === job.jobId) settle(resized, false)
      }
      const onLost = (): void => settle({ ok: false, refusal: 'broken' }, true)
      const late = setTimeout(onLost, setting.jobMs ?? JOB_MS)
      worker.on('message', onMessage)
      worker.on('exit', onLost)
      worker.on('error', onLost)
      worker.send(job, (error) => {
        if (error !== null) onLost()
      })
    })
  }

  return {
    resize: (picture) => {
      // Where no process can be had there is no picture, and the next one is tried again.
      const resized = last.then(() => work(picture)).catch((): Resized => ({ ok: false, refusal: 'broken' }))
      last = resized
      return resized
    },
    close: () => {
      closed = true
      end()
    }
  }
}

/** What a decoder needs to start, and none of what the engine was told: no credentials. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, LD_LIBRARY_PATH, HOME, APPDATA, TOPSHELF_DATA_DIR } = process.env
  const all = { PATH, SystemRoot, TEMP, LD_LIBRARY_PATH, HOME, APPDATA, TOPSHELF_DATA_DIR }
  const kept = Object.entries(all).filter(([, value]) => value !== undefined)
  // Inside the desktop app this program is Electron, which is to be Node here.
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' }
}
