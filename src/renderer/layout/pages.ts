import type { BoardView, StrainType, ViewItem } from '../../shared/board-view.ts'
import { wordsOf } from '../words/words.ts'
import { footerOf, legendOf } from './footer.ts'
import type { PageGeometry } from './geometry.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type { BoardPage, ClassBlock, JarLine, PlacedBlock, ShelfBlock, ShelfRow } from './page.types.ts'
import { pageHeadOf } from './page-head.ts'
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
  readonly leaves: { readonly blocks: PlacedBlock[]; usedPx: number }[]
  /** Sections that go on from this page, besides the one that leads it. */
  readonly begun: string[]
  readonly promotionIds: Set<string>
  readonly productIds: Set<string>
  /** False on a page that holds its products only without the words of their offers; the tickets stay. */
  readonly explains: boolean
  footerPx: number
  /** The leaf into which classes flow now: they go down a leaf, then on, and never back. */
  flowLeaf: number
}

/**
 * Puts a board on pages of a screen (design, "Density", "Space and grid"). A section with shelves begins a page, and a
 * shelf opens each leaf while there are shelves; classes then flow down the first leaf, then the next. A section without
 * shelves follows on the page before if it fits there whole, or begins on a leaf that is empty there. What does not fit
 * makes a page; nothing shrinks. A split shelf repeats its ladder, a split class its title, a split section its heading
 * with its part ("2 of 3").
 */
export function layOutBoard(view: BoardView, geometry: PageGeometry, measure: MeasureText): BoardLayout {
  const setting: LayoutSetting = { geometry, measure, words: wordsOf(view.head.language), head: view.head }
  const { sections, skipped } = sectionsOf(view.items, setting)
  const press = new Press(view.items, setting)
  for (const section of sections) press.add(section)
  return { pages: press.pages(), skipped: [...skipped, ...press.skipped] }
}

class Press {
  readonly skipped: SkippedItem[] = []
  private readonly open: OpenPage[] = []
  private readonly setting: LayoutSetting
  private readonly items: ReadonlyMap<string, ViewItem>
  private readonly ticketed: ReadonlySet<string>

  constructor(items: readonly ViewItem[], setting: LayoutSetting) {
    this.setting = setting
    this.items = new Map(items.map((item) => [item.productId, item]))
    this.ticketed = new Set(items.flatMap((item) => item.tickets.map((ticket) => ticket.promotionId)))
  }

  add(section: Section): void {
    const last = this.open.at(-1)
    if (section.shelves.length === 0 && last !== undefined && this.follow(last, section)) return
    const shelves = [...section.shelves]
    const classes = [...section.classes]
    if (shelves.length === 0 && last !== undefined) this.begin(last, section.heading, classes)
    while (shelves.length > 0 || classes.length > 0) {
      const page = this.filledPage(section, shelves, classes, true) ?? this.filledPage(section, shelves, classes, false)
      if (page === null) this.leaveOut(shelves, classes)
      else this.open.push(page)
    }
  }

  /** A page with as much of a section as it holds; null where it holds nothing of it. */
  private filledPage(
    section: Section,
    shelves: ShelfDraft[],
    classes: ClassDraft[],
    explains: boolean
  ): OpenPage | null {
    const page = this.newPage(section.heading, explains)
    for (const leaf of page.leaves.keys()) this.placeShelf(page, leaf, shelves)
    while (classes.length > 0 && this.flow(page, classes, null));
    return page.productIds.size > 0 ? page : null
  }

  pages(): BoardPage[] {
    const counts = new Map<string, number>()
    const countOf = (section: string) => counts.get(section) ?? 0
    const numbered = this.open.map((page) => {
      for (const section of [page.section, ...page.begun]) counts.set(section, countOf(section) + 1)
      return { page, index: countOf(page.section) }
    })
    return numbered.map(({ page, index }) => {
      const count = countOf(page.section)
      return this.finish(page, count > 1 ? { index, count } : null)
    })
  }

  private finish(page: OpenPage, part: BoardPage['part']): BoardPage {
    const footer = footerOf(page.explains ? this.legendFor(page.promotionIds) : [], this.setting)
    const strains = new Set([...page.productIds].map((id) => this.items.get(id)?.strain ?? null))
    const order: readonly StrainType[] = ['indica', 'sativa', 'hybrid', 'cbd']
    return {
      heading: page.heading,
      part,
      strains: order.filter((strain) => strains.has(strain)),
      leaves: page.leaves.map((leaf) => ({ blocks: leaf.blocks })),
      headerPx: page.headerPx,
      bodyPx: this.bodyPxOf(page.headerPx, footer.heightPx),
      footer,
      productIds: [...page.productIds]
    }
  }

  /** Adds a whole section below what the page has, or nothing. */
  private follow(page: OpenPage, section: Section): boolean {
    const kept = {
      leaves: page.leaves.map((leaf) => ({ blocks: leaf.blocks.length, usedPx: leaf.usedPx })),
      promotionIds: [...page.promotionIds],
      productIds: [...page.productIds],
      footerPx: page.footerPx,
      flowLeaf: page.flowLeaf
    }
    const classes = [...section.classes]
    while (classes.length > 0 && this.flow(page, classes, section.heading));
    if (classes.length === 0) return true
    for (const [index, leaf] of page.leaves.entries()) {
      leaf.blocks.length = kept.leaves[index]?.blocks ?? 0
      leaf.usedPx = kept.leaves[index]?.usedPx ?? 0
    }
    replaceAll(page.promotionIds, kept.promotionIds)
    replaceAll(page.productIds, kept.productIds)
    page.footerPx = kept.footerPx
    page.flowLeaf = kept.flowLeaf
    return false
  }

  /** Puts as much of a section as fits on the leaves that a page has left empty. */
  private begin(page: OpenPage, heading: string, classes: ClassDraft[]): void {
    const empty = page.leaves.findIndex((leaf, index) => index >= page.flowLeaf && leaf.blocks.length === 0)
    if (empty < 0) return
    const before = page.productIds.size
    page.flowLeaf = empty
    while (classes.length > 0 && this.flow(page, classes, heading));
    if (page.productIds.size > before) page.begun.push(heading)
  }

  private placeShelf(page: OpenPage, leaf: number, shelves: ShelfDraft[]): void {
    const shelf = shelves[0]
    if (shelf === undefined) return
    const rows: ShelfRow[] = []
    let heightPx = shelf.headPx
    for (const row of shelf.rows) {
      const promotions = this.promotionsOf([...rows, row].map((each) => each.productId))
      if (!this.fits(page, leaf, heightPx + row.heightPx, promotions)) break
      rows.push(row)
      heightPx += row.heightPx
    }
    if (rows.length === 0) return
    const block: ShelfBlock = {
      kind: 'shelf',
      name: shelf.name,
      mixes: shelf.mixes,
      ladder: shelf.ladder,
      rows
    }
    this.put(page, leaf, `${shelf.key} ${rows[0]?.productId}`, block, heightPx, rows)
    const rest = shelf.rows.slice(rows.length)
    shelves.splice(0, 1, ...(rest.length > 0 ? [{ ...shelf, rows: rest }] : []))
  }

  /** Places as many lines of the first class as the flow's leaf holds; false once nothing more goes on this page. */
  private flow(page: OpenPage, classes: ClassDraft[], followed: string | null): boolean {
    const draft = classes[0]
    if (draft === undefined) return false
    for (; page.flowLeaf < page.leaves.length; page.flowLeaf += 1) {
      const leaf = page.leaves[page.flowLeaf]
      if (leaf === undefined) continue
      const head = this.classHeadOf(draft, leaf.blocks.length > 0, followed)
      const lines: JarLine[] = []
      let linesPx = 0
      for (const line of draft.lines) {
        const gapPx = lines.length === 0 ? 0 : line.gapPx
        const neededPx = head.openPx + Math.max(head.titlePx, linesPx + gapPx + line.heightPx)
        const promotions = this.promotionsOf([...lines, line].flatMap((each) => each.jars.map((jar) => jar.productId)))
        if (!this.fits(page, page.flowLeaf, neededPx, promotions)) break
        lines.push({ ...line, gapPx })
        linesPx += gapPx + line.heightPx
      }
      if (lines.length === 0) continue
      const jars = lines.flatMap((line) => line.jars)
      const heightPx = head.openPx + Math.max(head.titlePx, linesPx)
      const { titlePx: _, ...parts } = head
      const block: ClassBlock = { kind: 'class', ...parts, titleStrain: draft.titleStrain, lines }
      this.put(page, page.flowLeaf, `${draft.key} ${jars[0]?.productId}`, block, heightPx, jars)
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
    const widthPx = geometry.labelPx - METRICS.cellInset * am
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
    block: ShelfBlock | ClassBlock,
    heightPx: number,
    products: readonly { readonly productId: string }[]
  ): void {
    const leaf = page.leaves[leafIndex]
    if (leaf === undefined) throw new Error('no such leaf')
    leaf.blocks.push({ key, topPx: leaf.usedPx, heightPx, block })
    leaf.usedPx += heightPx
    const promotions = this.promotionsOf(products.map((each) => each.productId))
    page.footerPx = this.footerPxWith(page, promotions)
    for (const { productId } of products) page.productIds.add(productId)
    for (const id of promotions) page.promotionIds.add(id)
  }

  /** Whether a block fits below what a leaf has, also once the footer explains the offers it brings. */
  private fits(page: OpenPage, leafIndex: number, heightPx: number, promotions: ReadonlySet<string>): boolean {
    const bodyPx = this.bodyPxOf(page.headerPx, this.footerPxWith(page, promotions))
    return page.leaves.every((leaf, index) => leaf.usedPx + (index === leafIndex ? heightPx : 0) <= bodyPx)
  }

  private footerPxWith(page: OpenPage, promotions: ReadonlySet<string>): number {
    if (!page.explains || [...promotions].every((id) => page.promotionIds.has(id))) return page.footerPx
    return footerOf(this.legendFor(new Set([...page.promotionIds, ...promotions])), this.setting).heightPx
  }

  private legendFor(promotionIds: ReadonlySet<string>) {
    return legendOf(this.setting.head, promotionIds, this.ticketed)
  }

  private promotionsOf(productIds: readonly string[]): Set<string> {
    return new Set(productIds.flatMap((id) => this.items.get(id)?.tickets.map((ticket) => ticket.promotionId) ?? []))
  }

  private bodyPxOf(headerPx: number, footerPx: number): number {
    const { geometry } = this.setting
    return geometry.heightPx - 2 * geometry.safeYPx - headerPx - footerPx - METRICS.bodyBelow * geometry.amPx
  }

  private newPage(section: string, explains: boolean): OpenPage {
    const { geometry } = this.setting
    const { heading, headerPx } = pageHeadOf(section, this.setting)
    return {
      section,
      heading,
      headerPx,
      leaves: Array.from({ length: geometry.leafCount }, () => ({ blocks: [], usedPx: 0 })),
      begun: [],
      promotionIds: new Set(),
      productIds: new Set(),
      explains,
      footerPx: footerOf(explains ? this.legendFor(new Set()) : [], this.setting).heightPx,
      flowLeaf: 0
    }
  }

  private leaveOut(shelves: ShelfDraft[], classes: ClassDraft[]): void {
    const cause = new Error('taller than a page')
    const shelf = shelves[0]
    const draft = classes[0]
    if (shelf !== undefined) {
      const row = shelf.rows[0]
      if (row !== undefined) this.skipped.push({ productId: row.productId, cause })
      shelves.splice(0, 1, ...(shelf.rows.length > 1 ? [{ ...shelf, rows: shelf.rows.slice(1) }] : []))
    } else if (draft !== undefined) {
      for (const jar of draft.lines[0]?.jars ?? []) this.skipped.push({ productId: jar.productId, cause })
      classes.splice(0, 1, ...(draft.lines.length > 1 ? [{ ...draft, lines: draft.lines.slice(1) }] : []))
    }
  }
}

function replaceAll(set: Set<string>, values: readonly string[]): void {
  set.clear()
  for (const value of values) set.add(value)
}
