/** The languages that a manager is spoken to in. */
export type ManagerLanguage = 'en' | 'fr' | 'es'

/** Of a BCP 47 tag; English where there is no other. */
export function managerLanguageOf(language: string | null): ManagerLanguage {
  switch (language?.slice(0, 2).toLowerCase()) {
    case 'fr':
      return 'fr'
    case 'es':
      return 'es'
    default:
      return 'en'
  }
}

/** One thing said in each language. */
export type InLanguages<T = string> = Readonly<Record<ManagerLanguage, T>>

/** The tag that times and numbers are written by: the reader's own where its words are ours, else English as in Canada. */
export function managerTagOf(language: string | null): string {
  if (language === null) return 'en-CA'
  return /^(en|fr|es)\b/i.test(language) ? language : 'en-CA'
}
