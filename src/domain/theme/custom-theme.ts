import type { ColourFault } from '../../shared/problem.ts'
import type { ScreenTheme } from '../../shared/screen-settings.ts'
import { contrastOf } from '../display/store-colour.ts'
import { isYellow } from './yellow.ts'
import { THEME_COLOURS, type ThemeColours, type ThemeToken } from './theme-tokens.ts'

/** Tokens that a store's own theme may set: all but the ticket's, because yellow means "you pay less now" on every board. */
export type CustomToken = Exclude<ThemeToken, 'ticket' | 'ticket-ink'>

/** A built-in theme with some of its colours replaced. */
export interface CustomTheme {
  readonly base: ScreenTheme
  /** Hex colours, in small letters. */
  readonly tokens: Readonly<Partial<Record<CustomToken, string>>>
}

export interface ContrastPair {
  readonly ink: ThemeToken
  readonly ground: ThemeToken
  /** WCAG 2 contrast that the two keep at least. */
  readonly least: number
}

const AA = 4.5
const AAA = 7
/** Of what is no text: a rail on the ground, the ring around what has the focus. */
const SHAPE = 3

const TEXT_PAIRS: readonly (readonly [ink: ThemeToken, ground: ThemeToken])[] = [
  ['ink', 'ground'],
  ['ink-2', 'ground'],
  ['ink-3', 'ground'],
  ['ink', 'raised'],
  ['ink-2', 'raised'],
  ['rail-ink', 'rail'],
  ['rail-ink-2', 'rail'],
  ['ticket-ink', 'ticket'],
  ['store-ink', 'store'],
  ['strain-ink', 'strain-i'],
  ['strain-ink', 'strain-s'],
  ['strain-ink', 'strain-h'],
  ['strain-ink', 'strain-c'],
  ['strain-i', 'ground'],
  ['strain-s', 'ground'],
  ['strain-h', 'ground'],
  ['strain-c', 'ground'],
  ['alert-ink', 'alert'],
  ['alert', 'ground']
]

/** Every pair that stands on each other on a board, with its floor: AA, AAA in high contrast (art direction, Colour). */
export function contrastPairsOf(base: ScreenTheme): readonly ContrastPair[] {
  const least = base === 'contrast' ? AAA : AA
  return [
    ...TEXT_PAIRS.map(([ink, ground]) => ({ ink, ground, least })),
    { ink: 'rail', ground: 'ground', least: SHAPE },
    { ink: 'focus', ground: 'ground', least: SHAPE }
  ]
}

/** A custom theme's colours, those of its base where it sets none. */
export function coloursOf({ base, tokens }: CustomTheme): ThemeColours {
  return { ...THEME_COLOURS[base], ...tokens }
}

/**
 * What keeps a theme from being shown: every pair below its floor with the contrast measured and the one needed,
 * and every colour a shopper would take for a reduction. Empty for a sound one.
 */
export function themeFaultsOf(theme: CustomTheme): readonly ColourFault[] {
  const colours = coloursOf(theme)
  const weak = contrastPairsOf(theme.base)
    .map((pair) => ({ ...pair, contrast: contrastOf(colours[pair.ink], colours[pair.ground]) }))
    .filter(({ contrast, least }) => contrast < least)
    .map(({ ink, ground, contrast, least }): ColourFault => ({
      kind: 'contrast',
      ink,
      ground,
      contrast: flooredText(contrast),
      least: flooredText(least)
    }))
  const yellow = Object.entries(theme.tokens)
    .filter(([token, colour]) => !MAY_BE_YELLOW.has(token) && isYellow(colour))
    .map(([token]): ColourFault => ({ kind: 'yellow', token }))
  return [...weak, ...yellow]
}

/** The spine is the store's own, and no ring of focus is seen on a board. */
const MAY_BE_YELLOW: ReadonlySet<string> = new Set<CustomToken>(['store', 'store-ink', 'focus'])

/** Two places, never rounded up to a floor that is missed. */
function flooredText(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2)
}
