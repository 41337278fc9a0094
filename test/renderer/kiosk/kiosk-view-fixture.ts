import type { BoardView } from '../../../src/shared/board-view.ts'
import { standardView } from '../fixture-view.ts'

/** The standard view as a kiosk's. */
export function kioskView(change: Partial<BoardView['head']> = {}): BoardView {
  const { head, items } = standardView(change)
  return {
    head: {
      ...head,
      screen: { ...head.screen, mode: 'kiosk' },
      kiosk: {
        idleSeconds: 600,
        ageGate: null,
        potencyBands: [],
        priceBands: [],
        tellsPromotions: true,
        ...change.kiosk
      }
    },
    items: items.map((item) => ({
      ...item,
      kiosk: { potency: null, price: null, words: item.name.toLowerCase().split(/\W+/), offers: null }
    }))
  }
}
