import type { InLanguages } from './language.ts'

export interface TodayWords {
  readonly title: string
  readonly wants: string
  readonly nothingWants: string
  readonly well: string
  readonly nextChange: string
  readonly noChange: string
  readonly register: string
  readonly look: (what: string) => string
  /** The same, read out: with what wants the look. */
  readonly lookAt: (what: string, why: string) => string
  readonly loading: string
}

export const TODAY_WORDS: InLanguages<TodayWords> = {
  en: {
    title: 'Today',
    wants: 'Wants a look',
    nothingWants: 'Nothing. Everything is as it should be.',
    well: 'Is well',
    nextChange: 'Changes next',
    noChange: 'Nothing is known to change within a week.',
    register: 'Register check',
    look: (what) => `Open ${what}`,
    lookAt: (what, why) => `Open ${what}: ${why}`,
    loading: 'Looking'
  },
  fr: {
    title: 'Aujourd’hui',
    wants: 'À vérifier',
    nothingWants: 'Rien. Tout est comme prévu.',
    well: 'Va bien',
    nextChange: 'Prochain changement',
    noChange: 'Aucun changement connu d’ici une semaine.',
    register: 'Vérification de caisse',
    look: (what) => `Ouvrir ${what}`,
    lookAt: (what, why) => `Ouvrir ${what}\u00a0: ${why}`,
    loading: 'Vérification'
  },
  es: {
    title: 'Hoy',
    wants: 'Por revisar',
    nothingWants: 'Nada. Todo está como debe.',
    well: 'Está bien',
    nextChange: 'Próximo cambio',
    noChange: 'No se conoce ningún cambio en una semana.',
    register: 'Comprobación de caja',
    look: (what) => `Abrir ${what}`,
    lookAt: (what, why) => `Abrir ${what}: ${why}`,
    loading: 'Comprobando'
  }
}
