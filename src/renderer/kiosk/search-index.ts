import type { ViewItem } from '../../shared/board-view.ts'

/** Letters from which on one may be wrong, and two. */
const ONE_WRONG_FROM = 4
const TWO_WRONG_FROM = 8

/** The words of a menu, each with the products that have it. */
export interface SearchIndex {
  readonly items: readonly ViewItem[]
  readonly words: readonly string[]
  /** Positions in `items`, by the position of the word. */
  readonly at: readonly (readonly number[])[]
}

/** Made once for a menu: what is typed is then looked for among its words, of which there are far fewer than products have. */
export function searchIndexOf(items: readonly ViewItem[]): SearchIndex {
  const byWord = new Map<string, number[]>()
  for (const [at, item] of items.entries())
    for (const word of item.kiosk?.words ?? []) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [at])
      else known.push(at)
    }
  return { items, words: [...byWord.keys()], at: [...byWord.values()] }
}

/**
 * Products of which each word asked for begins a word, or does with a letter wrong, missing, too many or exchanged (two from
 * eight letters on). Those with the fewest such letters come first, then whole words, then the menu's order. Nothing asked
 * finds everything.
 */
export function foundIn(index: SearchIndex, text: string): readonly ViewItem[] {
  const asked = foldedOf(text)
  if (asked.length === 0) return index.items
  let scores: Float64Array | null = null
  for (const word of asked) {
    const here = scoresOf(index, word)
    if (scores === null) scores = here
    else for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? Infinity) + (here[at] ?? Infinity)
  }
  const found: number[] = []
  scores?.forEach((score, at) => {
    if (score !== Infinity) found.push(at)
  })
  found.sort((a, b) => (scores?.[a] ?? 0) - (scores?.[b] ?? 0) || a - b)
  return found.flatMap((at) => index.items[at] ?? [])
}

/** How far each product is from having the word: 0 for having it whole, infinitely far for not having it. */
function scoresOf({ items, words, at }: SearchIndex, asked: string): Float64Array {
  const scores = new Float64Array(items.length).fill(Infinity)
  const most = asked.length >= TWO_WRONG_FROM ? 2 : asked.length >= ONE_WRONG_FROM ? 1 : 0
  for (const [position, word] of words.entries()) {
    const wrong = word.startsWith(asked) ? 0 : most === 0 ? null : wrongLettersIn(asked, word, most)
    if (wrong === null) continue
    const score = wrong * 10 + (word.length === asked.length ? 0 : 1)
    for (const item of at[position] ?? []) if (score < (scores[item] ?? Infinity)) scores[item] = score
  }
  return scores
}

/** Longer words are nobody's to type. */
const LONGEST = 62
/** Rows of the table that the distance is counted in, one after another. */
const ROWS = [new Int16Array(LONGEST + 4), new Int16Array(LONGEST + 4), new Int16Array(LONGEST + 4)] as const

/** Wrong letters between what was asked and the beginning of a word that is nearest to it; null beyond `most`. */
function wrongLettersIn(asked: string, word: string, most: number): number | null {
  // Whoever mistypes a name mostly knows how it begins; without this the whole dictionary would be measured.
  if (asked[0] !== word[0] && asked[0] !== word[1] && asked[1] !== word[0]) return null
  if (asked.length > LONGEST || word.length < asked.length - most) return null
  const length = Math.min(word.length, asked.length + most)
  let [before, row, next] = ROWS
  for (let j = 0; j <= length; j += 1) row[j] = j
  for (let i = 1; i <= asked.length; i += 1) {
    // Beyond so many letters to either side nothing can be near enough.
    const from = Math.max(1, i - most)
    const to = Math.min(length, i + most)
    next[from - 1] = from === 1 ? i : most + 1
    let least = next[from - 1] ?? 0
    for (let j = from; j <= to; j += 1) {
      const isSame = asked.charCodeAt(i - 1) === word.charCodeAt(j - 1)
      const above = j > i - 1 + most ? most + 1 : (row[j] ?? 0)
      let cost = Math.min(above + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (
        i > 1 &&
        j > 1 &&
        asked.charCodeAt(i - 1) === word.charCodeAt(j - 2) &&
        asked.charCodeAt(i - 2) === word.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return null
    ;[before, row, next] = [row, next, before]
  }
  let wrong = most + 1
  for (let j = Math.max(0, asked.length - most); j <= length; j += 1) wrong = Math.min(wrong, row[j] ?? wrong)
  return wrong <= most ? wrong : null
}

/** As the host folds the words of products: without accents, case and punctuation. */
function foldedOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
