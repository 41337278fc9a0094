import type { ViewItem, ViewLegend } from '../../shared/board-view.ts'
import { footerOf, legendOf } from './footer.ts'
import type { LayoutSetting } from './ladder.ts'
import type { OpenPage } from './open-page.ts'
import type { Footer } from './page.types.ts'
import type { PressMemory } from './press-memory.ts'

/** The feet of a board's pages: which offers each explains, and how high that makes it. */
export class PageFeet {
  private readonly setting: LayoutSetting
  private readonly memory: PressMemory
  /** Promotions that some product of the board has a ticket of; all others are explained on every page. */
  private readonly ticketed: ReadonlySet<string>

  constructor(items: readonly ViewItem[], setting: LayoutSetting, memory: PressMemory) {
    this.setting = setting
    this.memory = memory
    this.ticketed = new Set(items.flatMap((item) => item.tickets.map((ticket) => ticket.promotionId)))
    const { legend, taxLine, ageLine, stale, notice } = setting.head
    const everywhere = legend.map(({ promotionId }) => promotionId).filter((id) => !this.ticketed.has(id))
    const bare = [true, false].map((keyInFooter) => footerOf([], setting, keyInFooter).heightPx)
    // Which marks the board has says whether the key has room beside a heading.
    const packing = JSON.stringify([legend, everywhere, bare, setting.strains])
    memory.serve(packing, JSON.stringify([taxLine, ageLine, stale, notice]))
  }

  /** Px of the foot of a page without a product. */
  leastHeightPx(explains: boolean, keyInFooter: boolean): number {
    return footerOf(explains ? this.legendFor(new Set()) : [], this.setting, keyInFooter).heightPx
  }

  /** Px of a page's foot once it explains these promotions too. */
  heightPxWith(page: OpenPage, promotions: ReadonlySet<string>): number {
    if (!page.explains || [...promotions].every((id) => page.promotionIds.has(id))) return page.footerPx
    return this.footerWith(page, new Set([...page.promotionIds, ...promotions])).heightPx
  }

  /** On a page without room for the words of its offers, all of them are left out. */
  footerOn(page: OpenPage): Footer {
    if (page.explains) return this.footerWith(page, page.promotionIds)
    const bare = footerOf([], this.setting, page.keyInFooter)
    const legend = page.productIds.size === 0 ? [] : this.legendFor(page.promotionIds)
    return { ...bare, leftOut: legend.map((entry) => entry.promotionId) }
  }

  private footerWith({ keyInFooter }: OpenPage, promotionIds: ReadonlySet<string>): Footer {
    const key = JSON.stringify([keyInFooter, [...promotionIds].sort()])
    let footer = this.memory.footers.get(key)
    if (footer === undefined) {
      footer = footerOf(this.legendFor(promotionIds), this.setting, keyInFooter)
      this.memory.footers.set(key, footer)
    }
    return footer
  }

  private legendFor(promotionIds: ReadonlySet<string>): ViewLegend[] {
    return legendOf(this.setting.head, promotionIds, this.ticketed)
  }
}
