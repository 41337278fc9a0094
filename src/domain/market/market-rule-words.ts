import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'
import type { MarketProfile, MarketRule } from './market-profile.ts'

/** What a rule does to a board, in one sentence. */
export function marketRuleWords(rule: MarketRule, language: ManagerLanguage): string {
  return sentenceOf(rule)[language]
}

function sentenceOf(rule: MarketRule): InLanguages {
  switch (rule.kind) {
    case 'hide-promotions':
      return {
        en: 'Promotions are not named; a deal is a price like others.',
        fr: 'Les promotions ne sont pas nommées; un rabais est un prix comme les autres.',
        es: 'Las promociones no se nombran; una oferta es un precio como los demás.'
      }
    case 'hide-reductions':
      return {
        en: 'Nothing says that a price is lower than usual.',
        fr: 'Rien ne dit qu’un prix est plus bas que d’habitude.',
        es: 'Nada dice que un precio es más bajo de lo habitual.'
      }
    case 'hide-potency':
      return {
        en: 'THC and CBD are not shown.',
        fr: 'Le THC et le CBD ne sont pas affichés.',
        es: 'No se muestran el THC ni el CBD.'
      }
    case 'hide-pictures':
      return {
        en: 'No pictures are shown.',
        fr: 'Aucune image n’est affichée.',
        es: 'No se muestran imágenes.'
      }
    case 'show-quantities': {
      const list = rule.quantities.join(', ')
      return rule.unit === 'g'
        ? {
            en: `By weight, only these quantities are shown: ${list} g.`,
            fr: `Au poids, seules ces quantités sont affichées\u00a0: ${list}\u00a0g.`,
            es: `Por peso, solo se muestran estas cantidades: ${list}\u00a0g.`
          }
        : {
            en: `By the piece, only these quantities are shown: ${list}.`,
            fr: `À l’unité, seules ces quantités sont affichées\u00a0: ${list}.`,
            es: `Por unidad, solo se muestran estas cantidades: ${list}.`
          }
    }
    case 'require-age-gate':
      return {
        en: `A kiosk first asks whether somebody is ${rule.minimumAge} or older.`,
        fr: `Une borne demande d’abord si la personne a ${rule.minimumAge}\u00a0ans ou plus.`,
        es: `Un quiosco pregunta primero si la persona tiene ${rule.minimumAge} años o más.`
      }
    case 'require-notice':
      return {
        en: `Every page says: “${rule.text}”`,
        fr: `Chaque page dit\u00a0: «\u00a0${rule.text}\u00a0»`,
        es: `Cada página dice: «${rule.text}»`
      }
  }
}

/** Whether counsel has read a profile; never more than the profile itself says. */
export function profileStatusWords({ status }: Pick<MarketProfile, 'status'>, language: ManagerLanguage): string {
  const checked: InLanguages = {
    en: 'The store says that its counsel has checked this profile.',
    fr: 'Le magasin dit que son conseiller juridique a vérifié ce profil.',
    es: 'La tienda dice que su asesor legal ha revisado este perfil.'
  }
  const lead: InLanguages = {
    en: 'A lead for your counsel, not advice: have it checked before you rely on it.',
    fr: 'Une piste pour votre conseiller juridique, pas un avis\u00a0: faites-la vérifier avant de vous y fier.',
    es: 'Una pista para su asesor legal, no un consejo: haga que la revise antes de confiar en ella.'
  }
  return (status === 'checked-by-counsel' ? checked : lead)[language]
}

/** What Topshelf itself writes into profiles: names of those that come with it, and what first run keeps. */
const OWN_TEXTS: readonly InLanguages[] = [
  {
    en: 'Massachusetts, adult use: reduced prices on menus',
    fr: 'Massachusetts, usage par les adultes\u00a0: prix réduits sur les menus',
    es: 'Massachusetts, uso de adultos: precios rebajados en los menús'
  },
  {
    en: 'Washington: warnings in advertising',
    fr: 'Washington\u00a0: mises en garde dans la publicité',
    es: 'Washington: advertencias en la publicidad'
  },
  {
    en: 'As the store said at first run',
    fr: 'Selon ce que le magasin a dit à la première mise en marche',
    es: 'Según lo que dijo la tienda en la primera puesta en marcha'
  },
  {
    en: 'The store, at first run; no law or bulletin was named',
    fr: 'Le magasin, à la première mise en marche; aucune loi ni aucun bulletin n’a été nommé',
    es: 'La tienda, en la primera puesta en marcha; no se nombró ninguna ley ni boletín'
  }
]

/** A profile's name or source in the reader's language where it is ours; what a store or a regulator wrote stays. */
export function profileTextWords(text: string, language: ManagerLanguage): string {
  return OWN_TEXTS.find(({ en }) => en === text)?.[language] ?? text
}
