/** Letters that stand for two, or carry a stroke that no accent mark can be taken off. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ß: 'ss', ł: 'l', đ: 'd' }

/** The words of a text as names are compared: without accents, case and punctuation. */
export function foldedWordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæøßłđ]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether each word asked for begins a word of the name, in whatever order. No words fit nothing. */
export function fitsName(asked: readonly string[], name: readonly string[]): boolean {
  return asked.length > 0 && asked.every((word) => name.some((part) => part.startsWith(word)))
}

/** How well a name that fits does so: 0 for the name itself, 1 where it begins as asked, else 2. */
export function fitRankOf(asked: readonly string[], name: readonly string[]): 0 | 1 | 2 {
  const askedText = asked.join(' ')
  const nameText = name.join(' ')
  if (nameText === askedText) return 0
  return nameText.startsWith(askedText) ? 1 : 2
}

/** Names less alike than this are no help to somebody who mistyped one. */
const LEAST_LIKENESS = 0.4

/** Names most like the one asked for, the likest first, each once: for "did you mean". */
export function nearestNamesOf(text: string, names: Iterable<string>, most: number): readonly string[] {
  const asked = pairsOf(foldedWordsOf(text))
  if (asked.size === 0) return []
  const near = new Map<string, number>()
  for (const name of names) {
    if (near.has(name)) continue
    const likeness = likenessOf(asked, pairsOf(foldedWordsOf(name)))
    if (likeness >= LEAST_LIKENESS) near.set(name, likeness)
  }
  return [...near]
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name)
}

/** Pairs of neighbouring letters, the edges of words among them. */
function pairsOf(words: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const word of words) {
    const edged = ` ${word} `
    for (let at = 0; at + 1 < edged.length; at += 1) pairs.add(edged.slice(at, at + 2))
  }
  return pairs
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}
