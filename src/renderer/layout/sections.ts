import type { StrainType, ViewItem, ViewPanel } from '../../shared/board-view.ts'
import { jarLinesOf } from './jar-lines.ts'
import { jarOf, type JarChoice } from './jar.ts'
import { ladderOf, rungsKeyOf, type LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import type { JarLine, Ladder, ShelfRow } from './page.types.ts'
import { panelDraftOf, panelOf, type PanelDraft } from './panel.ts'
import { shelfRowOf } from './shelf-row.ts'
import { fitTextAnyway, type FittedText, type TextStyle } from './text-fit.ts'

/** A top-level classification, or the promotions, measured but not yet on pages. */
export interface Section {
  readonly heading: string
  readonly panels: readonly PanelDraft[]
  readonly shelves: readonly ShelfDraft[]
  readonly classes: readonly ClassDraft[]
}

export interface ShelfDraft {
  readonly key: string
  readonly name: FittedText
  /** Px of a line of its own for the name; 0 where it stands in the label column. */
  readonly namePx: number
  readonly mixes: boolean
  readonly ladder: Ladder
  /** Everything above the rows: the name's further lines included. */
  readonly headPx: number
  readonly rows: readonly ShelfRow[]
}

export interface ClassDraft {
  readonly key: string
  readonly title: string | null
  readonly titleStrain: StrainType | null
  readonly subtitle: string | null
  readonly lines: readonly JarLine[]
}

export interface SkippedItem {
  readonly productId: string
  readonly cause: unknown
}

const TITLE_STYLES: readonly [TextStyle, ...TextStyle[]] = ['title-100', 'title-90', 'title-80', 'title-70', 'title-62']

/** A title that fits the label column, beside its mark if it has one; in a narrow leaf it has the leaf. */
export function fitTitle(title: string, marked: boolean, { geometry, measure }: LayoutSetting): FittedText {
  const markPx = marked ? METRICS.mark * geometry.amPx : 0
  const widthPx = geometry.narrow ? geometry.leafPx : geometry.labelPx
  return fitTextAnyway(measure, title, TITLE_STYLES, widthPx - METRICS.cellInset * geometry.amPx - markPx)
}

/**
 * The promotions as panels where the view asks for them, and whatever stands beside none. Then the classes: sections in the
 * order their first product comes; in each, a rail for every two or more products that share a shelf and
 * all the words of their rungs, and everything else by the full classification. Sold out ones stand last. An item that
 * cannot be measured is left out and named, so that it takes nothing else with it.
 */
export function sectionsOf(
  items: readonly ViewItem[],
  setting: LayoutSetting
): { readonly sections: readonly Section[]; readonly skipped: readonly SkippedItem[] } {
  const skipped: SkippedItem[] = []
  const unique = uniqueOf(items)
  const { section, rest } = promotionsOf(unique, setting, skipped)
  const classed = [...groupBy(rest, headingKeyOf).values()].map((group): Section => {
    const first = group[0]
    const heading = first?.classification[0] ?? setting.words.unsorted
    const shared = [...groupBy(group, shelfKeyOf).entries()].filter(
      ([key, members]) => key !== '' && members.length > 1
    )
    const shelves: ShelfDraft[] = []
    const onShelves = new Set<string>()
    for (const [key, members] of shared) {
      const shelf = shelfDraftOf(key, members, setting, skipped)
      if (shelf === null) continue
      shelves.push(shelf)
      for (const member of members) onShelves.add(member.productId)
    }
    const singles = group.filter((item) => !onShelves.has(item.productId))
    const classes = [...groupBy(singles, classKeyOf).entries()].map(([key, members]) =>
      classDraftOf(key, members, heading, setting, skipped)
    )
    return { heading, panels: [], shelves, classes: classes.filter((draft) => draft.lines.length > 0) }
  })
  return { sections: section === null ? classed : [section, ...classed], skipped }
}

/** The panels of a view that has them, each with the products that stand beside it, and the products left. */
function promotionsOf(
  items: readonly ViewItem[],
  setting: LayoutSetting,
  skipped: SkippedItem[]
): { readonly section: Section | null; readonly rest: readonly ViewItem[] } {
  const { panels } = setting.head
  if (panels === null) return { section: null, rest: items }
  const byPanel = new Map<ViewPanel, ViewItem[]>(panels.map((panel) => [panel, []]))
  const rest: ViewItem[] = []
  for (const item of items) {
    const panel = panelOf(item, panels)
    const members = panel === null ? rest : byPanel.get(panel)
    members?.push(item)
  }
  const drafts = panels
    .map((panel) =>
      panelDraftOf(panel, inOrder(byPanel.get(panel) ?? [], setting), setting, (item, measureItem) =>
        measured(item, skipped, measureItem)
      )
    )
    .filter((draft) => draft.rows.length > 0)
  const section = { heading: setting.words.onPromotion, panels: drafts, shelves: [], classes: [] }
  return { section: drafts.length === 0 ? null : section, rest }
}

/** A shelf whose ladder alone would fill a page is no shelf: its products keep their own ladders. */
function shelfDraftOf(
  key: string,
  members: readonly ViewItem[],
  setting: LayoutSetting,
  skipped: SkippedItem[]
): ShelfDraft | null {
  const first = members[0]
  if (first === undefined || first.shelf === null) return null
  const { geometry } = setting
  const name = fitTitle(first.shelf.name, false, setting)
  const ladder = ladderOf(first.rungs, first.unit, setting)
  // The name stands on its ladder's first line: further lines of it push the quantities down.
  const namePx = geometry.narrow ? name.lines.length * METRICS.titleLine * geometry.amPx : 0
  const nameExtraPx = geometry.narrow ? namePx : (name.lines.length - 1) * METRICS.shelfNextName * geometry.amPx
  const headPx = nameExtraPx + ladder.heightPx + METRICS.rowsAbove * geometry.amPx
  if (ladder.rails.length === 0 || headPx > geometry.heightPx * 0.4) return null
  const rows = inOrder(members, setting).flatMap((item) => measured(item, skipped, () => shelfRowOf(item, setting)))
  return rows.length === 0 ? null : { key, name, namePx, mixes: first.unit === 'g', ladder, headPx, rows }
}

function classDraftOf(
  key: string,
  members: readonly ViewItem[],
  heading: string,
  setting: LayoutSetting,
  skipped: SkippedItem[]
): ClassDraft {
  const path = members[0]?.classification ?? []
  const title = path.length > 1 ? (path.at(-1) ?? null) : null
  const between = path.slice(1, -1).filter((part) => part !== heading)
  const titleStrain = title === null ? null : strainNamedBy(title, members)
  const jars = inOrder(members, setting).flatMap((item): JarChoice[] =>
    measured(item, skipped, () => jarOf(item, titleStrain !== null && item.strain === titleStrain, setting))
  )
  return {
    key,
    title,
    titleStrain,
    subtitle: between.length > 0 ? between.join(', ') : null,
    lines: jarLinesOf(jars, setting.geometry)
  }
}

/** "Indica" with indicas in it carries the mark for them; any other title leaves the marks to the names. */
function strainNamedBy(title: string, members: readonly ViewItem[]): StrainType | null {
  const word = title.normalize('NFC').toLowerCase()
  const strain = members.find((item) => item.strain !== null)?.strain ?? null
  if (strain === null) return null
  const stem = strain === 'hybrid' ? 'hybrid' : strain
  return word.startsWith(stem) ? strain : null
}

function measured<T>(item: ViewItem, skipped: SkippedItem[], measureItem: () => T): T[] {
  try {
    return [measureItem()]
  } catch (cause) {
    skipped.push({ productId: item.productId, cause })
    return []
  }
}

/** Sold-out products keep their place in grey or come last, as the screen is set. */
function inOrder(items: readonly ViewItem[], { head }: LayoutSetting): readonly ViewItem[] {
  if (head.screen.soldOut === 'grey') return items
  return [...items.filter((item) => !item.soldOut), ...items.filter((item) => item.soldOut)]
}

function uniqueOf(items: readonly ViewItem[]): ViewItem[] {
  return [...new Map(items.map((item) => [item.productId, item])).values()]
}

function headingKeyOf(item: ViewItem): string {
  return item.classification[0] ?? ''
}

function classKeyOf(item: ViewItem): string {
  return JSON.stringify(item.classification)
}

function shelfKeyOf(item: ViewItem): string {
  return item.shelf === null ? '' : JSON.stringify([item.shelf.shelfId, item.unit, rungsKeyOf(item.rungs)])
}

function groupBy(items: readonly ViewItem[], keyOf: (item: ViewItem) => string): Map<string, ViewItem[]> {
  const groups = new Map<string, ViewItem[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
