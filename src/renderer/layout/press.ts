import type { ViewItem } from '../../shared/board-view.ts'
import { classHeadOf, classPxOf } from './class-head.ts'
import { legendEntriesOf } from './footer.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { copyOf, usedPxOf, type Filling, type OpenPage } from './open-page.ts'
import type {
  BoardPage,
  ClassBlock,
  JarLine,
  LegendBlock,
  PanelBlock,
  PanelRow,
  ShelfBlock,
  ShelfRow
} from './page.types.ts'
import { PageFeet } from './page-feet.ts'
import { pageHeadOf } from './page-head.ts'
import { bodyPxOf, mostBodyPxOf } from './page-room.ts'
import { panelHeightPxOf, rowsSpread, type PanelDraft } from './panel.ts'
import type { FilledPage, GoneOn, PressMemory } from './press-memory.ts'
import type { ClassDraft, Section, ShelfDraft } from './sections.ts'
import { strainsOf } from './strains.ts'

/** A section that begins below another one brings at least so much of a page, or waits for the next. */
const LEAST_BEGINNING = 0.16
const BALANCE_STEPS = 7

/** What of a section is not yet on a page. */
interface Rest {
  readonly panels: PanelDraft[]
  readonly shelves: ShelfDraft[]
  readonly classes: ClassDraft[]
}

const PLAIN_FILLING: Filling = { explains: true, limitPx: Infinity, reservedPx: 0, whole: false }

/** Puts sections on pages, one after the other. */
export class Press {
  private readonly filled: FilledPage[] = []
  private readonly setting: LayoutSetting
  private readonly memory: PressMemory
  private readonly items: ReadonlyMap<string, ViewItem>
  private readonly feet: PageFeet

  constructor(items: readonly ViewItem[], setting: LayoutSetting, memory: PressMemory) {
    this.setting = setting
    this.memory = memory
    this.items = new Map(items.map((item) => [item.productId, item]))
    this.feet = new PageFeet(items, setting, memory)
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
    const offers = this.offerPages(pages)
    return offers === null ? null : [...pages, ...offers]
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
  private filledPage(section: Section, given: Filling): { readonly page: FilledPage; readonly rest: Rest } | null {
    let filling = given
    let best = this.fill(section, filling)
    while (best !== null && filling.explains && !isDone(best.rest)) {
      const reservedPx = this.feet.heightPxWith(best.page, new Set(this.nextPromotionsOf(best.rest)))
      if (reservedPx <= filling.reservedPx) break
      const wider = { ...filling, reservedPx }
      const tried = this.fill(section, wider)
      if (tried === null || tried.page.productIds.size <= best.page.productIds.size) break
      best = tried
      filling = wider
    }
    if (best === null) return null
    const { page, rest } = best
    return { page: { page, toBalance: isDone(rest) ? { section, filling } : null }, rest }
  }

  private fill(section: Section, filling: Filling): { readonly page: OpenPage; readonly rest: Rest } | null {
    const rest = restOf(section)
    const page = this.newPage(section.heading, filling)
    while (rest.panels.length > 0 && this.flowPanel(page, rest.panels));
    for (const leaf of page.leaves.keys()) this.placeShelf(page, leaf, rest.shelves)
    // Further ones stand below, as many as stand there whole: a rail is never parted from its products for room.
    for (const leaf of page.leaves.keys()) while (this.placeShelf(page, leaf, rest.shelves, true));
    while (rest.classes.length > 0 && this.flow(page, rest.classes, null));
    return page.productIds.size > 0 ? { page, rest } : null
  }

  private nextPromotionsOf({ panels, shelves, classes }: Rest): readonly string[] {
    const [panel] = panels
    const row = panel?.rows[0]
    if (panel !== undefined && row !== undefined) return panel.promotionIdsOf(row)
    const shelfRow = shelves[0]?.rows[0]
    if (shelfRow !== undefined) return this.promotionsOf([shelfRow])
    return this.promotionsOf(classes[0]?.lines[0]?.jars ?? [])
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
      const tried = this.fill(section, { ...filling, limitPx })
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
    while (classes.length > 0 && this.flow(page, classes, section.heading));
    return { page, rest: this.memory.restOf(section, classes) }
  }

  private fitsOnePage(section: Section): boolean {
    const filled = this.fill(section, PLAIN_FILLING)
    return filled !== null && isDone(filled.rest)
  }

  private placeShelf(page: OpenPage, leaf: number, shelves: ShelfDraft[], below = false): boolean {
    const shelf = shelves[0]
    if (shelf === undefined) return false
    const gapPx = below ? METRICS.classAbove * this.setting.geometry.amPx : 0
    const rows: ShelfRow[] = []
    const promotions = new Set<string>()
    let heightPx = shelf.headPx
    for (const row of shelf.rows) {
      for (const id of this.promotionsOf([row])) promotions.add(id)
      if (!this.fits(page, leaf, gapPx + heightPx + row.heightPx, promotions, Infinity)) break
      rows.push(row)
      heightPx += row.heightPx
    }
    if (rows.length === 0 || (below && rows.length < shelf.rows.length)) return false
    const open = page.leaves[leaf]
    if (open !== undefined) open.usedPx += gapPx
    const block: ShelfBlock = {
      kind: 'shelf',
      name: shelf.name,
      namePx: shelf.namePx,
      mixes: shelf.mixes,
      ladder: shelf.ladder,
      rows
    }
    this.put(page, leaf, `${shelf.key} ${rows[0]?.productId}`, block, heightPx, rows)
    const rest = shelf.rows.slice(rows.length)
    shelves.splice(0, 1, ...(rest.length > 0 ? [{ ...shelf, rows: rest }] : []))
    return true
  }

  /** Places as many products of the first panel as the flow's leaf holds; false once nothing more goes on this page. */
  private flowPanel(page: OpenPage, panels: PanelDraft[]): boolean {
    const draft = panels[0]
    if (draft === undefined) return false
    for (; page.flowLeaf < page.leaves.length; page.flowLeaf += 1) {
      const leaf = page.leaves[page.flowLeaf]
      if (leaf === undefined) continue
      const gapPx = leaf.blocks.length > 0 ? METRICS.panelAbove * this.setting.geometry.amPx : 0
      const rows: PanelRow[] = []
      const promotions = new Set<string>()
      for (const row of draft.rows) {
        const tickets = draft.promotionIdsOf(row)
        const neededPx = gapPx + panelHeightPxOf(draft, [...rows, row])
        if (!this.fits(page, page.flowLeaf, neededPx, new Set([...promotions, ...tickets]), page.limitPx)) break
        rows.push(row)
        for (const id of tickets) promotions.add(id)
      }
      if (rows.length === 0) continue
      const { placement, headline, noteLines, noteBeside, panelPx, columns } = draft
      const block: PanelBlock = {
        kind: 'panel',
        placement,
        headline,
        noteLines,
        noteBeside,
        gapPx,
        panelPx,
        columns,
        rows: rowsSpread(rows, draft)
      }
      const products = rows.flatMap(({ productIds }) => productIds.map((productId) => ({ productId })))
      const heightPx = gapPx + panelHeightPxOf(draft, rows)
      this.put(page, page.flowLeaf, `${draft.key} ${rows[0]?.key}`, block, heightPx, products, promotions)
      const rest = draft.rows.slice(rows.length)
      panels.splice(0, 1, ...(rest.length > 0 ? [{ ...draft, rows: rest }] : []))
      return true
    }
    return false
  }

  /** Places as many lines of the first class as the flow's leaf holds; false once nothing more goes on this page. */
  private flow(page: OpenPage, classes: ClassDraft[], followed: string | null): boolean {
    const draft = classes[0]
    if (draft === undefined) return false
    const { narrow } = this.setting.geometry
    for (; page.flowLeaf < page.leaves.length; page.flowLeaf += 1) {
      const leaf = page.leaves[page.flowLeaf]
      if (leaf === undefined) continue
      const head = this.classHeadOf(draft, leaf.blocks.length > 0, followed)
      const lines: JarLine[] = []
      const promotions = new Set<string>()
      let linesPx = 0
      for (const line of draft.lines) {
        const gapPx = lines.length === 0 ? 0 : line.gapPx
        const neededPx = classPxOf(head, linesPx + gapPx + line.heightPx, narrow)
        for (const id of this.promotionsOf(line.jars)) promotions.add(id)
        if (!this.fits(page, page.flowLeaf, neededPx, promotions, page.limitPx)) break
        lines.push({ ...line, gapPx })
        linesPx += gapPx + line.heightPx
      }
      if (lines.length === 0) continue
      const jars = lines.flatMap((line) => line.jars)
      const heightPx = classPxOf(head, linesPx, narrow)
      const titlePx = narrow ? head.titlePx : 0
      const block: ClassBlock = { kind: 'class', ...head, titlePx, titleStrain: draft.titleStrain, lines }
      this.put(
        page,
        page.flowLeaf,
        `${draft.key} ${jars[0]?.productId} ${jars[0]?.part?.index ?? 0}`,
        block,
        heightPx,
        jars
      )
      const rest = draft.lines.slice(lines.length)
      classes.splice(0, 1, ...(rest.length > 0 ? [{ ...draft, lines: rest }] : []))
      return true
    }
    return false
  }

  /** A class that follows another section's page bears its section's name, its own below. */
  private classHeadOf(draft: ClassDraft, below: boolean, followed: string | null) {
    const title = followed ?? draft.title
    const subtitle = followed === null ? draft.subtitle : draft.title
    return classHeadOf(title, subtitle, draft.titleStrain !== null && followed === null, below, this.setting)
  }

  private put(
    page: OpenPage,
    leafIndex: number,
    key: string,
    block: ShelfBlock | ClassBlock | PanelBlock,
    heightPx: number,
    products: readonly { readonly productId: string }[],
    promotions: ReadonlySet<string> = new Set(this.promotionsOf(products))
  ): void {
    const leaf = page.leaves[leafIndex]
    if (leaf === undefined) throw new Error('no such leaf')
    leaf.blocks.push({ key, topPx: leaf.usedPx, heightPx, block })
    leaf.usedPx += heightPx
    page.footerPx = this.feet.heightPxWith(page, promotions)
    for (const { productId } of products) page.productIds.add(productId)
    for (const id of promotions) page.promotionIds.add(id)
  }

  /** Whether a block fits below what a leaf has, also once the footer explains the offers it brings. */
  private fits(
    page: OpenPage,
    leafIndex: number,
    heightPx: number,
    promotions: ReadonlySet<string>,
    limitPx: number
  ): boolean {
    const footerPx = Math.max(page.reservedPx, this.feet.heightPxWith(page, promotions))
    const bodyPx = bodyPxOf(this.setting.geometry, page.headerPx, footerPx)
    if ((page.leaves[leafIndex]?.usedPx ?? 0) + heightPx > limitPx) return false
    return page.leaves.every((leaf, index) => leaf.usedPx + (index === leafIndex ? heightPx : 0) <= bodyPx)
  }

  private promotionsOf(products: readonly { readonly productId: string }[]): string[] {
    return products.flatMap(
      ({ productId }) => this.items.get(productId)?.tickets.map((ticket) => ticket.promotionId) ?? []
    )
  }

  private newPage(section: string, { explains, limitPx, reservedPx, whole }: Filling): OpenPage {
    const { geometry } = this.setting
    const { heading, headerPx, keyInFooter } = pageHeadOf(section, this.setting, whole)
    return {
      section,
      heading,
      headerPx,
      keyInFooter,
      leaves: Array.from({ length: geometry.leafCount }, () => ({ blocks: [], usedPx: 0 })),
      begun: [],
      promotionIds: new Set(),
      productIds: new Set(),
      explains,
      limitPx,
      reservedPx,
      footerPx: this.feet.leastHeightPx(explains, keyInFooter),
      flowLeaf: 0
    }
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
          last = { page: this.newPage(words.offers, { ...PLAIN_FILLING, explains: false }), blocks: [] }
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

function restOf({ panels, shelves, classes }: Omit<Section, 'heading'>): Rest {
  return { panels: [...panels], shelves: [...shelves], classes: [...classes] }
}

function isDone({ panels, shelves, classes }: Rest): boolean {
  return panels.length === 0 && shelves.length === 0 && classes.length === 0
}
