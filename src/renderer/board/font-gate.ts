import type { BoardView, BoardViewPatch } from '../../shared/board-view.ts'

/** The board's own font, and what stands in for the letters it lacks (theme/fallback-fonts.css). */
const BOARD_FONTS = "620 20px Archivo, 'Beyond Archivo', 'Keycaps'"
/** A board's own words need the first file of Latin, whatever the products are called. */
const EVERY_BOARD = 'Aa'
/**
 * Characters of a name that act on what is drawn: one that asks for the coloured emoji, which only the system's font has, and
 * those that turn the direction of what follows. Isolates are the host's own (domain/display/isolated-name.ts).
 */
const ACTING = /[\ufe0f\u202a-\u202e\u2066\u2067]/g
const LONGEST_WAIT_MS = 3000

/** Asks for the font that every board needs before there is one; where it does not come the gate will find that out. */
export function askForBoardFont(fonts: FontFaceSet): void {
  fonts.load(BOARD_FONTS, EVERY_BOARD).catch(() => undefined)
}

/** Holds a push back until the fonts of its letters are there to be measured. */
export interface FontGate {
  /**
   * Calls `letThrough` at once where nothing is to be loaded; else when it is, and in the order of the pushes. Its texts hold
   * nothing that colours an emoji or turns a line around.
   */
  readonly pass: <Push extends BoardView | BoardViewPatch>(push: Push, letThrough: (push: Push) => void) => void
  readonly end: () => void
}

interface Held {
  isReady: boolean
  readonly timer: ReturnType<typeof setTimeout>
  readonly letThrough: () => void
}

/**
 * A text measured in another font than it is drawn in would not stand where the layout put it. A push whose letters have
 * been seen before goes straight through; one with a new script waits for its font, three seconds at most: then the
 * system's font is measured, and `onLate` is called should the right one come after all, to measure anew.
 */
export function fontGateFor(fonts: FontFaceSet, onLate: () => void): FontGate {
  const known = new Set<string>()
  const held: Held[] = []
  let atFirst = true
  let ended = false

  const newLettersOf = (json: string, hasOthers: boolean): string => {
    const text = (atFirst ? EVERY_BOARD : '') + (hasOthers ? newLettersIn(json, known) : '')
    atFirst = false
    return text
  }

  const letReadyThrough = (): void => {
    while (held[0]?.isReady === true) held.shift()?.letThrough()
  }

  return {
    pass: (given, letTypedThrough) => {
      const json = JSON.stringify(given)
      // Most boards have nothing that is looked for below.
      const hasOthers = json.search(BEYOND_EVERY_BOARD) >= 0
      const plain = hasOthers ? json.replace(ACTING, '') : json
      const push: typeof given = plain === json ? given : JSON.parse(plain)
      const letThrough = (): void => letTypedThrough(push)
      const letters = newLettersOf(json, hasOthers)
      const isReady = letters === '' || fonts.check(BOARD_FONTS, letters)
      if (isReady && held.length === 0) {
        letThrough()
        return
      }
      const open = (): void => {
        clearTimeout(entry.timer)
        entry.isReady = true
        letReadyThrough()
      }
      const entry: Held = { isReady, timer: setTimeout(open, LONGEST_WAIT_MS), letThrough }
      held.push(entry)
      if (isReady) return
      const load = async (): Promise<void> => {
        try {
          await fonts.load(BOARD_FONTS, letters)
        } catch (cause) {
          console.error("a font of the board's cannot be loaded", cause)
          // The next push that has them asks again.
          for (const letter of letters) known.delete(letter)
        }
        if (ended) return
        if (entry.isReady) onLate()
        else open()
      }
      void load()
    },
    end: () => {
      ended = true
      for (const { timer } of held) clearTimeout(timer)
    }
  }
}

/** ASCII, no-break spaces and dashes are every board's, and in the file that every board has. */
const BEYOND_EVERY_BOARD = /[^\0-\x7f\u00a0\u2010-\u2019]/gu

/**
 * Characters of a text that are not among the known ones, which they join. Such as joiners and variation selectors many
 * fonts have and none is needed for.
 */
function newLettersIn(text: string, known: Set<string>): string {
  const found: string[] = []
  for (const letter of new Set(text.match(BEYOND_EVERY_BOARD))) {
    if (known.has(letter)) continue
    known.add(letter)
    if (!/\p{Default_Ignorable_Code_Point}/u.test(letter)) found.push(letter)
  }
  return found.join('')
}
