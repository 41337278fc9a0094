import type { NotReadable } from '../../promotion/raw-node.ts'
import { ENGLISH_EFFECTS } from './english.ts'
import { FRENCH_EFFECTS } from './french.ts'
import { SPANISH_EFFECTS } from './spanish.ts'

/** What a promotion that is on does to one price. Amounts and names come in words. */
export type ToldEffect =
  /** The feed that says what promotions do has no such promotion, or an older version of it. */
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'not-evaluated'; readonly fault: NotReadable }
  | { readonly kind: 'not-for-this-screen' }
  /** `groups` null where they have no names. */
  | { readonly kind: 'needs-group'; readonly groups: string | null }
  | { readonly kind: 'not-this-product' }
  | { readonly kind: 'not-sure' }
  | { readonly kind: 'not-this-price' }
  | { readonly kind: 'basket' }
  | { readonly kind: 'taken'; readonly off: string; readonly from: string; readonly to: string }
  | { readonly kind: 'beaten'; readonly off: string; readonly by: string }
  | { readonly kind: 'nothing' }

export interface EffectWords {
  readonly effect: (effect: ToldEffect) => string
  /** Where a discount was rounded: "4.858 rounded down to 4.85". */
  readonly roundedDown: (exact: string, off: string) => string
}

/** English where the language has no words of its own. */
export function effectWordsOf(language: string): EffectWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH_EFFECTS
    case 'es':
      return SPANISH_EFFECTS
    default:
      return ENGLISH_EFFECTS
  }
}
