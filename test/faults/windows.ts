import { readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { CDPSession } from 'playwright-core'
import { openDisplay } from '../../scripts/display.ts'
import { findElectron } from '../../scripts/electron-runtime.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { type DesktopApp, freePort, launchDesktop } from '../electron/desktop-app.ts'
import { waitForBoards } from '../electron/fault-recovery.ts'
import { removeDir, temporaryDir } from '../main/serve/serve-process.ts'
import type { FaultOptions, FaultPart, FaultReport, FaultViolation } from './fault-part.ts'
import { slopeOf } from './slope.ts'

const WINDOWS = 2
/**
 * As the app is told that something happened to the GPU: a reason to look in a tenth of a second, and nothing else. Told more often,
 * it would put the look off again and again.
 */
const ASKED_EVERY_MS = 120
const SAMPLES = 24
/** Of the samples, so many at the start are of caches that fill. */
const WARM_SAMPLES = 6
/** What a thousand looks may leave behind; one picture of one look is 8 MB. */
const MOST_A_THOUSAND = { mainHeapMb: 1, pageHeapMb: 1, rssMb: 25 }

/**
 * Thousands of looks at windows in the real app, as fast as its watch looks when it is given reason to, while a living store changes what
 * they show: memory of the main process and of the pages, files and sockets stay as they were.
 */
export const windowsPart: FaultPart = {
  name: 'windows',
  counts: 'looks',
  long: { times: 8000, minutes: 30 },
  short: { times: 300, minutes: 2 },
  run: runLooks
}

interface Sample {
  readonly looks: number
  readonly mainHeapMb: number
  /** Of the page that has most. */
  readonly pageHeapMb: number
  /** Of all processes of the app. */
  readonly rssMb: number
  /** Files and sockets of all of them. */
  readonly handles: number
  readonly nodes: number
}

async function runLooks({ times, minutes, tell }: FaultOptions): Promise<FaultReport> {
  const runtime = findElectron({ download: false })
  if (!runtime.ok) return { lines: [`not run: ${runtime.why}`], violations: [] }
  const display = await openDisplay()
  if (!display.ok) return { lines: [`not run: ${display.why}`], violations: [] }
  process.env['DISPLAY'] = display.name
  process.env['TOPSHELF_TEST_ELECTRON'] = runtime.executable
  await ensureBuilt()
  const dataDir = temporaryDir()
  let app: DesktopApp | null = null
  try {
    app = await launchDesktop({ TOPSHELF_DATA_DIR: dataDir, TOPSHELF_SCREENS_PORT: String(await freePort()) }, [
      '--demo',
      `--windows=${WINDOWS}`
    ])
    await waitForBoards(app, WINDOWS)
    return await look(app, times, minutes, tell)
  } finally {
    await app?.close()
    display.close()
    removeDir(dataDir)
  }
}

async function look(
  app: DesktopApp,
  times: number,
  minutes: number,
  tell: (line: string) => void
): Promise<FaultReport> {
  const began = app.stderr().length
  const pages: readonly CDPSession[] = await Promise.all(
    app.electron.windows().map((page) => page.context().newCDPSession(page))
  )
  await countLooks(app)
  const beganMs = performance.now()
  const samples: Sample[] = []
  let looks = 0
  while (looks < times && performance.now() - beganMs < minutes * 60_000) {
    await delay(500)
    looks = await looksOf(app)
    if (looks < (samples.length * times) / SAMPLES) continue
    samples.push(await sampleOf(app, pages, looks))
    const { mainHeapMb, pageHeapMb, rssMb, handles } = samples.at(-1) as Sample
    tell(`${looks} looks: main ${mainHeapMb.toFixed(1)} MB, page ${pageHeapMb.toFixed(1)} MB, RSS ${rssMb.toFixed(0)} MB, ${handles} handles`) // oxfmt-ignore
  }
  samples.push(await sampleOf(app, pages, looks))
  const minutesTaken = (performance.now() - beganMs) / 60_000
  await waitForBoards(app, WINDOWS)
  const steps =
    app
      .stderr()
      .slice(began)
      .match(/display \d+: .*/g) ?? []
  const wrong = [
    ...(looks === 0 ? ['no window was looked at'] : []),
    ...wrongOf(samples),
    ...steps.map((line) => `a window was not well: ${line}`)
  ]
  const violations: FaultViolation[] = wrong.map((message) => ({ round: 0, message }))
  return { lines: reportOf(samples, looks, minutesTaken), violations }
}

/** Gives the watch reason to look again and again, and counts the pictures that it takes. */
async function countLooks(app: DesktopApp): Promise<void> {
  await app.electron.evaluate(({ app: running, BrowserWindow }, everyMs) => {
    const counted = globalThis as { looks?: number }
    counted.looks = 0
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const take = webContents.capturePage.bind(webContents)
      webContents.capturePage = (...given: Parameters<typeof take>) => {
        counted.looks = (counted.looks ?? 0) + 1
        return take(...given)
      }
    }
    setInterval(() => running.emit('child-process-gone', {}, { type: 'GPU', reason: 'clean-exit' }), everyMs)
  }, ASKED_EVERY_MS)
}

function looksOf(app: DesktopApp): Promise<number> {
  return app.electron.evaluate(() => (globalThis as { looks?: number }).looks ?? 0)
}

async function sampleOf(app: DesktopApp, pages: readonly CDPSession[], looks: number): Promise<Sample> {
  const { heap, processes } = await app.electron.evaluate(({ app: running }) => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
    const gc = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
    gc()
    gc()
    const metrics = running.getAppMetrics().map(({ pid, memory }) => ({ pid, kb: memory.workingSetSize }))
    return { heap: process.memoryUsage().heapUsed, processes: metrics }
  })
  let pageHeap = 0
  let nodes = 0
  for (const page of pages) {
    await page.send('HeapProfiler.collectGarbage')
    pageHeap = Math.max(pageHeap, (await page.send('Runtime.getHeapUsage')).usedSize)
    nodes = Math.max(nodes, (await page.send('Memory.getDOMCounters')).nodes)
  }
  return {
    looks,
    mainHeapMb: heap / 1e6,
    pageHeapMb: pageHeap / 1e6,
    rssMb: processes.reduce((sum, { kb }) => sum + kb, 0) / 1000,
    handles: processes.reduce((sum, { pid }) => sum + openHandlesOf(pid), 0),
    nodes
  }
}

/** Where the system tells. */
function openHandlesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

type Measured = 'mainHeapMb' | 'pageHeapMb' | 'rssMb'

const warm = (samples: readonly Sample[]): readonly Sample[] =>
  samples.length > 2 * WARM_SAMPLES ? samples.slice(WARM_SAMPLES) : samples

function slopeOfThousand(samples: readonly Sample[], what: Measured): number {
  return slopeOf(warm(samples).map((sample) => [sample.looks / 1000, sample[what]]))
}

function wrongOf(samples: readonly Sample[]): readonly string[] {
  const wrong: string[] = []
  if (warm(samples) !== samples)
    for (const what of ['mainHeapMb', 'pageHeapMb', 'rssMb'] as const) {
      const slope = slopeOfThousand(samples, what)
      if (slope > MOST_A_THOUSAND[what]) wrong.push(`${what} grows by ${slope.toFixed(2)} a thousand looks`)
    }
  const half = Math.floor(samples.length / 2)
  const most = (of: readonly Sample[]): number => Math.max(...of.map(({ handles }) => handles))
  if (half > 0 && most(samples.slice(half)) > most(samples.slice(0, half)) + 8)
    wrong.push(`files and sockets rose from ${most(samples.slice(0, half))} to ${most(samples.slice(half))}`)
  return wrong
}

function reportOf(samples: readonly Sample[], looks: number, minutes: number): readonly string[] {
  const last = samples.at(-1)
  const slope = (what: Measured): string => slopeOfThousand(samples, what).toFixed(3)
  const handles = samples.map((one) => one.handles)
  const nodes = samples.map((one) => one.nodes)
  return [
    `${looks} looks at ${WINDOWS} windows in ${minutes.toFixed(1)} minutes`,
    `a thousand looks: heap of the main process ${last?.mainHeapMb.toFixed(1)} MB, ${slope('mainHeapMb')} MB more; of a page ${last?.pageHeapMb.toFixed(1)} MB, ${slope('pageHeapMb')} MB more; RSS of all processes ${last?.rssMb.toFixed(0)} MB, ${slope('rssMb')} MB more`, // oxfmt-ignore
    `files and sockets ${Math.min(...handles)} to ${Math.max(...handles)}; ${Math.min(...nodes)} to ${Math.max(...nodes)} nodes on a page`
  ]
}
