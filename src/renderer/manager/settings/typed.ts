/** What was typed, as the host checks it: a field that is left empty is none. */
export function textOrNull(text: string): string | null {
  return text === '' ? null : text
}
