import type { ViewItem } from '../../shared/board-view.ts'
import { jarOf, type JarChoice } from './jar.ts'
import { Kept, measuredTogether } from './kept.ts'
import { rungsKeyOf, type DraftSetting } from './ladder.ts'
import type { ShelfRow } from './page.types.ts'
import type { PanelDraft } from './panel.ts'
import type { ClassDraft, Section, ShelfDraft, ShelfHead } from './sections.ts'
import { shelfRowOf } from './shelf-row.ts'

/** What measuring an item came to: one that throws takes nothing else with it. */
export type Drafted<T> = { readonly draft: T } | { readonly cause: unknown }

/** A way to measure items, and those already measured that way. */
interface Known<T> {
  readonly draftOf: (item: ViewItem) => T
  readonly drafts: WeakMap<ViewItem, Drafted<T>>
}

/**
 * Products as they were measured, for one setting. A patch leaves all but the changed ones the same objects
 * (`board-state.ts`), and the same object is measured once.
 */
export class DraftMemory {
  readonly setting: DraftSetting
  readonly shelfHeads = new Kept<ShelfHead | null>()
  readonly shelves = new Kept<ShelfDraft>()
  readonly classes = new Kept<ClassDraft | null>()
  readonly panels = new Kept<PanelDraft | null>()
  readonly sections = new Kept<Section>()
  private readonly rows: Known<ShelfRow>
  private readonly jars: Known<JarChoice>
  private readonly jarsUnderMark: Known<JarChoice>
  private readonly shelfKeys = new WeakMap<ViewItem, string>()
  private readonly classKeys = new WeakMap<ViewItem, string>()

  constructor(setting: DraftSetting) {
    this.setting = setting
    this.rows = { draftOf: (item) => shelfRowOf(item, setting), drafts: new WeakMap() }
    this.jars = { draftOf: (item) => jarOf(item, false, setting), drafts: new WeakMap() }
    this.jarsUnderMark = { draftOf: (item) => jarOf(item, true, setting), drafts: new WeakMap() }
  }

  /** Begins a board: what was made for the one before last is forgotten. */
  turn(): void {
    for (const kept of [this.shelfHeads, this.shelves, this.classes, this.panels, this.sections]) kept.turn()
  }

  /** A product under a rail. */
  rowOf(item: ViewItem): Drafted<ShelfRow> {
    return drafted(item, this.rows)
  }

  /** A product with a ladder of its own; `underMark`: the title of its class bears its mark. */
  jarOf(item: ViewItem, underMark: boolean): Drafted<JarChoice> {
    return drafted(item, underMark ? this.jarsUnderMark : this.jars)
  }

  /** Measures products at once, which is cheaper than one after the other; `besides` are tasks that ask for other texts. */
  measure(
    rows: readonly ViewItem[],
    jars: readonly { readonly item: ViewItem; readonly underMark: boolean }[],
    besides: readonly (() => unknown)[] = []
  ): void {
    const tasks = [
      ...rows.flatMap((item) => draftTaskOf(item, this.rows)),
      ...jars.flatMap(({ item, underMark }) => draftTaskOf(item, underMark ? this.jarsUnderMark : this.jars)),
      ...besides.map((ask) => () => {
        ask()
        return nothing
      })
    ]
    for (const keep of measuredTogether(this.setting.measure, tasks)) keep()
  }

  /** The same for products that may share a rail; empty for one that is on no shelf. */
  shelfKeyOf(item: ViewItem): string {
    if (item.shelf === null) return ''
    let key = this.shelfKeys.get(item)
    if (key === undefined) {
      key = JSON.stringify([item.shelf.shelfId, item.unit, rungsKeyOf(item.rungs)])
      this.shelfKeys.set(item, key)
    }
    return key
  }

  /** The same for products of one classification. */
  classKeyOf(item: ViewItem): string {
    let key = this.classKeys.get(item)
    if (key === undefined) {
      key = JSON.stringify(item.classification)
      this.classKeys.set(item, key)
    }
    return key
  }
}

function nothing(): void {}

/** Measures an item that is not known yet, and answers with what keeps it: a task itself changes nothing. */
function draftTaskOf<T>(item: ViewItem, known: Known<T>): (() => () => void)[] {
  if (known.drafts.has(item)) return []
  return [
    () => {
      const draft = attempted(item, known)
      return () => known.drafts.set(item, draft)
    }
  ]
}

function drafted<T>(item: ViewItem, known: Known<T>): Drafted<T> {
  let draft = known.drafts.get(item)
  if (draft === undefined) {
    draft = attempted(item, known)
    known.drafts.set(item, draft)
  }
  return draft
}

function attempted<T>(item: ViewItem, { draftOf }: Known<T>): Drafted<T> {
  try {
    return { draft: draftOf(item) }
  } catch (cause) {
    return { cause }
  }
}
