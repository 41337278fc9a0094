/** The spine's colour and the colour of its text. */
export interface StoreColour {
  readonly ground: string
  readonly ink: string
}

/** Text on the spine stands at least this far from it (art direction, Space and grid). */
const LEAST_CONTRAST = 4.5
const PORCELAIN = '#f2f6ee'
const BLACK = '#000000'
const WHITE = '#ffffff'

/** "#1d5a46", in small letters; null for anything else. */
export function hexColourOf(text: string): string | null {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null
}

/** WCAG 2 contrast of two hex colours, from 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [high, low] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Red, green and blue of a hex colour as light, 0 to 1 each (sRGB's curve undone). */
export function lightOf(hex: string): readonly [red: number, green: number, blue: number] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
}

function luminanceOf(hex: string): number {
  const [red, green, blue] = lightOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A store's colour with text on it that can be read: the board's own light ink where it stands out, else black or white. */
export function storeColourOf(ground: string): StoreColour {
  if (contrastOf(PORCELAIN, ground) >= LEAST_CONTRAST) return { ground, ink: PORCELAIN }
  return { ground, ink: contrastOf(BLACK, ground) >= contrastOf(WHITE, ground) ? BLACK : WHITE }
}
