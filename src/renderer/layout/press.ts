import type { ViewItem } from '../../shared/board-view.ts'
import { legendEntriesOf } from './footer.ts'
import type { LayoutSetting } from './ladder.ts'
import { copyOf, usedPxOf, type Filling, type OpenPage } from './open-page.ts'
import type { BoardPage, LegendBlock, RewardsBlock } from './page.types.ts'
import { PageFeet } from './page-feet.ts'
import { isDone, PageFill, PLAIN_FILLING, type Filled, restOf } from './page-fill.ts'
import { pageHeadOf } from './page-head.ts'
import { bodyPxOf, mostBodyPxOf } from './page-room.ts'
import type { FilledPage, GoneOn, PressMemory } from './press-memory.ts'
import { heightPxOf, rewardPagesOf, rewardRowsOf, rewardRuleOf } from './reward-rows.ts'
import type { Section } from './sections.ts'
import { strainsOf } from './strains.ts'

/** A section that begins below another one brings at least so much of a page, or waits for the next. */
const LEAST_BEGINNING = 0.16
const BALANCE_STEPS = 7

/** Puts sections on pages, one after the other. */
export class Press {
  private readonly filled: FilledPage[] = []
  private readonly setting: LayoutSetting
  private readonly memory: PressMemory
  private readonly items: ReadonlyMap<string, ViewItem>
  private readonly feet: PageFeet
  private readonly fill: PageFill

  constructor(items: readonly ViewItem[], setting: LayoutSetting, memory: PressMemory) {
    this.setting = setting
    this.memory = memory
    this.items = new Map(items.map((item) => [item.productId, item]))
    this.feet = new PageFeet(items, setting, memory)
    this.fill = new PageFill(this.items, setting, this.feet)
  }

  add(section: Section): void {
    const last = this.filled.at(-1)
    const begins = section.panels.length > 0 || section.shelves.length > 0
    const gone = last === undefined || begins ? null : this.goneOnFrom(last.page, section)
    if (gone === null) {
      this.filled.push(...this.freshPagesOf(section, true))
      return
    }
    this.filled[this.filled.length - 1] = { page: gone.page, toBalance: null }
    this.filled.push(...this.freshPagesOf(gone.rest, false))
  }

  /** Null where no page has room for a line of an offer's words. */
  pages(): BoardPage[] | null {
    const counts = new Map<string, number>()
    const countOf = (section: string) => counts.get(section) ?? 0
    const numbered = this.filled.map((filled) => {
      const { section, begun } = filled.page
      for (const each of [section, ...begun]) counts.set(each, countOf(each) + 1)
      return { page: this.balancedOf(filled), index: countOf(section) }
    })
    const pages = numbered.map(({ page, index }) => {
      const count = countOf(page.section)
      return this.finish(page, count > 1 ? { index, count } : null)
    })
    const rewards = pages.length === 0 ? [] : this.rewardPages()
    const offers = this.offerPages(pages)
    return rewards === null || offers === null ? null : [...pages, ...rewards, ...offers]
  }

  private freshPagesOf(section: Section, begins: boolean): readonly FilledPage[] {
    let pages = this.memory.fresh.get(section)
    if (pages === undefined) {
      pages = (begins ? this.wholePageOf(section) : null) ?? this.filledPagesOf(section)
      this.memory.fresh.set(section, pages)
    }
    return pages
  }

  /** A section on one page, whose heading needs no room for the page's part; null where that makes no difference. */
  private wholePageOf(section: Section): readonly FilledPage[] | null {
    const parted = pageHeadOf(section.heading, this.setting)
    const whole = pageHeadOf(section.heading, this.setting, true)
    if (parted.keyInFooter === whole.keyInFooter && parted.headerPx === whole.headerPx) return null
    const filled = this.filledPage(section, { ...PLAIN_FILLING, whole: true })
    return filled !== null && isDone(filled.rest) ? [filled.page] : null
  }

  private filledPagesOf(section: Section): readonly FilledPage[] {
    const pages: FilledPage[] = []
    let rest = restOf(section)
    while (!isDone(rest)) {
      const left = { heading: section.heading, ...rest }
      const filled =
        this.filledPage(left, PLAIN_FILLING) ?? this.filledPage(left, { ...PLAIN_FILLING, explains: false })
      if (filled === null) throw new Error(`no room for a product of ${section.heading}`)
      pages.push(filled.page)
      rest = filled.rest
    }
    return pages
  }

  /**
   * A page with as much of a section as it holds, and what is left of it. Where only the words of the next product's offers
   * have no room, the page is filled again with that room kept: a product that brings a line to the footer must not leave
   * half a page empty. Null where no product has room.
   */
  private filledPage(section: Section, given: Filling): Filled<FilledPage> | null {
    let filling = given
    let best = this.fill.filled(section, filling)
    while (best !== null && filling.explains && !isDone(best.rest)) {
      const reservedPx = this.feet.heightPxWith(best.page, this.fill.nextPromotionsOf(best.rest))
      if (reservedPx <= filling.reservedPx) break
      const wider = { ...filling, reservedPx }
      const tried = this.fill.filled(section, wider)
      if (tried === null || tried.page.productIds.size <= best.page.productIds.size) break
      best = tried
      filling = wider
    }
    if (best === null) return null
    const { page, rest } = best
    return { page: { page, toBalance: isDone(rest) ? { section, filling } : null }, rest }
  }

  private balancedOf({ page, toBalance }: FilledPage): OpenPage {
    if (toBalance === null) return page
    let balanced = this.memory.balanced.get(page)
    if (balanced === undefined) {
      balanced = this.balance(toBalance.section, page, toBalance.filling)
      this.memory.balanced.set(page, balanced)
    }
    return balanced
  }

  /** The least height of leaves in which the same products stand on one page. */
  private balance(section: Section, page: OpenPage, filling: Filling): OpenPage {
    let best = page
    let low = 0
    let high = Math.max(...page.leaves.map((leaf) => leaf.usedPx))
    for (let step = 0; step < BALANCE_STEPS; step += 1) {
      const limitPx = (low + high) / 2
      const tried = this.fill.filled(section, { ...filling, limitPx })
      if (tried !== null && isDone(tried.rest)) {
        best = tried.page
        high = limitPx
      } else low = limitPx
    }
    return best
  }

  private goneOnFrom(page: OpenPage, section: Section): GoneOn | null {
    const known = this.memory.goneOn.get(page)
    if (known !== undefined && known.section === section) return known.result
    const result = this.goOn(page, section)
    this.memory.goneOn.set(page, { section, result })
    return result
  }

  /**
   * A section below what a page has: whole, or as much as fits if it will not fit a page of its own or if a leaf is empty.
   * Null where nothing of it goes there.
   */
  private goOn(before: OpenPage, section: Section): GoneOn | null {
    const whole = this.flowed(copyOf(before), section)
    if (whole.rest.classes.length === 0) return whole
    const empty = before.leaves.findIndex((leaf, index) => index >= before.flowLeaf && leaf.blocks.length === 0)
    const splits = !this.fitsOnePage(section)
    if (empty < 0 && !splits) return null
    const page = copyOf(before)
    if (!splits) page.flowLeaf = empty
    const some = this.flowed(page, section)
    const least = LEAST_BEGINNING * bodyPxOf(this.setting.geometry, page.headerPx, page.footerPx)
    if (page.productIds.size === before.productIds.size || usedPxOf(page) - usedPxOf(before) < least) return null
    page.begun.push(section.heading)
    return some
  }

  private flowed(page: OpenPage, section: Section): GoneOn {
    const classes = [...section.classes]
    while (classes.length > 0 && this.fill.flow(page, classes, section.heading));
    return { page, rest: this.memory.restOf(section, classes) }
  }

  private fitsOnePage(section: Section): boolean {
    const filled = this.fill.filled(section, PLAIN_FILLING)
    return filled !== null && isDone(filled.rest)
  }

  /** Offers of tickets on the board that a footer left out, on pages at the end of the cycle. */
  private offerPages(pages: readonly BoardPage[]): BoardPage[] | null {
    const { head, words } = this.setting
    const leftOut = new Set(pages.flatMap((page) => page.footer.leftOut))
    const open: { page: OpenPage; blocks: LegendBlock['entries'][number][][] }[] = []
    const roomPx = mostBodyPxOf(words.offers, this.setting)
    const wanted = head.legend.filter((each) => leftOut.has(each.promotionId))
    for (const { entry, heightPx } of wanted.flatMap((each) => legendEntriesOf(each, roomPx, this.setting))) {
      if (heightPx > roomPx) return null
      let last = open.at(-1)
      for (;;) {
        if (last === undefined || last.page.flowLeaf >= last.page.leaves.length) {
          last = { page: this.fill.newPage(words.offers, { ...PLAIN_FILLING, explains: false }), blocks: [] }
          open.push(last)
        }
        const { page, blocks } = last
        const leaf = page.leaves[page.flowLeaf]
        if (leaf === undefined) continue
        const isFirst = leaf.usedPx === 0
        if (isFirst || leaf.usedPx + heightPx <= bodyPxOf(this.setting.geometry, page.headerPx, page.footerPx)) {
          ;(blocks[page.flowLeaf] ??= []).push({ entry, heightPx })
          leaf.usedPx += heightPx
          break
        }
        page.flowLeaf += 1
      }
    }
    return open.map(({ page, blocks }, index) => {
      for (const [at, leaf] of page.leaves.entries()) {
        const entries = blocks[at]
        if (entries === undefined) continue
        leaf.blocks.push({ key: `offers ${at}`, topPx: 0, heightPx: leaf.usedPx, block: { kind: 'legend', entries } })
      }
      return this.finish(page, open.length > 1 ? { index: index + 1, count: open.length } : null)
    })
  }

  /** The store's rewards after its menu; null where a page has no room for one. */
  private rewardPages(): BoardPage[] | null {
    const { head, geometry } = this.setting
    if (head.rewards === null) return []
    const { title, rewards } = head.rewards
    const rule = rewardRuleOf(head.rewards, this.setting)
    const roomPx = mostBodyPxOf(title, this.setting) - rule.rulePx
    const pages = rewardPagesOf(rewardRowsOf(rewards, this.setting), geometry.leafCount, roomPx)
    return (
      pages?.map((leaves, index) => {
        const page = this.fill.newPage(title, { ...PLAIN_FILLING, explains: false })
        for (const [at, leafRows] of leaves.entries()) {
          const heightPx = rule.rulePx + heightPxOf(leafRows)
          const ruleLines = at === 0 ? rule.ruleLines : []
          const block: RewardsBlock = { kind: 'rewards', ruleLines, rulePx: rule.rulePx, rows: leafRows }
          page.leaves[at]?.blocks.push({ key: `rewards ${at}`, topPx: 0, heightPx, block })
          const leaf = page.leaves[at]
          if (leaf !== undefined) leaf.usedPx = heightPx
        }
        return this.finish(page, pages.length > 1 ? { index: index + 1, count: pages.length } : null)
      }) ?? null
    )
  }

  private finish(page: OpenPage, part: BoardPage['part']): BoardPage {
    const partKey = part === null ? '' : `${part.index} ${part.count}`
    const known = this.memory.finished.get(page)
    if (known?.part === partKey) return known.page
    const finished = this.finishedPage(page, part)
    this.memory.finished.set(page, { part: partKey, page: finished })
    return finished
  }

  private finishedPage(page: OpenPage, part: BoardPage['part']): BoardPage {
    const footer = this.feet.footerOn(page)
    const bodyPx = bodyPxOf(this.setting.geometry, page.headerPx, footer.heightPx)
    const items = [...page.productIds].flatMap((id) => this.items.get(id) ?? [])
    return {
      heading: page.heading,
      part,
      strains: strainsOf(items),
      leaves: page.leaves.map((leaf) => ({ blocks: leaf.blocks })),
      headerPx: page.headerPx,
      bodyPx,
      footer,
      productIds: [...page.productIds],
      fullness: usedPxOf(page) / (page.leaves.length * Math.max(1, bodyPx))
    }
  }
}
