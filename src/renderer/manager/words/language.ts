/** Languages that the manager's window speaks. */
export type ManagerLanguage = 'en' | 'fr' | 'es'

/** The language of a BCP 47 tag; English where it is not one of ours. */
export function managerLanguageOf(tag: string): ManagerLanguage {
  switch (tag.slice(0, 2).toLowerCase()) {
    case 'fr':
      return 'fr'
    case 'es':
      return 'es'
    default:
      return 'en'
  }
}

/** Words of a view, one set a language. */
export type InLanguages<Words> = Readonly<Record<ManagerLanguage, Words>>
