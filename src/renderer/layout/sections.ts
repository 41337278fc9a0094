import type { StrainType, ViewItem, ViewPanel } from '../../shared/board-view.ts'
import { classHeadOf, classPxOf, fitTitle } from './class-head.ts'
import type { DraftMemory } from './draft-memory.ts'
import { footerOf, legendOf } from './footer.ts'
import { jarLinesOf } from './jar-lines.ts'
import { choicesIn } from './jar-parts.ts'
import type { JarChoice } from './jar.ts'
import { ladderOf, type LayoutSetting } from './ladder.ts'
import { METRICS } from './metrics.ts'
import { keyPxOf, pageHeadOf } from './page-head.ts'
import { mostBodyPxOf } from './page-room.ts'
import type { JarLine, Ladder, ShelfRow, SkippedItem } from './page.types.ts'
import { panelDraftOf, panelOf, type PanelDraft } from './panel.ts'
import type { FittedText } from './text-fit.ts'

/** A top-level classification, or the promotions, measured but not yet on pages. */
export interface Section {
  readonly heading: string
  readonly panels: readonly PanelDraft[]
  readonly shelves: readonly ShelfDraft[]
  readonly classes: readonly ClassDraft[]
}

export interface ShelfHead {
  readonly name: FittedText
  /** Px of a line of its own for the name; 0 where it stands in the label column. */
  readonly namePx: number
  readonly mixes: boolean
  readonly ladder: Ladder
  /** Everything above the rows: the name's further lines included. */
  readonly headPx: number
}

export interface ShelfDraft extends ShelfHead {
  readonly key: string
  readonly rows: readonly ShelfRow[]
}

export interface ClassDraft {
  readonly key: string
  readonly title: string | null
  readonly titleStrain: StrainType | null
  readonly subtitle: string | null
  readonly lines: readonly JarLine[]
}

/** A top-level classification before it is measured. */
interface Group {
  readonly key: string
  readonly heading: string
  /** The most that a page of it holds, in px. */
  readonly roomPx: number
  readonly members: readonly ViewItem[]
  /** Two or more products that may hang from one rail. */
  readonly shared: readonly (readonly [key: string, members: readonly ViewItem[]])[]
}

/** Singles of one classification. */
interface ClassPlan {
  readonly key: string
  readonly title: string | null
  readonly titleStrain: StrainType | null
  readonly subtitle: string | null
  readonly members: readonly ViewItem[]
}

/**
 * The promotions as panels where the view asks for them, then the classes: sections in the order their first product comes; in each, a rail for every two or more products that share a shelf and
 * all the words of their rungs, and everything else by the full classification. Sold out ones stand last. An item that
 * cannot be measured is left out and named, so that it takes nothing else with it. What is taller than a page of its
 * section is parted. Null where not even a line of a product has room on a page.
 */
export function sectionsOf(
  items: readonly ViewItem[],
  setting: LayoutSetting,
  memory: DraftMemory
): { readonly sections: readonly Section[]; readonly skipped: readonly SkippedItem[] } | null {
  memory.turn()
  const { measure } = setting
  const promotions = promotionsOf(uniqueOf(items), setting, memory)
  if (promotions === null) return null
  const gathered = [...groupBy(promotions.rest, headingKeyOf)].map(([key, members]) => {
    const onShelves = groupBy(members, (item) => memory.shelfKeyOf(item))
    const shared = [...onShelves]
      .filter(([shelfKey, each]) => shelfKey !== '' && each.length > 1)
      .map(([shelfKey, each]) => [`${shelfKey} ${key}`, each] as const)
    return { key, heading: members[0]?.classification[0] ?? setting.words.unsorted, members, shared }
  })
  measureAhead(gathered, setting, memory)
  const groups = gathered.map((group): Group => ({ ...group, roomPx: mostBodyPxOf(group.heading, setting) }))
  const shelved = shelvesOf(groups, setting, memory)
  const planned = shelved.map(({ group, shelves, singles }) => ({
    key: group.key,
    heading: group.heading,
    roomPx: group.roomPx,
    shelves,
    plans: classPlansOf(singles, group.heading, setting, memory)
  }))
  memory.measure([], jarsOf(planned.flatMap(({ plans }) => plans)))
  const drafts = memory.classes.allOf(
    planned.flatMap(({ plans, roomPx }) =>
      plans.map((plan) => {
        const choices = plan.members.map((item) => memory.jarOf(item, isUnderMark(item, plan)))
        const parts = [roomPx, plan.title, plan.titleStrain, plan.subtitle, ...choices]
        return { key: plan.key, parts, make: () => classDraftOf(plan, roomPx, setting, memory) }
      })
    ),
    measure
  )
  if (drafts.includes(null)) return null
  const draftOf = new Map(drafts.map((draft) => [draft?.key, draft]))
  const sections: Section[] = [...promotions.sections]
  for (const { key, heading, shelves, plans } of planned) {
    const classes = plans.flatMap((plan) => draftOf.get(plan.key) ?? []).filter((draft) => draft.lines.length > 0)
    const parts = [...shelves, ...classes]
    sections.push(memory.sections.one({ key, parts, make: () => ({ heading, panels: [], shelves, classes }) }, measure))
  }
  return { sections, skipped: [...promotions.skipped, ...skippedOf(planned, memory)] }
}

/**
 * The panels of a view that has them, each with the products that stand beside it, and the products left. Null where a
 * product has no room beside its panel.
 */
function promotionsOf(items: readonly ViewItem[], setting: LayoutSetting, memory: DraftMemory) {
  const { panels } = setting.head
  if (panels === null) return { sections: [], rest: items, skipped: [] }
  const byPanel = new Map<ViewPanel, ViewItem[]>(panels.map((panel) => [panel, []]))
  const rest: ViewItem[] = []
  for (const item of items) {
    const panel = panelOf(item, panels)
    const members = panel === null ? rest : byPanel.get(panel)
    members?.push(item)
  }
  const heading = setting.words.onPromotion
  const roomPx = mostBodyPxOf(heading, setting)
  const wanted = [...byPanel].map(([panel, members]) => {
    const inTheirOrder = inOrder(members, setting)
    return {
      key: `${panel.promotionId}`,
      parts: [roomPx, panel.headline, panel.note, ...inTheirOrder],
      make: () => panelDraftOf(panel, inTheirOrder, roomPx, setting)
    }
  })
  const drafts = memory.panels.allOf(wanted, setting.measure)
  if (drafts.includes(null)) return null
  const known = drafts.filter((draft) => draft !== null)
  const shown = known.filter((draft) => draft.rows.length > 0)
  const make = (): Section => ({ heading, panels: shown, shelves: [], classes: [] })
  const sections =
    shown.length === 0 ? [] : [memory.sections.one({ key: 'promotions', parts: shown, make }, setting.measure)]
  return { sections, rest, skipped: known.flatMap(({ skipped }) => skipped) }
}

/** Measures at once what the next steps ask for one after the other, taking every shelf for one that has room. */
function measureAhead(groups: readonly Omit<Group, 'roomPx'>[], setting: LayoutSetting, memory: DraftMemory): void {
  const { head } = setting
  const promotionIds = new Set(head.legend.map((entry) => entry.promotionId))
  const around = groups.flatMap(({ heading, shared }) => [
    () => pageHeadOf(heading, setting),
    () => classHeadOf(heading, null, false, false, setting),
    ...shared.flatMap(([, [first]]) =>
      first === undefined ? [] : [() => shelfHeadOf(first.shelf?.name ?? '', first, setting)]
    )
  ])
  const foot = () => footerOf(legendOf(head, promotionIds, promotionIds), setting, true)
  const onShelves = groups.flatMap(({ shared }) => shared.flatMap(([, each]) => each))
  const shelved = new Set(onShelves)
  const plans = groups.flatMap(({ heading, members }) =>
    classPlansOf(
      members.filter((item) => !shelved.has(item)),
      heading,
      setting,
      memory
    )
  )
  memory.measure(onShelves, jarsOf(plans), [...around, foot, () => keyPxOf(setting)])
}

function jarsOf(plans: readonly ClassPlan[]): { readonly item: ViewItem; readonly underMark: boolean }[] {
  return plans.flatMap((plan) => plan.members.map((item) => ({ item, underMark: isUnderMark(item, plan) })))
}

/**
 * The shelves of every group, and the products that stand on none. A shelf whose ladder alone would fill a page is no
 * shelf, and a product too tall to stand under it stands alone: they keep their own ladders, which can be parted.
 */
function shelvesOf(groups: readonly Group[], setting: LayoutSetting, memory: DraftMemory) {
  const wanted = groups.flatMap(({ shared }) =>
    shared.flatMap(([key, [first]]) => {
      const name = first?.shelf?.name
      return first === undefined || name === undefined
        ? []
        : [{ key, parts: [name], make: () => shelfHeadOf(name, first, setting) }]
    })
  )
  const found = memory.shelfHeads.allOf(wanted, setting.measure)
  const heads = new Map(wanted.map(({ key }, at) => [key, found[at] ?? null]))
  return groups.map((group) => {
    const onShelves = new Set<ViewItem>()
    const shelves = group.shared.flatMap(([key, members]): ShelfDraft[] => {
      const head = heads.get(key) ?? null
      if (head === null) return []
      const standing = inOrder(members, setting).flatMap((item) => {
        const row = memory.rowOf(item)
        return 'draft' in row && head.headPx + row.draft.heightPx <= group.roomPx ? [{ item, row: row.draft }] : []
      })
      if (standing.length < 2) return []
      for (const { item } of standing) onShelves.add(item)
      const rows = standing.map(({ row }) => row)
      const make = () => ({ ...head, key, rows })
      return [memory.shelves.one({ key, parts: [head, ...rows], make }, setting.measure)]
    })
    return { group, shelves, singles: group.members.filter((item) => !onShelves.has(item)) }
  })
}

/** Null where a ladder is too high or too wide for a rail. */
function shelfHeadOf(shelfName: string, { rungs, unit }: ViewItem, setting: LayoutSetting): ShelfHead | null {
  const { geometry } = setting
  const name = fitTitle(shelfName, false, setting)
  const ladder = ladderOf(rungs, unit, setting)
  if (ladder === null) return null
  // The name stands on its ladder's first line: further lines of it push the quantities down.
  const namePx = geometry.narrow ? name.lines.length * METRICS.titleLine * geometry.amPx : 0
  const nameExtraPx = geometry.narrow ? namePx : (name.lines.length - 1) * METRICS.shelfNextName * geometry.amPx
  const headPx = nameExtraPx + ladder.heightPx + METRICS.rowsAbove * geometry.amPx
  if (headPx > geometry.heightPx * 0.4) return null
  const mixes = unit === 'g' && rungs.every((rung) => rung.mixes)
  return { name, namePx, mixes, ladder, headPx }
}

function classPlansOf(
  singles: readonly ViewItem[],
  heading: string,
  setting: LayoutSetting,
  memory: DraftMemory
): ClassPlan[] {
  return [...groupBy(singles, (item) => memory.classKeyOf(item))].map(([key, members]) =>
    classPlanOf(key, members, heading, setting)
  )
}

function classPlanOf(key: string, members: readonly ViewItem[], heading: string, setting: LayoutSetting): ClassPlan {
  const path = members[0]?.classification ?? []
  const title = path.length > 1 ? (path.at(-1) ?? null) : null
  const between = path.slice(1, -1).filter((part) => part !== heading)
  return {
    key,
    title,
    titleStrain: title === null ? null : strainNamedBy(title, members),
    subtitle: between.length > 0 ? between.join(', ') : null,
    members: inOrder(members, setting)
  }
}

function isUnderMark(item: ViewItem, { titleStrain }: ClassPlan): boolean {
  return titleStrain !== null && item.strain === titleStrain
}

/** Null where a line of a product has no room on a page, or is wider than a leaf. */
function classDraftOf(plan: ClassPlan, pagePx: number, setting: LayoutSetting, memory: DraftMemory): ClassDraft | null {
  const { key, title, titleStrain, subtitle } = plan
  const { narrow } = setting.geometry
  const head = classHeadOf(title, subtitle, titleStrain !== null, false, setting)
  if (classPxOf(head, 0, narrow) > pagePx) return null
  const roomPx = pagePx - head.openPx - (narrow ? head.titlePx : 0)
  const choices: JarChoice[] = []
  for (const item of plan.members) {
    const jar = memory.jarOf(item, isUnderMark(item, plan))
    if (!('draft' in jar)) continue
    const fitting = choicesIn(roomPx, item, jar.draft, isUnderMark(item, plan), setting)
    if (fitting === null) return null
    choices.push(...fitting)
  }
  return { key, title, titleStrain, subtitle, lines: jarLinesOf(choices, setting.geometry) }
}

function skippedOf(planned: readonly { readonly plans: readonly ClassPlan[] }[], memory: DraftMemory): SkippedItem[] {
  return planned.flatMap(({ plans }) =>
    plans.flatMap((plan) =>
      plan.members.flatMap((item) => {
        const jar = memory.jarOf(item, isUnderMark(item, plan))
        return 'cause' in jar ? [{ productId: item.productId, cause: jar.cause }] : []
      })
    )
  )
}

/** "Indica" with indicas in it carries the mark for them; any other title leaves the marks to the names. */
function strainNamedBy(title: string, members: readonly ViewItem[]): StrainType | null {
  const word = title.normalize('NFC').toLowerCase()
  const strain = members.find((item) => item.strain !== null)?.strain ?? null
  return strain !== null && word.startsWith(strain) ? strain : null
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
