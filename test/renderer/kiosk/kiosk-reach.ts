import type { Page } from 'playwright-core'

/** Least side of what is touched, and least width where two touch each other (art direction, Kiosk). */
const LEAST_PX = 96
const LEAST_TOUCHING_PX = 200
const LEAST_LETTERS_PX = 28
/** All that is touched lies in the lower 68 %. */
const TOP_SHARE = 0.32

/**
 * What on the page a hand, a wheelchair's height or tired eyes would miss; empty where nothing is. At 1080 x 1920, and at
 * 1920 x 1080, which is no higher than what can be reached of the other (docs/kiosk.md).
 */
export function unreachableOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ least, touching, letters, top: topShare }) => {
      const top = window.innerWidth > window.innerHeight ? 0 : topShare
      const faults: string[] = []
      const nameOf = (element: Element): string =>
        `${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}"`
      const shown = (element: Element): boolean => {
        const { width, height, bottom, top: at } = element.getBoundingClientRect()
        const scroller = element.closest('.kiosk-scroll')?.getBoundingClientRect()
        if (scroller !== undefined && (at < scroller.top - 1 || bottom > scroller.bottom + 1)) return false
        return width > 0 && height > 0 && bottom > 0 && at < window.innerHeight
      }
      const targets = [...document.querySelectorAll('main.kiosk :is(button, input)')].filter(shown)
      const boxes = targets.map((element) => ({ element, box: element.getBoundingClientRect() }))
      for (const { element, box } of boxes) {
        if (box.width < least - 0.5 || box.height < least - 0.5)
          faults.push(`${nameOf(element)} is ${Math.round(box.width)} x ${Math.round(box.height)}`)
        if (box.top < window.innerHeight * top - 1) faults.push(`${nameOf(element)} begins at ${Math.round(box.top)}`)
        const beside = boxes.find(
          (other) =>
            other.element !== element &&
            other.box.left >= box.right - 0.5 &&
            other.box.left - box.right < 5 &&
            other.box.top < box.bottom &&
            other.box.bottom > box.top
        )
        if (beside !== undefined && Math.min(box.width, beside.box.width) < touching - 0.5)
          faults.push(`${nameOf(element)} touches ${nameOf(beside.element)}`)
      }
      const walker = document.createTreeWalker(document.querySelector('main.kiosk')!, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        if (parent === null || (node.textContent ?? '').trim() === '' || parent.closest('.said, svg') !== null) continue
        const size = Number.parseFloat(getComputedStyle(parent).fontSize)
        if (size < letters - 0.1) faults.push(`${nameOf(parent)} is set in ${size} px`)
      }
      const main = document.querySelector('main.kiosk')!
      if (main.scrollWidth > main.clientWidth || main.scrollHeight > main.clientHeight)
        faults.push('the page overflows')
      return faults
    },
    { least: LEAST_PX, touching: LEAST_TOUCHING_PX, letters: LEAST_LETTERS_PX, top: TOP_SHARE }
  )
}

/** Texts of sums, totals and tickets that are cut off or hidden under something; empty where none is. At any size. */
export function cutTextsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const nameOf = (element: Element): string => `${element.className} "${(element.textContent ?? '').slice(0, 40)}"`
    for (const element of document.querySelectorAll('main.kiosk :is(.sum-lines, .sums, .row-ticket, .much, .total)')) {
      if (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
        faults.push(`${nameOf(element)} is cut`)
    }
    const dock = document.querySelector('main.kiosk .dock')?.getBoundingClientRect()
    for (const element of document.querySelectorAll('main.kiosk :is(.sum-lines > div, .total, .much, .nudge)')) {
      const { bottom } = element.getBoundingClientRect()
      const isScrolled = element.closest('.kiosk-scroll') !== null
      if (dock !== undefined && !isScrolled && bottom > dock.top + 1)
        faults.push(`${nameOf(element)} is under the dock`)
    }
    for (const ticket of document.querySelectorAll('main.kiosk .product-row .row-ticket')) {
      const facts = ticket.closest('.row-facts')!.getBoundingClientRect()
      const { right, bottom } = ticket.getBoundingClientRect()
      if (right > facts.right + 1 || bottom > facts.bottom + 1) faults.push(`${nameOf(ticket)} is cut by its row`)
    }
    return faults
  })
}
