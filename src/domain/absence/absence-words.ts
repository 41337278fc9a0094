import type { AbsenceWords } from './absence-text.ts'
import { ENGLISH_ABSENCE } from './words/english.ts'
import { FRENCH_ABSENCE } from './words/french.ts'
import { SPANISH_ABSENCE } from './words/spanish.ts'

/** The reasons in a language; one without words of its own reads English. */
export function absenceWordsOf(language: string): AbsenceWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH_ABSENCE
    case 'es':
      return SPANISH_ABSENCE
    default:
      return ENGLISH_ABSENCE
  }
}
