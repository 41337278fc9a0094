/** Letters and figures that nobody takes for one another from three metres away: no 0, O, 1, I or L. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const CODE_LENGTH = 6

/** A code made of random numbers below the length of the alphabet. */
export function codeOf(numbers: readonly number[]): string {
  return numbers.map((number) => CODE_ALPHABET[number] ?? '').join('')
}

/** "K7M 4QX": in two parts, as it is read out. */
export function shownCodeOf(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`
}

/** The code that somebody typed, whatever they put between its letters; null where it can be none. */
export function typedCodeOf(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null
}
