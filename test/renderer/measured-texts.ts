import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import type * as Measuring from './measuring-entry.ts'

declare global {
  // The renderer's own measurer, as a script.
  const measuring: typeof Measuring
}

/** The layout's own measurer with the geometry that it measures for, as one script for a page. */
export async function measuringScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome108',
      lib: { entry: join(import.meta.dirname, 'measuring-entry.ts'), formats: ['iife'], name: 'measuring' }
    }
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('the measurer was not built')
  return output.output[0].code
}

export interface MeasuredTexts {
  /** Texts compared, by style. */
  readonly counts: Readonly<Record<string, number>>
  /** Texts drawn more than 1 % wider or narrower than the width that the layout used. */
  readonly misjudged: readonly string[]
}

/**
 * Every text on the page in the screen against the layout's number for it: the measurer is the layout's own, asked for the
 * style that the layout asks it for; the other width is the drawn one's.
 */
export async function measuredTextsOn(page: Page, script: string): Promise<MeasuredTexts> {
  await page.evaluate(`${script};globalThis.measuring = measuring`)
  return page.evaluate(() => {
    const main = document.querySelector('main')
    if (main === null) throw new Error('no board')
    const amPx = Number.parseFloat(main.style.getPropertyValue('--am'))
    const geometry = measuring.geometryOf(window.innerWidth, window.innerHeight, amPx)
    const measure = measuring.textMeasurerFor(geometry, document)
    const misjudged: string[] = []
    const counts: Record<string, number> = {}
    const compare = (style: string, text: string, drawnPx: number, measuredPx: number) => {
      counts[style] = (counts[style] ?? 0) + 1
      if (Math.abs(drawnPx - measuredPx) > measuredPx * 0.01)
        misjudged.push(`${style} "${text}": drawn ${drawnPx.toFixed(3)} px, measured ${measuredPx.toFixed(3)} px`)
    }
    const sheet = main.querySelector('.sheet:not(.leaving)')
    if (sheet === null) throw new Error('no page')
    /** The style that the layout measures a text in, by the innermost element that says one. */
    const styleOf = (text: Text): string | null => {
      for (let element = text.parentElement; element !== null && element !== sheet; element = element.parentElement) {
        if (element.matches('svg, .message')) return null
        // Labels, tags and signs are compared whole, with what stands around their letters.
        if (element.matches('.label-price, .ticket, .state, .best, .price-sign')) return null
        if (element.matches('.detail b')) return 'detail-strong'
        const named = [...element.classList].find((name) => name in measuring.LEAST_CAP_AM)
        if (named !== undefined) return named
      }
      throw new Error(`a text of no style: ${text.data}`)
    }
    const widthOf = (node: Node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return range.getBoundingClientRect().width
    }
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.data.trim() === '') continue
      const style = styleOf(node)
      if (style === null) continue
      // A no-break space between two texts is measured with either; spaces that end a line are not drawn.
      const text = node.data.replace(/^[ \n]+|[ \n]+$/g, '')
      const widthPx = widthOf(node)
      compare(style, text, widthPx, measure(text, style as Measuring.TextStyle))
    }
    for (const style of ['ticket', 'state', 'best', 'price-sign'] as const)
      for (const element of sheet.querySelectorAll(`.${style}`)) {
        const lines = [...element.querySelectorAll('.text-line')].map((line) => (line.textContent ?? '').trim())
        const texts = lines.length === 0 ? [element.textContent ?? ''] : lines
        const measuredPx = Math.max(...texts.map((text) => measure(text, style)))
        compare(style, texts.join(' / '), element.getBoundingClientRect().width, measuredPx)
      }
    for (const element of sheet.querySelectorAll('.label-price')) {
      const sign = element.querySelector('.price-sign')?.textContent ?? ''
      const digits = [...element.childNodes]
        .filter((node) => node instanceof Text)
        .map((node) => node.data)
        .join('')
      const money = {
        digits: digits.trim(),
        sign,
        signAfter: element.lastElementChild?.matches('.price-sign') === true && /\s$/.test(digits)
      }
      const measuredPx = measuring.moneyPxOf({ measure, geometry }, money, 'label-price')
      compare('label-price', `${sign}${digits}`, element.getBoundingClientRect().width, measuredPx)
    }
    measure.dispose()
    return { counts, misjudged }
  })
}
