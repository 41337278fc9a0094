import { lightOf } from '../display/store-colour.ts'

/** Hues in degrees of OKLCH between amber and lime, and the chroma from which a colour looks coloured. */
const FIRST_HUE = 75
const LAST_HUE = 118
const LEAST_CHROMA = 0.1

/** Whether a hex colour is one that a shopper calls yellow: by hue and chroma in OKLCH, however light it is. */
export function isYellow(hex: string): boolean {
  const [l, m, s] = coneResponsesOf(hex)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  return Math.hypot(a, b) >= LEAST_CHROMA && hue >= FIRST_HUE && hue <= LAST_HUE
}

/** Cube roots of the cones' responses to an sRGB colour (Ottosson, "A perceptual color space for image processing"). */
function coneResponsesOf(hex: string): readonly [number, number, number] {
  const [red, green, blue] = lightOf(hex)
  return [
    Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue),
    Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue),
    Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  ]
}
