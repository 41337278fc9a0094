import type { OpenPage } from './open-page.ts'
import type { BoardPage, Footer } from './page.types.ts'
import type { ClassDraft, Section } from './sections.ts'

/** A page as it was filled. */
export interface FilledPage {
  readonly page: OpenPage
  /**
   * What of its section was not yet on a page when it was begun, where it has the last of it: its leaves are made equally
   * long. Null where there is nothing to balance, or where another section has come to stand on the page.
   */
  readonly lastOf: Section | null
}

/** What came of going on with a section below what a page had: the page with more on it, and what has no room there. */
export interface GoneOn {
  readonly page: OpenPage
  readonly rest: Section
}

/**
 * Sections as they were packed, as long as the footers have the same heights. A filled page is never written to again:
 * the same section on the same page before it makes the same pages.
 */
export class PressMemory {
  private packingKey = ''
  private wordsKey = ''
  fresh = new WeakMap<Section, readonly FilledPage[]>()
  goneOn = new WeakMap<OpenPage, { readonly section: Section; readonly result: GoneOn | null }>()
  private readonly rests = new WeakMap<Section, Map<number, Section>>()
  footers = new Map<string, Footer>()
  balanced = new WeakMap<OpenPage, OpenPage>()
  finished = new WeakMap<OpenPage, { readonly part: string; readonly page: BoardPage }>()

  /** Forgets what was made for other footers: `packing` tells their heights, `words` what they say. */
  serve(packing: string, words: string): void {
    if (packing !== this.packingKey) {
      this.fresh = new WeakMap()
      this.goneOn = new WeakMap()
      this.balanced = new WeakMap()
    }
    if (packing !== this.packingKey || words !== this.wordsKey) {
      this.footers = new Map()
      this.finished = new WeakMap()
    }
    this.packingKey = packing
    this.wordsKey = words
  }

  /** What is left of a section: the same object for as many lines of it. */
  restOf(section: Section, classes: readonly ClassDraft[]): Section {
    const left = classes.reduce((sum, draft) => sum + draft.lines.length, 0)
    const known = this.rests.get(section) ?? new Map<number, Section>()
    this.rests.set(section, known)
    const rest = known.get(left) ?? { heading: section.heading, shelves: [], classes }
    known.set(left, rest)
    return rest
  }
}
