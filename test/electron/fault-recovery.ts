import { setTimeout as delay } from 'node:timers/promises'
import type { PaintedProof } from '../../src/shared/painted-proof.ts'
import { readPaintedProof, snapshotHashOf } from '../../src/domain/watch/painted-proof.ts'
import type { DesktopApp } from './desktop-app.ts'

/** The promise is 15 s; a machine that runs six other things at once is given more, and the time is printed. */
const WITHIN_MS = 40_000
const LOOK_MS = 100
const CORNER = { width: 40, height: 16 }

/**
 * Injects a fault and waits until the pixels of every window prove a board that moves, which is not of one colour and is
 * the one that its page was given last. Prints how long that took.
 */
export async function recovered(app: DesktopApp, fault: string, inject: () => Promise<unknown>): Promise<void> {
  const startedAtMs = performance.now()
  await inject()
  await waitForBoards(app)
  const tookS = (performance.now() - startedAtMs) / 1000
  process.stdout.write(`recovered: ${fault} in ${tookS.toFixed(1)} s\n`)
}

/** Waits until `least` windows, and all that there are, are proven with another frame twice: one picture may be of before. */
export async function waitForBoards(app: DesktopApp, least = 1): Promise<void> {
  const startedAtMs = performance.now()
  const frames = new Map<number, number>()
  const moved = new Map<number, number>()
  for (;;) {
    const shown = await shownNow(app)
    for (const { id, proof, isWell } of shown) {
      if (!isWell || proof === null) {
        moved.delete(id)
        frames.delete(id)
      } else if (proof.frame !== frames.get(id)) {
        moved.set(id, frames.has(id) ? (moved.get(id) ?? 0) + 1 : 0)
        frames.set(id, proof.frame)
      }
    }
    const seconds = (performance.now() - startedAtMs) / 1000
    if (shown.length >= least && shown.every(({ id }) => (moved.get(id) ?? 0) >= 2)) return
    if (seconds * 1000 > WITHIN_MS)
      throw new Error(`no board after ${seconds.toFixed(1)} s: ${JSON.stringify(shown)}\n${app.stderr()}`)
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
      const [width = 0, height = 0] = window.getContentSize()
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 2000))
      const image = await Promise.race([webContents.capturePage(), late]).catch(() => null)
      // One that is of another size is of before its window changed.
      if (image === null || image.getSize().width !== width || image.getSize().height !== height)
        return { id, corner: null, small: null }
      const strip = image.crop({ x: 0, y: height - corner.height, ...corner })
      return {
        id,
        corner: strip.toBitmap().toString('base64'),
        small: image.resize({ width: 40 }).toBitmap().toString('base64')
      }
    }
    return Promise.all(BrowserWindow.getAllWindows().map(look))
  }, CORNER)
  const revisions = await revisionsOf(app)
  return pictures.map(({ id, corner, small }) => {
    if (corner === null || small === null) return { id, proof: null, isWell: false }
    const proof = readPaintedProof({ widthPx: 40, heightPx: 16, bgra: Buffer.from(corner, 'base64') }, 1)
    const greens = [...Buffer.from(small, 'base64')].filter((_, at) => at % 4 === 1)
    const isBoard =
      proof?.state === 'board' && revisions.some((revision) => snapshotHashOf(revision) === proof.snapshotHash)
    return { id, proof, isWell: isBoard && Math.max(...greens) - Math.min(...greens) > 20 }
  })
}

/** The boards that pages have in their documents; a page that hangs says nothing. */
async function revisionsOf(app: DesktopApp): Promise<readonly string[]> {
  const asked = app.electron
    .windows()
    .map((page) =>
      Promise.race([
        page
          .evaluate(() => document.querySelector<HTMLElement>('main.board')?.dataset['revision'] ?? null)
          .catch(() => null),
        delay(500, null)
      ])
    )
  return (await Promise.all(asked)).filter((revision) => revision !== null)
}
