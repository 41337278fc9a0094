import type { BoardView } from '../../shared/board-view.ts'
import { wordsOf } from '../words/words.ts'
import { DraftMemory } from './draft-memory.ts'
import type { PageGeometry } from './geometry.ts'
import type { DraftSetting, LayoutSetting } from './ladder.ts'
import type { BoardPage, SkippedItem } from './page.types.ts'
import { PressMemory } from './press-memory.ts'
import { Press } from './press.ts'
import { sectionsOf } from './sections.ts'
import { strainsOf } from './strains.ts'
import type { MeasureText } from './text-fit.ts'

export interface BoardLayout {
  readonly pages: readonly BoardPage[]
  /** Items that could not be drawn, each with the cause: for the log, never for the screen. */
  readonly skipped: readonly SkippedItem[]
}

/**
 * Puts a board on pages of a screen (design, "Density", "Space and grid"). A section with shelves begins a page, and a
 * shelf opens each leaf while there are shelves; classes then flow down the first leaf, then the next. A section without
 * shelves follows on the page before if it fits there whole; one of several pages begins there, as does any on a leaf that
 * is empty. What does not fit makes a page; nothing shrinks. A split shelf repeats its ladder, a split class its title, a
 * split section its heading with its part ("2 of 3"), a product taller than a page its name. Offers that no footer had room
 * for end the cycle. For a screen whose letters leave room for a line of a product (`fittedBoardOf`).
 */
export function layOutBoard(view: BoardView, geometry: PageGeometry, measure: MeasureText): BoardLayout {
  const layout = boardLayouterOf(geometry, measure)(view)
  if (layout === null) throw new Error('the letters leave no room for a line of a product')
  return layout
}

/**
 * Lays out one board after another on the same screen, with the same pages as `layOutBoard`. Products and sections that stay
 * the same objects are measured and packed once, and pages on which nothing changed stay the same objects. Null where the letters leave no room for a line of a
 * product: the caller takes smaller ones and says so.
 */
export function boardLayouterOf(geometry: PageGeometry, measure: MeasureText): (view: BoardView) => BoardLayout | null {
  let known: { readonly key: string; readonly drafts: DraftMemory; readonly press: PressMemory } | null = null
  return ({ head, items }) => {
    const words = wordsOf(head.language)
    const setting: LayoutSetting = { geometry, measure, words, head, strains: strainsOf(items) }
    const key = draftKeyOf(head.language, setting)
    if (known?.key !== key) known = { key, drafts: new DraftMemory(setting), press: new PressMemory() }
    const drafted = sectionsOf(items, setting, known.drafts)
    if (drafted === null) return null
    const press = new Press(items, setting, known.press)
    for (const section of drafted.sections) press.add(section)
    const pages = press.pages()
    return pages === null ? null : { pages, skipped: drafted.skipped }
  }
}

/** Every word and setting that a product's own lines depend on, and nothing that a patch changes each time. */
function draftKeyOf(language: string, { head }: DraftSetting): string {
  const { taxPricing, heldLine, railLabel, screen } = head
  const { priceStyle, soldOut, groupName, rowLabels } = screen
  return JSON.stringify([language, taxPricing, heldLine, railLabel, priceStyle, soldOut, groupName, rowLabels])
}
