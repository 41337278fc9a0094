import type { PaintedState } from '../../shared/painted-proof.ts'
import { groundAt } from './ground-at.ts'
import { PROOF_CELL_PX, PROOF_COLUMNS, PROOF_ROWS, proofCellsOf, proofPixelsOf, snapshotHashOf } from './proof-cells.ts'

const BEAT_MS = 1000

/**
 * Draws at the lower left corner, over everything and beside any rotation, what stands on the page now: light and dark
 * cells a few levels apart, unseen from where a shopper stands. Once a second, in a frame of the browser's: a page that
 * hangs, or whose frames are drawn no more, stands still. What it says is read off the page itself, so that it goes with
 * what it is about. Answers what ends it.
 */
export function proveWhatIsPainted(window: Window): () => void {
  const { document } = window
  const strip = document.createElement('canvas')
  strip.width = PROOF_COLUMNS
  strip.height = PROOF_ROWS
  strip.setAttribute('aria-hidden', 'true')
  strip.dataset['proof'] = ''
  Object.assign(strip.style, {
    position: 'fixed',
    left: '0',
    bottom: '0',
    width: `${PROOF_COLUMNS * PROOF_CELL_PX}px`,
    height: `${PROOF_ROWS * PROOF_CELL_PX}px`,
    zIndex: '2147483647',
    pointerEvents: 'none',
    imageRendering: 'pixelated'
  })
  // Read often means: drawn without the GPU, so that the strip outlives its process.
  const context = strip.getContext('2d', { willReadFrequently: true })
  if (context === null) return () => {}
  document.body.append(strip)
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const draw = (): void => {
    frame = (frame + 1) % 256
    const { state, snapshotId } = paintedOn(document)
    const cells = proofCellsOf({ state, snapshotHash: snapshotId === null ? 0 : snapshotHashOf(snapshotId), frame })
    const ground = groundAt(document, (PROOF_COLUMNS * PROOF_CELL_PX) / 2, window.innerHeight - PROOF_CELL_PX)
    context.putImageData(new ImageData(proofPixelsOf(cells, ground), PROOF_COLUMNS, PROOF_ROWS), 0, 0)
    timer = setTimeout(askForFrame, BEAT_MS)
  }
  const askForFrame = (): void => {
    window.requestAnimationFrame(draw)
  }
  askForFrame()
  return () => {
    clearTimeout(timer)
    strip.remove()
  }
}

/** What the page has drawn, by what stands in it. */
function paintedOn(document: Document): { readonly state: PaintedState; readonly snapshotId: string | null } {
  const shown = document.querySelector<HTMLElement>('[data-state]')
  const state = shown?.dataset['state']
  const snapshotId = shown?.dataset['revision'] ?? null
  switch (state) {
    case undefined:
      return { state: 'empty', snapshotId: null }
    case 'connecting':
    case 'pairing':
      return { state, snapshotId: null }
    case 'board':
    case 'kiosk': {
      if (document.querySelector('[data-kept]') !== null) return { state: 'kept', snapshotId }
      return { state: document.querySelector('[data-light=off]') === null ? state : 'dark', snapshotId }
    }
    default:
      return { state: 'setup', snapshotId: null }
  }
}
