import type { TimelineKind } from '../../shared/board-snapshot.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** The sentences of the home view. */
export interface TodayWords {
  readonly pricesChecked: (ago: string) => string
  readonly screensOn: (count: number, words: string) => string
  readonly nothingRefused: string
  readonly feedFailed: (feed: string, what: string) => string
  readonly feedLate: (feed: string, ago: string) => string
  readonly noScreens: string
  readonly noEngine: string
  readonly diskLow: (free: string) => string
  readonly diskLowThen: string
  readonly screenAway: (name: string) => string
  readonly screenSilent: (name: string) => string
  readonly refused: (count: number, words: string) => string
  readonly starting: string
  /** `more` is how many others change at the same instant. */
  readonly changeAt: (moment: string, what: string, more: number) => string
  readonly change: (kind: TimelineKind, name: string) => string
}

const english: TodayWords = {
  pricesChecked: (ago) => `Prices were checked ${ago}.`,
  screensOn: (count, words) => (count === 1 ? 'One screen is on.' : `${words} screens are on.`),
  nothingRefused: 'Every record that Cova sent could be used.',
  feedFailed: (feed, what) => `${feed}: ${what}`,
  feedLate: (feed, ago) => `${feed} should have come by now: the last were ${ago}.`,
  noScreens: 'No screen is on.',
  noEngine: 'Nothing keeps the boards up to date just now.',
  diskLow: (free) => `The disk is nearly full: ${free} are left.`,
  diskLowThen: 'Without room new prices cannot be kept. Delete what is not needed.',
  screenAway: (name) => `${name}: the screen is off, or has lost the network.`,
  screenSilent: (name) => `${name}: the screen does not answer.`,
  refused: (count, words) =>
    count === 1 ? 'One record that Cova sent could not be used.' : `${words} records that Cova sent could not be used.`,
  starting: 'The first sync is under way.',
  changeAt: (moment, what, more) => `${moment}: ${what}${more === 0 ? '' : `, and ${more} more`}`,
  change: (kind, name) => {
    switch (kind) {
      case 'promotion-starts':
        return `${name} starts`
      case 'promotion-ends':
        return `${name} ends`
      case 'sale-starts':
        return `the sale of ${name} starts`
      case 'sale-ends':
        return `the sale of ${name} ends`
    }
  }
}

const french: TodayWords = {
  pricesChecked: (ago) => `Prix vérifiés ${ago}.`,
  screensOn: (count, words) => (count === 1 ? 'Un écran est allumé.' : `${words} écrans sont allumés.`),
  nothingRefused: 'Tout ce que Cova a envoyé a pu être utilisé.',
  feedFailed: (feed, what) => `${feed}\u00a0: ${what}`,
  feedLate: (feed, ago) => `${feed}\u00a0: en retard, dernière réception ${ago}.`,
  noScreens: 'Aucun écran n’est allumé.',
  noEngine: 'Rien ne tient les tableaux à jour en ce moment.',
  diskLow: (free) => `Le disque est presque plein\u00a0: il reste ${free}.`,
  diskLowThen: 'Sans place, les nouveaux prix ne peuvent pas être conservés. Supprimez ce qui ne sert pas.',
  screenAway: (name) => `${name}\u00a0: l’écran est éteint ou n’a plus de réseau.`,
  screenSilent: (name) => `${name}\u00a0: l’écran ne répond pas.`,
  refused: (count, words) =>
    count === 1
      ? 'Un enregistrement envoyé par Cova n’a pas pu être utilisé.'
      : `${words} enregistrements envoyés par Cova n’ont pas pu être utilisés.`,
  starting: 'La première synchronisation est en cours.',
  changeAt: (moment, what, more) => `${moment}\u00a0: ${what}${more === 0 ? '' : `, et ${more} de plus`}`,
  change: (kind, name) => {
    switch (kind) {
      case 'promotion-starts':
        return `début de ${name}`
      case 'promotion-ends':
        return `fin de ${name}`
      case 'sale-starts':
        return `début du rabais sur ${name}`
      case 'sale-ends':
        return `fin du rabais sur ${name}`
    }
  }
}

const spanish: TodayWords = {
  pricesChecked: (ago) => `Precios verificados ${ago}.`,
  screensOn: (count, words) => (count === 1 ? 'Hay una pantalla encendida.' : `Hay ${words} pantallas encendidas.`),
  nothingRefused: 'Todo lo que Cova envió se pudo usar.',
  feedFailed: (feed, what) => `${feed}: ${what}`,
  feedLate: (feed, ago) => `${feed}: con retraso, lo último llegó ${ago}.`,
  noScreens: 'No hay ninguna pantalla encendida.',
  noEngine: 'Nada mantiene los tableros al día en este momento.',
  diskLow: (free) => `El disco está casi lleno: quedan ${free}.`,
  diskLowThen: 'Sin espacio no se pueden guardar precios nuevos. Borre lo que no haga falta.',
  screenAway: (name) => `${name}: la pantalla está apagada o se quedó sin red.`,
  screenSilent: (name) => `${name}: la pantalla no responde.`,
  refused: (count, words) =>
    count === 1
      ? 'Un registro que Cova envió no se pudo usar.'
      : `${words} registros que Cova envió no se pudieron usar.`,
  starting: 'La primera sincronización está en curso.',
  changeAt: (moment, what, more) => `${moment}: ${what}${more === 0 ? '' : `, y ${more} más`}`,
  change: (kind, name) => {
    switch (kind) {
      case 'promotion-starts':
        return `empieza ${name}`
      case 'promotion-ends':
        return `termina ${name}`
      case 'sale-starts':
        return `empieza la oferta de ${name}`
      case 'sale-ends':
        return `termina la oferta de ${name}`
    }
  }
}

const WORDS: InLanguages<TodayWords> = { en: english, fr: french, es: spanish }

export function todayWordsOf(language: ManagerLanguage): TodayWords {
  return WORDS[language]
}
