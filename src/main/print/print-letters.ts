import PDFDocument from 'pdfkit'
import type { Letters } from '../../domain/print/letters.ts'
import { fontFileOf, type FontName } from './font-files.ts'
import { textRunsOf } from './text-runs.ts'

/** Widths that are kept: the same amounts and words come again on every page. */
const MOST_KEPT = 50_000
const UNIT = 1000

/** The letters that PDFs are set in, measured as they will be drawn. */
export function createPrintLetters(): Letters {
  const known = new Set<FontName>()
  const widths = new Map<string, number>()
  // A document of no pages: its fonts measure and are drawn nowhere.
  const document = new PDFDocument({
    size: [1, 1],
    margin: 0,
    autoFirstPage: false,
    compress: false,
    pdfVersion: '1.7',
    tagged: false,
    lang: 'en',
    displayTitle: false,
    font: '',
    info: { CreationDate: new Date(0) }
  })

  function widthIn(font: FontName, text: string): number {
    if (!known.has(font)) document.registerFont(font, fontFileOf(font).bytes)
    known.add(font)
    return document.font(font).fontSize(UNIT).widthOfString(text)
  }

  return {
    widthOf: (text, face, size) => {
      const key = `${face} ${text}`
      let width = widths.get(key)
      if (width === undefined) {
        width = textRunsOf(text, face).reduce((sum, run) => sum + widthIn(run.font, run.text), 0)
        if (widths.size >= MOST_KEPT) widths.clear()
        widths.set(key, width)
      }
      return (width * size) / UNIT
    }
  }
}
