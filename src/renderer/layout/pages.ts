import type { BoardView, StrainType, ViewItem } from '../../shared/board-view.ts'
import { wordsOf } from '../words/words.ts'
import { footerOf, legendEntryOf, legendOf } from './footer.ts'
import type { PageGeometry } from './geometry.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type {
  BoardPage,
  ClassBlock,
  Footer,
  JarLine,
  LegendBlock,
  PanelBlock,
  PanelRow,
  PlacedBlock,
  ShelfBlock,
  ShelfRow
} from './page.types.ts'
import { pageHeadOf } from './page-head.ts'
import { panelHeightPxOf, rowsSpread, type PanelDraft } from './panel.ts'
import { fitTitle, sectionsOf, type ClassDraft, type Section, type ShelfDraft, type SkippedItem } from './sections.ts'
import { fitTextAnyway, type FittedText, type MeasureText } from './text-fit.ts'

export interface BoardLayout {
  readonly pages: readonly BoardPage[]
  /** Items that could not be drawn, each with the cause: for the log, never for the screen. */
  readonly skipped: readonly SkippedItem[]
}

/** A page being filled: how much of each leaf is taken, and which offers its footer must explain. */
interface OpenPage {
  readonly section: string
  readonly heading: FittedText
  readonly headerPx: number
  readonly keyInFooter: boolean
  readonly leaves: { readonly blocks: PlacedBlock[]; usedPx: number }[]
  /** Sections that go on from this page, besides the one that leads it. */
  readonly begun: string[]
  readonly promotionIds: Set<string>
  readonly productIds: Set<string>
  /** False on a page that holds its products only without the words of their offers; the tickets stay. */
  readonly explains: boolean
  /** Least height of the leaves that classes may fill: lower than the body where leaves are balanced. */
  readonly limitPx: number
  footerPx: number
  /** The leaf into which classes flow now: they go down a leaf, then on, and never back. */
  flowLeaf: number
}

/** The last page of a section, and the same one with its leaves equally long. */
interface FilledPage {
  page: OpenPage
  /** Null where there is nothing to balance, or where another section has come to stand on the page. */
  balanced: (() => OpenPage) | null
}

/** What of a section is not on a page yet. */
interface Rest {
  readonly panels: PanelDraft[]
  readonly shelves: ShelfDraft[]
  readonly classes: ClassDraft[]
}

/** A section that begins below another one brings at least so much of a page, or waits for the next. */
const LEAST_BEGINNING = 0.16
const BALANCE_STEPS = 7

/**
 * Puts a board on pages of a screen (design, "Density", "Space and grid"). A section with shelves begins a page, and a
 * shelf opens each leaf while there are shelves; classes then flow down the first leaf, then the next. A section without
 * shelves follows on the page before if it fits there whole; one of several pages begins there, as does any on a leaf that
 * is empty. What does not fit makes a page; nothing shrinks. A split shelf repeats its ladder, a split class its title, a
 * split section its heading with its part ("2 of 3"). Offers that no footer had room for end the cycle.
 */
export function layOutBoard(view: BoardView, geometry: PageGeometry, measure: MeasureText): BoardLayout {
  const setting: LayoutSetting = {
    geometry,
    measure,
    words: wordsOf(view.head.language),
    head: view.head,
    strains: strainsOf(view.items)
  }
  const { sections, skipped } = sectionsOf(view.items, setting)
  const press = new Press(view.items, setting)
  for (const section of sections) press.add(section)
  return { pages: press.pages(), skipped: [...skipped, ...press.skipped] }
}

class Press {
  readonly skipped: SkippedItem[] = []
  private readonly filled: FilledPage[] = []
  private readonly setting: LayoutSetting
  private readonly items: ReadonlyMap<string, ViewItem>
  private readonly ticketed: ReadonlySet<string>

  constructor(items: readonly ViewItem[], setting: LayoutSetting) {
    this.setting = setting
    this.items = new Map(items.map((item) => [item.productId, item]))
    this.ticketed = new Set(items.flatMap((item) => item.tickets.map((ticket) => ticket.promotionId)))
  }

  add(section: Section): void {
    const last = this.filled.at(-1)
    const rest: Rest = { panels: [...section.panels], shelves: [...section.shelves], classes: [...section.classes] }
    const { panels, shelves, classes } = rest
    if (panels.length === 0 && shelves.length === 0 && last !== undefined && this.goOn(last.page, section, classes)) {
      last.balanced = null
      if (classes.length === 0) return
    }
    while (!isDone(rest)) {
      const filled = this.filledPage(section, rest)
      if (filled === null) this.leaveOut(rest)
      else this.filled.push(filled)
    }
  }

  /** A page with as much of a section as it holds, with the words of its offers if that can be; null if with none. */
  private filledPage(section: Section, rest: Rest): FilledPage | null {
    const before = copyOf(rest)
    for (const explains of [true, false]) {
      const page = this.fill(section, rest, explains, Infinity)
      if (page === null) continue
      return { page, balanced: isDone(rest) ? () => this.balance(section, before, page) : null }
    }
    return null
  }

  private fill(section: Section, rest: Rest, explains: boolean, limitPx: number): OpenPage | null {
    const { panels, shelves, classes } = rest
    const page = this.newPage(section.heading, explains, limitPx)
    while (panels.length > 0 && this.flowPanel(page, panels));
    for (const leaf of page.leaves.keys()) this.placeShelf(page, leaf, shelves)
    // Further ones stand below, as many as stand there whole: a rail is never parted from its products for room.
    for (const leaf of page.leaves.keys()) while (this.placeShelf(page, leaf, shelves, true));
    while (classes.length > 0 && this.flow(page, classes, null));
    return page.productIds.size > 0 ? page : null
  }

  /** The least height of leaves in which the same products stand on one page. */
  private balance(section: Section, before: Rest, page: OpenPage): OpenPage {
    let best = page
    let low = 0
    let high = Math.max(...page.leaves.map((leaf) => leaf.usedPx))
    for (let step = 0; step < BALANCE_STEPS; step += 1) {
      const limitPx = (low + high) / 2
      const rest = copyOf(before)
      const tried = this.fill(section, rest, page.explains, limitPx)
      if (tried !== null && isDone(rest)) {
        best = tried
        high = limitPx
      } else low = limitPx
    }
    return best
  }

  pages(): BoardPage[] {
    const counts = new Map<string, number>()
    const countOf = (section: string) => counts.get(section) ?? 0
    const numbered = this.filled.map(({ page, balanced }) => {
      for (const section of [page.section, ...page.begun]) counts.set(section, countOf(section) + 1)
      return { page: balanced?.() ?? page, index: countOf(page.section) }
    })
    const pages = numbered.map(({ page, index }) => {
      const count = countOf(page.section)
      return this.finish(page, count > 1 ? { index, count } : null)
    })
    return [...pages, ...this.offerPages(pages)]
  }

  /** Offers of tickets on the board that a footer left out, on pages at the end of the cycle. */
  private offerPages(pages: readonly BoardPage[]): BoardPage[] {
    const { geometry, head, words } = this.setting
    const leftOut = new Set(pages.flatMap((page) => page.footer.leftOut))
    const open: { page: OpenPage; blocks: LegendBlock['entries'][number][][] }[] = []
    for (const legend of head.legend.filter((each) => leftOut.has(each.promotionId))) {
      const entry = legendEntryOf(legend, 0, this.setting)
      const lines = Math.max(entry.lines.length, entry.shortLines.length)
      const heightPx = (METRICS.footerRow + (lines - 1) * METRICS.detailLine + METRICS.legendGap) * geometry.amPx
      let last = open.at(-1)
      for (;;) {
        if (last === undefined || last.page.flowLeaf >= last.page.leaves.length) {
          last = { page: this.newPage(words.offers, false, Infinity), blocks: [] }
          open.push(last)
        }
        const { page, blocks } = last
        const leaf = page.leaves[page.flowLeaf]
        if (leaf === undefined) continue
        const isFirst = leaf.usedPx === 0
        if (isFirst || leaf.usedPx + heightPx <= this.bodyPxOf(page.headerPx, page.footerPx)) {
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
    const footer = this.footerFor(page)
    const bodyPx = this.bodyPxOf(page.headerPx, footer.heightPx)
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

  /**
   * Puts a section below what a page has: whole, or as much as fits if it will not fit a page of its own or if a leaf is
   * empty. Says whether anything came onto the page.
   */
  private goOn(page: OpenPage, section: Section, classes: ClassDraft[]): boolean {
    const undo = snapshotOf(page)
    const before = { classes: [...classes], count: page.productIds.size, usedPx: usedPxOf(page) }
    while (classes.length > 0 && this.flow(page, classes, section.heading));
    if (classes.length === 0) return true
    undo()
    classes.splice(0, classes.length, ...before.classes)
    const empty = page.leaves.findIndex((leaf, index) => index >= page.flowLeaf && leaf.blocks.length === 0)
    const splits = !this.fitsOnePage(section)
    if (empty < 0 && !splits) return false
    if (!splits) page.flowLeaf = empty
    while (classes.length > 0 && this.flow(page, classes, section.heading));
    const least = LEAST_BEGINNING * this.bodyPxOf(page.headerPx, page.footerPx)
    if (page.productIds.size === before.count || usedPxOf(page) - before.usedPx < least) {
      undo()
      classes.splice(0, classes.length, ...before.classes)
      return false
    }
    page.begun.push(section.heading)
    return true
  }

  private fitsOnePage(section: Section): boolean {
    const rest: Rest = { panels: [], shelves: [], classes: [...section.classes] }
    this.fill(section, rest, true, Infinity)
    return isDone(rest)
  }

  private placeShelf(page: OpenPage, leaf: number, shelves: ShelfDraft[], below = false): boolean {
    const shelf = shelves[0]
    if (shelf === undefined) return false
    const gapPx = below ? METRICS.classAbove * this.setting.geometry.amPx : 0
    const rows: ShelfRow[] = []
    let heightPx = shelf.headPx
    for (const row of shelf.rows) {
      const promotions = this.promotionsOf([...rows, row].map((each) => each.productId))
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
    const productIds = rows.map(({ productId }) => productId)
    this.put(page, leaf, `${shelf.key} ${productIds[0]}`, block, heightPx, productIds)
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
      for (const row of draft.rows) {
        const tickets = new Set([...rows, row].flatMap((each) => draft.promotionIdsOf(each)))
        const neededPx = gapPx + panelHeightPxOf(draft, [...rows, row])
        if (!this.fits(page, page.flowLeaf, neededPx, tickets, page.limitPx)) break
        rows.push(row)
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
      const tickets = new Set(rows.flatMap((row) => draft.promotionIdsOf(row)))
      const heightPx = gapPx + panelHeightPxOf(draft, rows)
      const productIds = rows.flatMap((row) => row.productIds)
      this.put(page, page.flowLeaf, `${draft.key} ${productIds[0]}`, block, heightPx, productIds, tickets)
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
    const heightWith = (titlePx: number, linesPx: number) => (narrow ? titlePx + linesPx : Math.max(titlePx, linesPx))
    for (; page.flowLeaf < page.leaves.length; page.flowLeaf += 1) {
      const leaf = page.leaves[page.flowLeaf]
      if (leaf === undefined) continue
      const head = this.classHeadOf(draft, leaf.blocks.length > 0, followed)
      const lines: JarLine[] = []
      let linesPx = 0
      for (const line of draft.lines) {
        const gapPx = lines.length === 0 ? 0 : line.gapPx
        const neededPx = head.openPx + heightWith(head.titlePx, linesPx + gapPx + line.heightPx)
        const promotions = this.promotionsOf([...lines, line].flatMap((each) => each.jars.map((jar) => jar.productId)))
        if (!this.fits(page, page.flowLeaf, neededPx, promotions, page.limitPx)) break
        lines.push({ ...line, gapPx })
        linesPx += gapPx + line.heightPx
      }
      if (lines.length === 0) continue
      const productIds = lines.flatMap((line) => line.jars.map(({ productId }) => productId))
      const heightPx = head.openPx + heightWith(head.titlePx, linesPx)
      const titlePx = narrow ? head.titlePx : 0
      const block: ClassBlock = { kind: 'class', ...head, titlePx, titleStrain: draft.titleStrain, lines }
      this.put(page, page.flowLeaf, `${draft.key} ${productIds[0]}`, block, heightPx, productIds)
      const rest = draft.lines.slice(lines.length)
      classes.splice(0, 1, ...(rest.length > 0 ? [{ ...draft, lines: rest }] : []))
      return true
    }
    return false
  }

  /** A class that follows another section's page bears its section's name, its own below. */
  private classHeadOf(draft: ClassDraft, below: boolean, followed: string | null) {
    const { geometry, measure } = this.setting
    const am = geometry.amPx
    const title = followed ?? draft.title
    const under = followed === null ? draft.subtitle : draft.title
    const marked = draft.titleStrain !== null && followed === null
    const titleFit = title === null ? null : fitTitle(title, marked, this.setting)
    const widthPx = (geometry.narrow ? geometry.leafPx : geometry.labelPx) - METRICS.cellInset * am
    const subtitle = under === null || under === title ? null : fitTextAnyway(measure, under, ['detail'], widthPx)
    const titlePx =
      (titleFit === null ? 0 : titleFit.lines.length * METRICS.titleLine * am) +
      (subtitle === null ? 0 : subtitle.lines.length * METRICS.detailLine * am)
    const barAbovePx = below ? METRICS.classAbove * am : 0
    const openPx = barAbovePx + geometry.barPx + METRICS.classInset * am
    return { title: titleFit, subtitle, titlePx, barAbovePx, openPx }
  }

  private put(
    page: OpenPage,
    leafIndex: number,
    key: string,
    block: ShelfBlock | ClassBlock | PanelBlock,
    heightPx: number,
    productIds: readonly string[],
    promotions: ReadonlySet<string> = this.promotionsOf(productIds)
  ): void {
    const leaf = page.leaves[leafIndex]
    if (leaf === undefined) throw new Error('no such leaf')
    leaf.blocks.push({ key, topPx: leaf.usedPx, heightPx, block })
    leaf.usedPx += heightPx
    page.footerPx = this.footerPxWith(page, promotions)
    for (const productId of productIds) page.productIds.add(productId)
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
    const bodyPx = this.bodyPxOf(page.headerPx, this.footerPxWith(page, promotions))
    if ((page.leaves[leafIndex]?.usedPx ?? 0) + heightPx > limitPx) return false
    return page.leaves.every((leaf, index) => leaf.usedPx + (index === leafIndex ? heightPx : 0) <= bodyPx)
  }

  private footerPxWith(page: OpenPage, promotions: ReadonlySet<string>): number {
    if (!page.explains || [...promotions].every((id) => page.promotionIds.has(id))) return page.footerPx
    const legend = this.legendFor(new Set([...page.promotionIds, ...promotions]))
    return footerOf(legend, this.setting, page.keyInFooter).heightPx
  }

  /** On a page without room for the words of its offers, all of them are left out. */
  private footerFor(page: OpenPage): Footer {
    const legend = this.legendFor(page.promotionIds)
    if (page.explains) return footerOf(legend, this.setting, page.keyInFooter)
    const leftOut = page.productIds.size === 0 ? [] : legend.map((entry) => entry.promotionId)
    return { ...footerOf([], this.setting, page.keyInFooter), leftOut }
  }

  private legendFor(promotionIds: ReadonlySet<string>) {
    return legendOf(this.setting.head, promotionIds, this.ticketed)
  }

  private promotionsOf(productIds: readonly string[]): Set<string> {
    return new Set(productIds.flatMap((id) => this.items.get(id)?.tickets.map((ticket) => ticket.promotionId) ?? []))
  }

  private bodyPxOf(headerPx: number, footerPx: number): number {
    const { geometry } = this.setting
    return geometry.sheetPx - headerPx - footerPx - METRICS.bodyBelow * geometry.amPx
  }

  private newPage(section: string, explains: boolean, limitPx: number): OpenPage {
    const { geometry } = this.setting
    const { heading, headerPx, keyInFooter } = pageHeadOf(section, this.setting)
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
      footerPx: footerOf(explains ? this.legendFor(new Set()) : [], this.setting, keyInFooter).heightPx,
      flowLeaf: 0
    }
  }

  private leaveOut({ panels, shelves, classes }: Rest): void {
    const cause = new Error('taller than a page')
    const panel = panels[0]
    const shelf = shelves[0]
    const draft = classes[0]
    if (panel !== undefined) {
      for (const productId of panel.rows[0]?.productIds ?? []) this.skipped.push({ productId, cause })
      panels.splice(0, 1, ...(panel.rows.length > 1 ? [{ ...panel, rows: panel.rows.slice(1) }] : []))
    } else if (shelf !== undefined) {
      const row = shelf.rows[0]
      if (row !== undefined) this.skipped.push({ productId: row.productId, cause })
      shelves.splice(0, 1, ...(shelf.rows.length > 1 ? [{ ...shelf, rows: shelf.rows.slice(1) }] : []))
    } else if (draft !== undefined) {
      for (const jar of draft.lines[0]?.jars ?? []) this.skipped.push({ productId: jar.productId, cause })
      classes.splice(0, 1, ...(draft.lines.length > 1 ? [{ ...draft, lines: draft.lines.slice(1) }] : []))
    }
  }
}

/** Marks of products, in the key's order. */
function strainsOf(items: readonly ViewItem[]): readonly StrainType[] {
  const borne = new Set(items.map(({ strain }) => strain))
  return (['indica', 'sativa', 'hybrid', 'cbd'] as const).filter((strain) => borne.has(strain))
}

function isDone({ panels, shelves, classes }: Rest): boolean {
  return panels.length === 0 && shelves.length === 0 && classes.length === 0
}

function copyOf({ panels, shelves, classes }: Rest): Rest {
  return { panels: [...panels], shelves: [...shelves], classes: [...classes] }
}

function usedPxOf(page: OpenPage): number {
  return page.leaves.reduce((sum, leaf) => sum + leaf.usedPx, 0)
}

/** What takes a page back to where it is now. */
function snapshotOf(page: OpenPage): () => void {
  const { footerPx, flowLeaf } = page
  const leaves = page.leaves.map((leaf) => ({ blocks: leaf.blocks.length, usedPx: leaf.usedPx }))
  const promotionIds = [...page.promotionIds]
  const productIds = [...page.productIds]
  return () => {
    for (const [index, leaf] of page.leaves.entries()) {
      leaf.blocks.length = leaves[index]?.blocks ?? 0
      leaf.usedPx = leaves[index]?.usedPx ?? 0
    }
    replaceAll(page.promotionIds, promotionIds)
    replaceAll(page.productIds, productIds)
    page.footerPx = footerPx
    page.flowLeaf = flowLeaf
  }
}

function replaceAll(set: Set<string>, values: readonly string[]): void {
  set.clear()
  for (const value of values) set.add(value)
}
