import type { Page } from 'playwright-core'
import type { BoardView, ViewItem } from '../src/shared/board-view.ts'
import { money, standardView } from '../test/renderer/fixture-view.ts'
import { openBoard, withBoardBench } from './board-page.ts'
import type { BenchFigure } from './run.ts'

const MOST = 8
/** One of a single rung, one of two, one whose rung is on sale: prices of their own, on no rail. */
const PRODUCTS = ['saltbox-choir', 'slow-comet', 'night-ferry'] as const

interface Seen {
  readonly inCells: number
  readonly elsewhere: readonly string[]
}

declare global {
  interface Window {
    readonly benchSeen?: () => Seen
    readonly benchForget?: () => void
  }
}

/** The item with another price at its first rung, in every text that a price change moves. */
function repriced(item: ViewItem): ViewItem {
  return {
    ...item,
    rungs: item.rungs.map((rung, at) =>
      at === 0 ? { ...rung, youPay: money('47.03'), shelfPrice: '41.99', unitPrice: '12.00' } : rung
    )
  }
}

/** Takes down every mutation of the document from now on: those in the product's cells, and the others by their place. */
function watch(page: Page, productId: string): Promise<void> {
  return page.evaluate((id) => {
    let seen: { inCells: number; elsewhere: string[] } = { inCells: 0, elsewhere: [] }
    const own = `[data-product-id~="${id}"], [data-item="${id}"]`
    const take = (records: readonly MutationRecord[]) => {
      for (const record of records) {
        const element = record.target instanceof Element ? record.target : record.target.parentElement
        const isRevision = record.attributeName === 'data-revision' && element?.matches('main') === true
        // The text measurer stands outside of the board and lays out nothing in it.
        const isMeasured = element?.closest('.measurer') !== null
        if (isRevision || isMeasured || element?.closest(own) !== null) seen.inCells += 1
        else seen.elsewhere.push(`${record.type} ${record.attributeName ?? ''} at ${element?.className ?? ''}`)
      }
    }
    const observer = new MutationObserver(take)
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(window, {
      benchSeen: () => {
        take(observer.takeRecords())
        return seen
      },
      benchForget: () => {
        observer.disconnect()
        seen = { inCells: 0, elsewhere: [] }
      }
    })
  }, productId)
}

/** Every text in the product's cells and row, in their order. */
function textsOf(page: Page, productId: string): Promise<string[]> {
  return page.evaluate((id) => {
    const own = `[data-product-id~="${id}"], [data-item="${id}"]`
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest(own) != null) texts.push(node.textContent ?? '')
    return texts
  }, productId)
}

/**
 * **change**: DOM mutations of one patch with one changed price, from its coming until its highlight has gone, the most of
 * three products; against the texts on the screen that differ, which is the least there can be. Aim: at most 8. Mutations
 * outside of the product's own cells are a failure; the root's revision and the measured text count but are none of these.
 */
export function benchChange(): Promise<readonly BenchFigure[]> {
  return withBoardBench(async (given) => {
    let view: BoardView = standardView()
    const { page } = await openBoard(given, view, '?dwell=600000')
    let value = 0
    let reference = 1
    for (const [at, productId] of PRODUCTS.entries()) {
      const item = view.items.find((each) => each.productId === productId)
      if (item === undefined) throw new Error(`there is no ${productId}`)
      const before = await textsOf(page, productId)
      await watch(page, productId)
      const head = { ...view.head, revision: `c${at}` }
      const changed = repriced(item)
      given.host.push('patch', { head, items: [changed], removed: [], order: null })
      await page.waitForSelector(`[data-revision=c${at}]`)
      await page.waitForSelector('.pulse', { state: 'attached' })
      await page.waitForSelector('.pulse', { state: 'detached' })
      const seen = await page.evaluate(() => {
        const found = window.benchSeen?.()
        window.benchForget?.()
        return found
      })
      const after = await textsOf(page, productId)
      const differing = after.filter((text, index) => text !== before[index]).length
      if (seen === undefined || differing === 0) throw new Error(`the price of ${productId} did not change`)
      if (seen.elsewhere.length > 0)
        throw new Error(`a price of ${productId} also changed: ${seen.elsewhere.join('; ')}`)
      if (seen.inCells > value) {
        value = seen.inCells
        reference = differing
      }
      view = { head, items: view.items.map((each) => (each === item ? changed : each)) }
    }
    if (value > MOST) throw new Error(`one changed price took ${value} mutations, more than ${MOST}`)
    return [{ name: 'change', value, unit: 'mutations', reference, ratio: value / reference }]
  })
}
