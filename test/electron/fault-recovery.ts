import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import type { PaintedProof } from '../../src/shared/painted-proof.ts'
import { readPaintedProof, snapshotHashOf } from '../../src/domain/watch/painted-proof.ts'
import type { DesktopApp } from './desktop-app.ts'

/** What the product promises. In doubt a watch looks once a second: so it is kept in looks, on a machine that is slow too. */
const PROMISE_SECONDS = 15
/** A machine that has other work at the same time is given more; the time is printed, beside the promise where it is longer. */
const WITHIN_MS = 40_000
/** Pictures of several screens cost the machine as much as what it is measured at. */
const LOOK_MS = 500
/** A page beats once a second: what has not for so long, on a busy machine too, stood still. */
const STILL_MS = 3500
const CORNER = { width: 40, height: 16 }

/**
 * Injects a fault that a watch has to act on, and waits until the pixels of every window prove a board that moves, which is
 * not of one colour and is the one that its page was given last. Prints how long it took until they did. No recovery takes
 * a watch more looks than the promise has seconds: a clock on the wall would tell of the machine that the test runs on.
 * Answers the steps that were taken, the first one first.
 */
export async function recovered(
  app: DesktopApp,
  fault: string,
  inject: () => Promise<unknown>
): Promise<readonly string[]> {
  const before = app.stderr().length
  await waitedFor(app, fault, inject)
  const said = (): string => app.stderr().slice(before)
  // The watch looks for itself: it may see later than this test that all is well.
  await expect.poll(() => looksIn(said()).length, { timeout: WITHIN_MS }).toBeGreaterThan(0)
  await expectLittleDoubt(said)
  const steps = stepsIn(app, before)
  expect(steps).not.toEqual([])
  return steps
}

/**
 * Injects what no watch needs to act on beyond a repaint, and waits for the boards in the same way. No watch counts looks where
 * it is in no doubt, so this test's own are what bounds it: as long as the promise on a machine that is idle, and never less.
 */
export async function withstood(app: DesktopApp, fault: string, inject: () => Promise<unknown>): Promise<void> {
  const before = app.stderr().length
  const { looks } = await waitedFor(app, fault, inject)
  expect(looks).toBeLessThanOrEqual((PROMISE_SECONDS * 1000) / LOOK_MS)
  await expectLittleDoubt(() => app.stderr().slice(before))
  expect(stepsIn(app, before).filter((step) => step !== 'repaint')).toEqual([])
}

async function waitedFor(app: DesktopApp, fault: string, inject: () => Promise<unknown>): Promise<Back> {
  const startedAtMs = performance.now()
  await inject()
  const back = await boardsBack(app)
  const seconds = (back.atMs - startedAtMs) / 1000
  const beyond = seconds > PROMISE_SECONDS ? `: over the ${PROMISE_SECONDS} s of the promise, on this machine` : ''
  process.stdout.write(`recovered: ${fault} in ${seconds.toFixed(1)} s${beyond}\n`)
  return back
}

/** That every screen that a watch doubted is well again, none after more looks than were promised. */
async function expectLittleDoubt(said: () => string): Promise<void> {
  const stillInDoubt = (): readonly string[] => {
    const screens = new Set(said().match(/display \d+(?=: [a-z-]+: )/g) ?? [])
    return [...screens].filter((screen) => !isWellAgain(said(), screen))
  }
  await expect.poll(stillInDoubt, { timeout: WITHIN_MS }).toEqual([])
  for (const line of said().match(/display \d+: .*/g) ?? []) process.stdout.write(`  ${line}\n`)
  for (const looks of looksIn(said())) expect(looks).toBeLessThanOrEqual(PROMISE_SECONDS)
}

/** How many looks each recovery took a watch, by what it said of them. */
function looksIn(said: string): readonly number[] {
  return [...said.matchAll(/well again after [\d.]+ s, (\d+) looks/g)].map(([, looks]) => Number(looks))
}

/** Whether the last that was said of a screen is that its window is well. */
function isWellAgain(said: string, screen: string): boolean {
  const last = said.split('\n').findLast((line) => line.includes(`${screen}: `))
  return last?.includes('well again') === true
}

/** The steps that were taken since then, by what the app said of them, the first one first. `from` is a length of stderr. */
export function stepsIn(app: DesktopApp, from: number): readonly string[] {
  return [
    ...app
      .stderr()
      .slice(from)
      .matchAll(/display \d: [a-z-]+: ([a-z-]+)\n/g)
  ].map(([, step = '']) => step)
}

interface Proven {
  readonly frame: number
  readonly movedAtMs: number
  /** The first picture of a row in which frames go on. */
  readonly back: Back
  readonly moves: number
}

/** When a window was back, and at which of the looks at it, from 1. */
interface Back {
  readonly atMs: number
  readonly looks: number
}

/** Waits until `least` windows, and all that there are, have their boards. */
export async function waitForBoards(app: DesktopApp, least = 1): Promise<void> {
  await boardsBack(app, least)
}

/**
 * Waits until `least` windows, and all that there are, are proven by a row of frames that go on: one picture alone may be
 * of before. Answers when the last of them was back.
 */
async function boardsBack(app: DesktopApp, least = 1): Promise<Back> {
  const startedAtMs = performance.now()
  const proven = new Map<number, Proven>()
  for (let looks = 1; ; looks += 1) {
    const shown = await shownNow(app)
    const nowMs = performance.now()
    for (const { id, proof, isWell } of shown) {
      const before = proven.get(id)
      if (!isWell || proof === null) proven.delete(id)
      else if (before === undefined || (proof.frame !== before.frame && nowMs - before.movedAtMs > STILL_MS))
        proven.set(id, { frame: proof.frame, movedAtMs: nowMs, back: { atMs: nowMs, looks }, moves: 0 })
      else if (proof.frame !== before.frame)
        proven.set(id, { ...before, frame: proof.frame, movedAtMs: nowMs, moves: before.moves + 1 })
    }
    if (shown.length >= least && shown.every(({ id }) => (proven.get(id)?.moves ?? 0) >= 2))
      return shown
        .map(({ id }) => proven.get(id)?.back ?? { atMs: nowMs, looks })
        .reduce((last, back) => (back.looks > last.looks ? back : last), { atMs: startedAtMs, looks: 0 })
    if (nowMs - startedAtMs > WITHIN_MS)
      throw new Error(`no board after ${WITHIN_MS / 1000} s: ${JSON.stringify(shown)}\n${app.stderr()}`)
    await delay(LOOK_MS)
  }
}

interface Shown {
  readonly id: number
  readonly proof: PaintedProof | null
  readonly isWell: boolean
}

async function shownNow(app: DesktopApp): Promise<readonly Shown[]> {
  const pictures = await app.electron.evaluate(async ({ BrowserWindow }, corner) => {
    const look = async (window: Electron.BrowserWindow) => {
      const { id, webContents } = window
      const within = <T>(promise: Promise<T>): Promise<T | null> =>
        Promise.race([promise.catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), 1500))])
      const [width = 0, height = 0] = window.getContentSize()
      // What the page has in its document; one that hangs says nothing.
      const script = "document.querySelector('main.board')?.dataset.revision ?? null"
      const revision = webContents.isCrashed()
        ? null
        : await within<string | null>(webContents.executeJavaScript(script))
      const image = await within(webContents.capturePage())
      // One that is of another size is of before its window changed.
      if (image === null || image.getSize().width !== width || image.getSize().height !== height)
        return { id, revision, corner: null, small: null }
      const strip = image.crop({ x: 0, y: height - corner.height, ...corner })
      return {
        id,
        revision,
        corner: strip.toBitmap().toString('base64'),
        small: image.resize({ width: 40 }).toBitmap().toString('base64')
      }
    }
    // One that is being replaced may go while it is looked at.
    const looks = BrowserWindow.getAllWindows().map((window) => look(window).catch(() => null))
    return (await Promise.all(looks)).filter((one) => one !== null)
  }, CORNER)
  return pictures.map(({ id, revision, corner, small }) => {
    if (corner === null || small === null) return { id, proof: null, isWell: false }
    const proof = readPaintedProof({ widthPx: 40, heightPx: 16, bgra: Buffer.from(corner, 'base64') }, 1)
    const greens = [...Buffer.from(small, 'base64')].filter((_, at) => at % 4 === 1)
    const isBoard = proof?.state === 'board' && revision !== null && snapshotHashOf(revision) === proof.snapshotHash
    return { id, proof, isWell: isBoard && Math.max(...greens) - Math.min(...greens) > 20 }
  })
}
