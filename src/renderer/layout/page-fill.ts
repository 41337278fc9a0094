import type { ViewItem } from '../../shared/board-view.ts'
import { classHeadOf, classPxOf } from './class-head.ts'
import type { LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type { Filling, OpenPage } from './open-page.ts'
import type { ClassBlock, JarLine, PanelBlock, PanelRow, ShelfBlock, ShelfRow } from './page.types.ts'
import type { PageFeet } from './page-feet.ts'
import { pageHeadOf } from './page-head.ts'
import { bodyPxOf } from './page-room.ts'
import { panelHeightPxOf, rowsSpread, type PanelDraft } from './panel.ts'
import type { ClassDraft, Section, ShelfDraft } from './sections.ts'

/** What of a section is not yet on a page. */
export interface Rest {
  readonly panels: PanelDraft[]
  readonly shelves: ShelfDraft[]
  readonly classes: ClassDraft[]
}

/** A page, and what of its section is not on it. */
export interface Filled<Page> {
  readonly page: Page
  readonly rest: Rest
}

export const PLAIN_FILLING: Filling = { explains: true, limitPx: Infinity, reservedPx: 0, whole: false }

/** Places shelves, panels and classes on a page, one below the other, while they have room. */
export class PageFill {
  private readonly items: ReadonlyMap<string, ViewItem>
  private readonly setting: LayoutSetting
  private readonly feet: PageFeet

  constructor(items: ReadonlyMap<string, ViewItem>, setting: LayoutSetting, feet: PageFeet) {
    this.items = items
    this.setting = setting
    this.feet = feet
  }

  newPage(section: string, { explains, limitPx, reservedPx, whole }: Filling): OpenPage {
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

  /** A page with as much of a section as it holds, and what is left of it; null where no product has room. */
  filled(section: Section, filling: Filling): Filled<OpenPage> | null {
    const rest = restOf(section)
    const page = this.newPage(section.heading, filling)
    while (rest.panels.length > 0 && this.flowPanel(page, rest.panels));
    for (const leaf of page.leaves.keys()) this.placeShelf(page, leaf, rest.shelves)
    // Further ones stand below, as many as stand there whole: a rail is never parted from its products for room.
    for (const leaf of page.leaves.keys()) while (this.placeShelf(page, leaf, rest.shelves, true));
    while (rest.classes.length > 0 && this.flow(page, rest.classes, null));
    return page.productIds.size > 0 ? { page, rest } : null
  }

  /** Promotions that the next product would bring to a page. */
  nextPromotionsOf({ panels, shelves, classes }: Rest): ReadonlySet<string> {
    const [panel] = panels
    const row = panel?.rows[0]
    if (panel !== undefined && row !== undefined) return new Set(panel.promotionIdsOf(row))
    const shelfRow = shelves[0]?.rows[0]
    if (shelfRow !== undefined) return new Set(this.promotionsOf([shelfRow]))
    return new Set(this.promotionsOf(classes[0]?.lines[0]?.jars ?? []))
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
  flow(page: OpenPage, classes: ClassDraft[], followed: string | null): boolean {
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
}

export function restOf({ panels, shelves, classes }: Omit<Section, 'heading'>): Rest {
  return { panels: [...panels], shelves: [...shelves], classes: [...classes] }
}

export function isDone({ panels, shelves, classes }: Rest): boolean {
  return panels.length === 0 && shelves.length === 0 && classes.length === 0
}
