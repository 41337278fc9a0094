import type { ProblemCode } from '../../shared/problem.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

const TITLES: Readonly<Record<ProblemCode, InLanguages>> = {
  'time-zone-unknown': {
    en: 'A store’s time zone is not known',
    fr: 'Le fuseau horaire d’un magasin est inconnu',
    es: 'No se conoce la zona horaria de una tienda'
  },
  'daylight-saving-contradiction': {
    en: 'Cova contradicts itself on daylight saving',
    fr: 'Cova se contredit sur l’heure d’été',
    es: 'Cova se contradice sobre el horario de verano'
  },
  'currency-unknown': {
    en: 'A store’s currency is not known',
    fr: 'La devise d’un magasin est inconnue',
    es: 'No se conoce la moneda de una tienda'
  },
  'amounts-held': {
    en: 'Prices wait until they are read anew',
    fr: 'Les prix attendent d’être relus',
    es: 'Los precios esperan a ser leídos de nuevo'
  },
  'prices-too-old': {
    en: 'Boards show no prices: Cova has not confirmed them for too long',
    fr: 'Les tableaux n’affichent aucun prix\u00a0: Cova ne les confirme plus depuis trop longtemps',
    es: 'Los tableros no muestran precios: Cova no los confirma desde hace demasiado'
  },
  'promotions-too-old': {
    en: 'Promotions take nothing off: Cova has not confirmed them for too long',
    fr: 'Les promotions ne déduisent rien\u00a0: Cova ne les confirme plus depuis trop longtemps',
    es: 'Las promociones no descuentan nada: Cova no las confirma desde hace demasiado'
  },
  'clock-wrong': {
    en: 'The clock of this machine is wrong',
    fr: 'L’horloge de cet appareil est fausse',
    es: 'El reloj de este equipo está mal'
  },
  'clock-unknown': {
    en: 'Nobody knows what time it is',
    fr: 'Personne ne connaît l’heure',
    es: 'Nadie sabe qué hora es'
  },
  'market-profile-unchecked': {
    en: 'No counsel has checked the market profile',
    fr: 'Aucun conseiller n’a vérifié le profil de marché',
    es: 'Ningún asesor ha revisado el perfil de mercado'
  },
  'market-profile-unreadable': {
    en: 'The market profile is not applied',
    fr: 'Le profil de marché n’est pas appliqué',
    es: 'El perfil de mercado no se aplica'
  },
  'market-unknown': {
    en: 'A store’s province or state is not known',
    fr: 'La province ou l’État d’un magasin est inconnu',
    es: 'No se conoce la provincia o el estado de una tienda'
  },
  'reward-refused': {
    en: 'A loyalty reward is not shown',
    fr: 'Une récompense de fidélité n’est pas affichée',
    es: 'Una recompensa de lealtad no se muestra'
  },
  'theme-refused': {
    en: 'A theme of the store’s own is not shown',
    fr: 'Un thème du magasin n’est pas affiché',
    es: 'Un tema propio de la tienda no se muestra'
  },
  'unknown-theme': {
    en: 'A screen’s theme is missing',
    fr: 'Le thème d’un écran manque',
    es: 'Falta el tema de una pantalla'
  },
  'unknown-screen': {
    en: 'A page asks for a screen that is not set up',
    fr: 'Une page demande un écran qui n’est pas réglé',
    es: 'Una página pide una pantalla que no está configurada'
  },
  'screen-without-store': {
    en: 'A paired screen shows no board',
    fr: 'Un écran jumelé n’affiche aucun tableau',
    es: 'Una pantalla vinculada no muestra ningún tablero'
  },
  'long-cycle': {
    en: 'A screen takes long to show everything',
    fr: 'Un écran met longtemps à tout montrer',
    es: 'Una pantalla tarda mucho en mostrarlo todo'
  },
  'dense-screen': {
    en: 'A screen’s letters are small for its distance',
    fr: 'Les lettres d’un écran sont petites pour sa distance',
    es: 'Las letras de una pantalla son pequeñas para su distancia'
  },
  'board-not-laid-out': {
    en: 'A screen cannot draw its newest board',
    fr: 'Un écran ne peut pas dessiner son dernier tableau',
    es: 'Una pantalla no puede dibujar su último tablero'
  },
  'products-not-laid-out': {
    en: 'A screen leaves products out',
    fr: 'Un écran laisse des produits de côté',
    es: 'Una pantalla deja productos fuera'
  },
  'pictures-missing': {
    en: 'Some pictures cannot be had',
    fr: 'Certaines images sont introuvables',
    es: 'Algunas imágenes no se pueden obtener'
  },
  'logo-unreadable': {
    en: 'The logo cannot be drawn',
    fr: 'Le logo ne peut pas être dessiné',
    es: 'El logotipo no se puede dibujar'
  },
  'file-moved-aside': {
    en: 'A damaged file was put aside',
    fr: 'Un fichier endommagé a été mis de côté',
    es: 'Se apartó un archivo dañado'
  },
  'newer-version-taken-back': {
    en: 'An earlier database is in use',
    fr: 'Une base de données antérieure est utilisée',
    es: 'Se usa una base de datos anterior'
  },
  'removals-held-back': {
    en: 'Much is missing from Cova’s last reply',
    fr: 'Il manque beaucoup à la dernière réponse de Cova',
    es: 'Falta mucho en la última respuesta de Cova'
  },
  'doubled-prices': {
    en: 'Products with two prices for the same thing',
    fr: 'Des produits ont deux prix pour la même chose',
    es: 'Productos con dos precios para lo mismo'
  },
  'overlapping-sales': {
    en: 'Sales overlap',
    fr: 'Des rabais se chevauchent',
    es: 'Hay ofertas que se superponen'
  },
  'tax-rate-unknown': {
    en: 'A tax is missing: prices may be too low',
    fr: 'Une taxe manque\u00a0: des prix peuvent être trop bas',
    es: 'Falta un impuesto: los precios pueden ser demasiado bajos'
  },
  'sample-differs': {
    en: 'Products differed from what was stored',
    fr: 'Des produits différaient de ce qui était gardé',
    es: 'Algunos productos diferían de lo guardado'
  },
  'history-not-kept': {
    en: 'What boards show is not written down',
    fr: 'Ce que les tableaux montrent n’est pas noté',
    es: 'No se anota lo que muestran los tableros'
  },
  'unreadable-schedule': {
    en: 'A promotion is never shown',
    fr: 'Une promotion n’est jamais affichée',
    es: 'Una promoción no se muestra nunca'
  },
  'promotion-not-evaluated': {
    en: 'A promotion is shown without what it does',
    fr: 'Une promotion est affichée sans ce qu’elle fait',
    es: 'Una promoción se muestra sin lo que hace'
  }
}

/** What kind of thing a problem is; its line has the names and the numbers (problem-details.ts). */
export function problemTitleOf(code: ProblemCode, language: ManagerLanguage): string {
  return TITLES[code][language]
}
