/** A text as it begins a sentence. */
export function sentenceOf(text: string, language: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}

/** A text with the full stop that ends a sentence; one that ends in "p.m." has it already. */
export function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
