import type { EngineProblem, EngineProblemCode } from '../../shared/engine-problem.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** Before the first start, and between two. */
const OPENING: InLanguages = {
  en: 'The menu is being opened. Try again in a moment.',
  fr: 'Le menu est en train de s’ouvrir. Réessayez dans un instant.',
  es: 'El menú se está abriendo. Inténtelo de nuevo en un momento.'
}

const WORDS: Readonly<Record<EngineProblemCode, InLanguages>> = {
  'data-dir-unwritable': {
    en: 'Topshelf may not write in its data directory.',
    fr: 'Topshelf ne peut pas écrire dans son dossier de données.',
    es: 'Topshelf no puede escribir en su carpeta de datos.'
  },
  'database-newer': {
    en: 'The data were written by a newer Topshelf: update this one.',
    fr: 'Les données viennent d’un Topshelf plus récent\u00a0: mettez celui-ci à jour.',
    es: 'Los datos los escribió un Topshelf más nuevo: actualice este.'
  },
  'writer-busy': {
    en: 'Another Topshelf is at work on the same data: close it.',
    fr: 'Un autre Topshelf travaille sur les mêmes données\u00a0: fermez-le.',
    es: 'Otro Topshelf trabaja con los mismos datos: ciérrelo.'
  },
  'engine-failed': {
    en: 'The part that keeps the menu has stopped. It is started again by itself.',
    fr: 'La partie qui tient le menu s’est arrêtée. Elle redémarre d’elle-même.',
    es: 'La parte que mantiene el menú se detuvo. Arranca de nuevo por sí misma.'
  }
}

const SAID: InLanguages<(line: string) => string> = {
  en: (line) => `What the system says: “${line}”.`,
  fr: (line) => `Ce que dit le système\u00a0: «\u00a0${line}\u00a0».`,
  es: (line) => `Lo que dice el sistema: «${line}».`
}

/** What nobody can translate, quoted. */
export function systemSaid(line: string, language: ManagerLanguage): string {
  return SAID[language](line)
}

/** Why no engine answers; null is one that is on its way. */
export function engineProblemWords(problem: EngineProblem | null, language: ManagerLanguage): string {
  if (problem === null) return OPENING[language]
  return `${WORDS[problem.code][language]} ${systemSaid(problem.message, language)}`
}
