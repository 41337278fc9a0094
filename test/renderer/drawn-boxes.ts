import type { Page } from 'playwright-core'

/**
 * Boxes on the page of a board whose content does not stay in them: one that would have to scroll, and one that leaves its
 * parent. Rails and panels bleed to the leaf’s edges, as drawn in the design: their colour is no content. Singles below a panel
 * begin their inset before the leaf, so that what they hold stands at its edge.
 */
export function overflowsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const sheet = document.querySelector('main .sheet:not(.leaving)')
    if (sheet === null) return ['no page']
    const bleeds = '.rail, .rail-cell, .age-stale, .panel, .panel-rows'
    // Without its bleed a rail is as wide as its leaf, and what else leaves a box stands out.
    const bleeding = [...sheet.querySelectorAll<HTMLElement>('.leaf.last .rail, .leaf.last .rail-cell:last-child')]
    for (const rail of bleeding) rail.style.marginRight = '0px'
    for (const box of sheet.querySelectorAll<HTMLElement>('*')) {
      if (box.closest('svg') !== null || box.matches('.pulse')) continue
      const style = getComputedStyle(box)
      if (style.display === 'inline' || style.display === 'none') continue
      const told = `${box.tagName.toLowerCase()}.${box.className} "${(box.textContent ?? '').slice(0, 40)}"`
      // A line of letters is as high as its style says, its font's own box a little higher: it takes no room from others.
      const letters = Number.parseFloat(style.fontSize) * 0.3
      if (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1)
        found.push(`${told} is ${box.scrollWidth} px wide in ${box.clientWidth}`)
      if (box.clientHeight > 0 && box.scrollHeight > box.clientHeight + letters)
        found.push(`${told} is ${box.scrollHeight} px high in ${box.clientHeight}`)
      const parent = box.parentElement?.getBoundingClientRect()
      if (parent === undefined || box === sheet || box.matches(bleeds)) continue
      const own = box.getBoundingClientRect()
      const out = Math.max(parent.left - own.left, own.right - parent.right)
      if (out > 1) found.push(`${told} leaves its ${box.parentElement?.className} by ${out.toFixed(1)} px`)
      const over = Math.max(parent.top - own.top, own.bottom - parent.bottom)
      if (over > letters)
        found.push(`${told} is ${over.toFixed(1)} px above or below its ${box.parentElement?.className}`)
    }
    for (const rail of bleeding) rail.style.marginRight = ''
    return found
  })
}
