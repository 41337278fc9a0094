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

/** Wrong letters between what was asked and the beginning of a word that is nearest to it; null beyond `most`. */
function wrongLettersIn(asked: string, word: string, most: number): number | null {
  // Whoever mistypes a name mostly knows how it begins; without this the whole dictionary would be measured.
  if (asked[0] !== word[0] && asked[0] !== word[1] && asked[1] !== word[0]) return null
  const length = Math.min(word.length, asked.length + most)
  let before: number[] = []
  let row = Array.from({ length: length + 1 }, (_, at) => at)
  for (let i = 1; i <= asked.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= length; j += 1) {
      const same = asked[i - 1] === word[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      const isExchanged = i > 1 && j > 1 && asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1]
      if (isExchanged) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return null
    before = row
    row = next
  }
  const wrong = Math.min(...row.slice(Math.max(0, asked.length - most)))
  return wrong <= most ? wrong : null
}

/** As the host folds the words of products: without accents, case and punctuation. */
function foldedOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
