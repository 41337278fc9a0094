/** Compares by code point, not by UTF-16 unit: an emoji comes after every letter. Negative, 0 or positive. */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let index = 0; index < shorter; index += 1) {
    const unitA = a.charCodeAt(index)
    const unitB = b.charCodeAt(index)
    if (unitA !== unitB) {
      // Surrogates stand for code points above every other unit, wherever in the pair the strings part.
      const surrogateA = unitA >= 0xd800 && unitA <= 0xdfff
      const surrogateB = unitB >= 0xd800 && unitB <= 0xdfff
      if (surrogateA !== surrogateB) return surrogateA ? 1 : -1
      return unitA - unitB
    }
  }
  return a.length - b.length
}

/** Names in the contract's order: NFC and lower-cased first. */
export function sortKeyOf(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
