import { describe, expect, it } from 'vitest'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { printDocumentOf } from '../../../src/domain/print/print-document.ts'
import { printPagesOf } from '../../../src/domain/print/print-pages.ts'
import { pdfOf } from '../../../src/main/print/pdf.ts'
import { createPrintLetters } from '../../../src/main/print/print-letters.ts'
import { qrCodeOf } from '../../../src/main/print/qr-code.ts'
import { printableOf, textRunsOf } from '../../../src/main/print/text-runs.ts'
import type { PrintKind, PrintPage, PrintPiece } from '../../../src/shared/manager/print.ts'
import { hardView, manyView, standardView } from '../../renderer/fixture-view.ts'
import { outsideOf, overlapsOn } from '../../domain/print/print-fixture.ts'
import { pageTextsOf } from './pdf-text.ts'

const letters = createPrintLetters()
const OPTIONS = {
  title: 'A title',
  author: 'Tern & Timber',
  language: 'fr-CA',
  createdAtMs: Date.parse('2026-11-21T22:18:00Z')
}

function pageWith(...pieces: readonly PrintPiece[]): PrintPage {
  return { width: 612, height: 792, blocks: [{ role: 'text', pieces, alt: null }] }
}

function line(text: string, y = 100): PrintPiece {
  return { kind: 'text', x: 40, y, width: 0, size: 12, face: 'strong', ink: 'ink', text, struck: false }
}

async function textsIn(...texts: readonly string[]): Promise<readonly string[]> {
  const pdf = await pdfOf([pageWith(...texts.map((text, index) => line(text, 100 + index * 20)))], OPTIONS, letters)
  return pageTextsOf(pdf)[0]?.texts ?? []
}

describe('text in a PDF', () => {
  it('can be selected as it was written, accents, signs and fractions too', async () => {
    const texts = [
      'Señal Lejana, café à l’érable',
      '“Gelato” – 22–26% THC · $27.20',
      'Łódź Ấ Ș Ğ ffi',
      'Ελληνικά',
      'Привет',
      '½ × 3'
    ]
    expect(await textsIn(...texts)).toEqual(texts)
  })

  it('takes what Archivo lacks from the boards’ other fonts', () => {
    expect(textRunsOf('Kush Ελ 🍁 שלום', 'text').map(({ font, text }) => [font, text])).toEqual([
      ['archivo-text', 'Kush '],
      ['noto-sans', 'Ελ'],
      ['archivo-text', ' '],
      ['noto-emoji', '🍁'],
      ['archivo-text', ' '],
      ['noto-sans-hebrew', 'שלום']
    ])
    for (const letter of ['ह', 'ع', 'א', '★', '☮', '🔥', 'Ж', '→'])
      expect(printableOf(letter)).toEqual({ text: letter, isWhole: true })
  })

  it('leaves out what no font has, and says so: never an empty box', () => {
    expect(printableOf('OG 漢字 Kush')).toEqual({ text: 'OG Kush', isWhole: false })
    expect(printableOf('漢字')).toEqual({ text: '', isWhole: false })
    expect(printableOf('Family 👩‍🌾')).toMatchObject({ isWhole: true })
  })

  it('puts words that run from right to left in that order', () => {
    const runs = textRunsOf('OG שלום עולם', 'text')
    expect(runs.map(({ text }) => text)).toEqual(['OG ', 'עולם', ' ', 'שלום'])
  })

  it('is not turned around by marks that nobody sees', () => {
    expect(printableOf('\u2068Kush\u2069\u202e 10\u202f$').text).toBe('Kush 10\u00a0$')
  })

  it('draws figures of one width, in all three cuts', () => {
    for (const face of ['text', 'strong', 'display'] as const)
      expect(letters.widthOf('1111', face, 10)).toBeCloseTo(letters.widthOf('0804', face, 10), 6)
  })
})

describe('the file', () => {
  const pages = printPagesOf(documentFor('price-list'), letters).pages

  it('is the same, byte for byte, for the same prices at the same instant', async () => {
    const [first, second] = [await pdfOf(pages, OPTIONS, letters), await pdfOf(pages, OPTIONS, letters)]
    expect(first.equals(second)).toBe(true)
    const later = await pdfOf(pages, { ...OPTIONS, createdAtMs: OPTIONS.createdAtMs + 60_000 }, letters)
    expect(later.equals(first)).toBe(false)
  })

  it('tells a reader its language, its title, its headings and rows', async () => {
    const file = (await pdfOf(pages, { ...OPTIONS, compress: false }, letters)).toString('latin1')
    const told = [
      '/Lang (fr-CA)',
      '(A title)',
      '/DisplayDocTitle true',
      '/Marked true',
      '(D:20261121221800Z)',
      '/S /H1',
      '/S /H2',
      '/S /P',
      '/Artifact'
    ]
    expect(told.filter((one) => !file.includes(one))).toEqual([])
    // Every font comes along, so that it looks the same anywhere.
    expect(file.match(/\/FontFile2/g)?.length).toBe(file.match(/\/Type \/FontDescriptor/g)?.length)
  })

  it('of every kind, on both papers, keeps its texts apart and within the page, also with hard names', async () => {
    for (const kind of ['price-list', 'shelf-talkers', 'menu'] as const)
      for (const view of [standardView(), hardView()]) {
        const document = documentFor(kind, view)
        const laid = printPagesOf({ ...document, paper: 'a4' }, letters)
        for (const page of laid.pages) {
          expect(outsideOf(page)).toEqual([])
          expect(overlapsOn(page)).toEqual([])
        }
        const read = pageTextsOf(await pdfOf(laid.pages, OPTIONS, letters))
        expect(read).toHaveLength(laid.pages.length)
        for (const { size, all } of read) {
          expect(size).toEqual([595.28, 841.89])
          expect(all).not.toContain('\ufffd')
        }
      }
  })
})

describe('a code for phones', () => {
  it('stands in a quiet zone of four modules, and has its three corners', async () => {
    const { rows } = qrCodeOf('http://192.168.1.20:4747/boards/110501')
    expect(rows.length).toBeGreaterThanOrEqual(25)
    for (const row of [0, 6]) {
      expect(rows[row]?.slice(0, 7)).toBe('1111111')
      expect(rows[row]?.slice(-7)).toBe('1111111')
    }
    expect(rows.at(-1)?.slice(0, 7)).toBe('1111111')
    const page: PrintPage = {
      width: 612,
      height: 792,
      blocks: [
        { role: 'picture', alt: 'Opens the menu', pieces: [{ kind: 'qr', x: 100, y: 100, size: 74, code: { rows } }] }
      ]
    }
    const file = (await pdfOf([page], { ...OPTIONS, compress: false }, letters)).toString('latin1')
    expect(file.includes('/Alt (Opens the menu)')).toBe(true)
    const module = 74 / (rows.length + 8)
    const dark = [...file.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)]
      .slice(1)
      .map((found) => found.slice(1).map(Number))
    expect(Math.min(...dark.map(([x = 0]) => x))).toBeCloseTo(100 + 4 * module, 1)
    expect(Math.max(...dark.map(([x = 0, , width = 0]) => x + width))).toBeCloseTo(174 - 4 * module, 1)
  })
})

describe('a store of 5,000 products', () => {
  it('is printed whole', { timeout: 120_000 }, async () => {
    const view = manyView(5000)
    const { pages } = printPagesOf(documentFor('price-list', view), letters)
    const pdf = await pdfOf(pages, OPTIONS, letters)
    const read = pageTextsOf(pdf)
    expect(read).toHaveLength(pages.length)
    const words = read.map(({ all }) => all).join(' ')
    expect(view.items.filter(({ name }) => !words.includes(name))).toEqual([])
    // A megabyte or two cross to the page as base64.
    expect(pdf.length).toBeLessThan(5_000_000)
  })
})

function documentFor(kind: PrintKind, view = manyView(40)): ReturnType<typeof printDocumentOf> {
  const ours = {
    ...view,
    items: view.items.map((item) => ({
      ...item,
      name: printableOf(item.name).text,
      brand: item.brand === null ? null : printableOf(item.brand).text
    }))
  }
  return printDocumentOf(
    ours,
    {
      kind,
      paper: 'letter',
      atMs: OPTIONS.createdAtMs,
      pricesAtMs: OPTIONS.createdAtMs,
      timeZone: 'America/Regina',
      code: { code: qrCodeOf('http://192.168.1.20:4747/boards/7'), url: 'http://192.168.1.20:4747/boards/7' }
    },
    locationFormatOf('en-CA', 'CAD', 'America/Regina')
  )
}
