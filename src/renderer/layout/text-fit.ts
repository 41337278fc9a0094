/** The styles a board sets text in; the number is the width axis. Each is a class of the same name in board.css. */
export type TextStyle =
  | 'heading-122'
  | 'heading-110'
  | 'title-100'
  | 'title-90'
  | 'title-80'
  | 'title-70'
  | 'title-62'
  | 'offer-short'
  | 'offer-long'
  | 'name-90'
  | 'name-84'
  | 'name-80'
  | 'quantity-any'
  | 'quantity-90'
  | 'quantity-80'
  | 'detail'
  | 'detail-strong'
  | 'age-stale'
  | 'best'
  | 'ticket'
  | 'state'
  | 'clock'
  | 'rail-price'
  | 'label-price'
  | 'price-sign'
  | 'wordmark-112'
  | 'wordmark-84'
  | 'wordmark-62'

/** Width in px of a text as it will be drawn, its own padding included. Passed in, so that the layout needs no DOM. */
export interface MeasureText {
  (text: string, style: TextStyle): number
  /**
   * Does tasks that measure, with their texts measured together where that is cheaper than one by one. A task may be done
   * more than once, and must change nothing; what it answers is what it would have answered alone.
   */
  readonly together?: <T>(tasks: readonly (() => T)[]) => T[]
}

/** A text broken into the lines it will be drawn in. */
export interface FittedText {
  readonly lines: readonly string[]
  readonly style: TextStyle
}

/**
 * The first style in which the text stands on one line; else wrapped in the widest style that keeps within `mostLines`,
 * one that breaks no word before one that does; null where not even the narrowest does (design, "Type": width yields
 * first, then lines, never height).
 */
export function fitText(
  measure: MeasureText,
  given: string,
  styles: readonly [TextStyle, ...TextStyle[]],
  widthPx: number,
  mostLines: number
): FittedText | null {
  // Spaces in a row are drawn as one.
  const text = given.replace(/[ \t\r\n]+/g, ' ').trim()
  for (const style of styles) if (measure(text, style) <= widthPx) return { lines: [text], style }
  if (mostLines === 1) return null
  for (const style of styles) {
    if (wordsOf(text).some((word) => measure(word, style) > widthPx)) continue
    const lines = wrapText(measure, text, style, widthPx)
    if (lines.length <= mostLines) return { lines, style }
  }
  for (const style of [...styles].reverse()) {
    const lines = wrapText(measure, text, style, widthPx)
    if (lines.length <= mostLines) return { lines, style }
  }
  return null
}

/** Like `fitText`, with as many lines as it takes. */
export function fitTextAnyway(
  measure: MeasureText,
  text: string,
  styles: readonly [TextStyle, ...TextStyle[]],
  widthPx: number
): FittedText {
  const narrowest = styles.at(-1) ?? styles[0]
  return (
    fitText(measure, text, styles, widthPx, 3) ?? {
      lines: wrapText(measure, text, narrowest, widthPx),
      style: narrowest
    }
  )
}

/** A number and its unit are one word, a product of numbers too: "63 mm" and "3 × 0.5 g" are never parted. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const part of text.split(/[ \t\r\n]+/).filter((each) => each !== '')) {
    const before = words.at(-1)
    const continues = before !== undefined && /\d$/.test(before) && /^(\p{L}{1,3}(?!\p{L})|[×x]$)/u.test(part)
    if (before !== undefined && (continues || (/ [×x]$/.test(before) && /^\d/.test(part))))
      words[words.length - 1] = `${before} ${part}`
    else words.push(part)
  }
  return words
}

/** Lines no wider than `widthPx`, broken at spaces; a word wider than a line is broken inside, with a hyphen if it can be. */
export function wrapText(measure: MeasureText, text: string, style: TextStyle, widthPx: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, style) <= widthPx) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (line !== '' && measure(line, style) > widthPx) {
      const { head, rest } = partedWordOf(measure, line, style, widthPx)
      lines.push(head)
      line = rest
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

const LEAST_PART = 3
/** Made when a word is first parted: few boards part one. */
let segmenter: Intl.Segmenter | null = null

/**
 * A Latin word is parted with a hyphen before a consonant that a vowel follows, three letters at least on either side;
 * whatever else at the last character that fits. An emoji or a letter with its marks is one character.
 */
function partedWordOf(
  measure: MeasureText,
  word: string,
  style: TextStyle,
  widthPx: number
): { readonly head: string; readonly rest: string } {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const characters = Array.from(segmenter.segment(word), ({ segment }) => segment)
  let count = longestHeadOf(characters, (head) => measure(head, style) <= widthPx)
  const withHyphen = longestHeadOf(characters, (head) => measure(`${head}-`, style) <= widthPx)
  for (let at = withHyphen; at >= LEAST_PART; at -= 1) {
    const around = characters.slice(at - 1, at + 2).join('')
    if (characters.length - at < LEAST_PART || !/^\p{Script=Latin}{3}$/u.test(around)) continue
    if (
      /^[aeiouyà-æè-ïò-öù-ü][^aeiouyà-æè-ïò-öù-ü][aeiouyà-æè-ïò-öù-ü]$/i.test(around) ||
      /^[lnrst][bcdfgkmpt]/i.test(around)
    )
      return { head: `${characters.slice(0, at).join('')}-`, rest: characters.slice(at).join('') }
  }
  count = Math.max(1, Math.min(count, characters.length - 1))
  return { head: characters.slice(0, count).join(''), rest: characters.slice(count).join('') }
}

/** Characters in the longest head that fits, found by halving; a longer head is never narrower. */
function longestHeadOf(characters: readonly string[], fits: (head: string) => boolean): number {
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(characters.slice(0, middle).join(''))) low = middle
    else high = middle - 1
  }
  return low
}
