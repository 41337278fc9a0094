import type { Letters } from './letters.ts'
import { onePageMenuOf } from './one-page-menu.ts'
import { priceListOf } from './price-list.ts'
import type { PrintDocument } from './print-document.ts'
import type { LaidOut } from './sheet.ts'
import { shelfTalkersOf } from './shelf-talkers.ts'

/** The pages of a print; none where there is nothing to print. */
export function printPagesOf(document: PrintDocument, letters: Letters): LaidOut {
  if (document.sections.length === 0) return { pages: [], leftOut: 0, cut: [] }
  switch (document.kind) {
    case 'price-list':
      return priceListOf(document, letters)
    case 'shelf-talkers':
      return shelfTalkersOf(document, letters)
    case 'menu':
      return onePageMenuOf(document, letters)
  }
}
