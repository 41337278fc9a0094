import type { Page } from 'playwright-core'

export interface DrawnFault {
  readonly fault: 'overlap' | 'outside' | 'overflow'
  readonly texts: readonly string[]
}

/**
 * Looks at what is drawn on the page of a board: every piece of text and every picture by its own rectangle. Two that cross, one beyond the
 * safe margins (`margin` is their share of the screen) or its block, or a box whose content is larger than itself is a fault.
 */
export function faultsOf(page: Page, margin = 0.025): Promise<DrawnFault[]> {
  return page.evaluate((share) => {
    interface Piece {
      readonly text: string
      readonly left: number
      readonly right: number
      readonly top: number
      readonly bottom: number
      readonly block: DOMRect | null
      readonly spine: boolean
    }
    const found: DrawnFault[] = []
    const board = document.querySelector('[data-state=board]')
    if (board === null) return [{ fault: 'outside', texts: ['no board'] }]
    const pieces: Piece[] = []
    const walker = document.createTreeWalker(board, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent ?? ''
      if (element === null || element.closest('svg, .leaving') !== null || text.trim() === '') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        if (rect.width < 1) continue
        // A font's box is taller than its letters: what counts is from cap line to baseline.
        const slackY = rect.height * 0.22
        pieces.push({
          text,
          left: rect.left,
          right: rect.right,
          top: rect.top + slackY,
          bottom: rect.bottom - slackY,
          block: element.closest('.block')?.getBoundingClientRect() ?? null,
          spine: element.closest('.spine') !== null
        })
      }
    }
    for (const image of board.querySelectorAll<HTMLImageElement>('img')) {
      if (image.closest('.leaving') !== null) continue
      const { left, right, top, bottom } = image.getBoundingClientRect()
      const block = image.closest('.block')?.getBoundingClientRect() ?? null
      const spine = image.closest('.spine') !== null
      pieces.push({ text: `picture ${image.src}`, left, right, top, bottom, block, spine })
    }
    const safeX = window.innerWidth * share - 1
    const safeY = window.innerHeight * share - 1
    for (const [at, piece] of pieces.entries()) {
      const { left, right, top, bottom, text, block } = piece
      const inSafe =
        left >= safeX && right <= window.innerWidth - safeX && top >= safeY && bottom <= window.innerHeight - safeY
      const inBlock = block === null || (right <= block.right + 1 && bottom <= block.bottom + 1 && top >= block.top - 1)
      if (!inSafe || !inBlock) found.push({ fault: 'outside', texts: [text] })
      for (const other of pieces.slice(at + 1)) {
        const across = Math.min(right, other.right) - Math.max(left, other.left)
        const along = Math.min(bottom, other.bottom) - Math.max(top, other.top)
        if (across > 1 && along > 1) found.push({ fault: 'overlap', texts: [text, other.text] })
      }
    }
    const blocks = [...document.querySelectorAll('.sheet:not(.leaving) .block')].map((each) =>
      each.getBoundingClientRect()
    )
    const footer = document.querySelector('.sheet:not(.leaving) footer')?.getBoundingClientRect()
    for (const [at, block] of blocks.entries()) {
      if (footer !== undefined && block.bottom > footer.top + 1) found.push({ fault: 'overlap', texts: ['footer'] })
      for (const other of blocks.slice(at + 1)) {
        const across = Math.min(block.right, other.right) - Math.max(block.left, other.left)
        const along = Math.min(block.bottom, other.bottom) - Math.max(block.top, other.top)
        if (across > 1 && along > 1) found.push({ fault: 'overlap', texts: ['block', 'block'] })
      }
    }
    for (const box of document.querySelectorAll<HTMLElement>(
      '.sheet:not(.leaving) :is(.rail-cell, .label-price, .row, .jar)'
    )) {
      if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
        found.push({ fault: 'overflow', texts: [box.className, box.textContent] })
    }
    return found
  }, margin)
}
