/** What was typed, as the host checks it: a field that is left empty is none. */
export function textOrNull(text: string): string | null {
  return text === '' ? null : text
}

/**
 * A number where one was typed; else the text as it is, so that it stays in the field and the host says what would be right.
 * "3," is on its way to "3,5".
 */
export function numberOrText(text: string): number {
  const value = Number(text.replace(',', '.'))
  const isWhole = text.trim() !== '' && String(value) === text.trim()
  return isWhole ? value : (text as unknown as number)
}
