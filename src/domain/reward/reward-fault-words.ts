import type { RewardFault, RewardSystem } from '../../shared/rewards.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'
import { sentenceOf } from '../display/sentence.ts'
import { REWARD_SYSTEMS } from './reward-systems.ts'

/** How a system is called in a sentence: the name that the manager gave one that is not listed. */
export function rewardSystemNameOf(system: RewardSystem, language: ManagerLanguage): string {
  switch (system.kind) {
    case 'listed':
      return REWARD_SYSTEMS[system.id].name[language]
    case 'other':
      return system.name
  }
}

/** What is wrong with a reward and what would be right, one sentence or two. */
export function rewardFaultWords(fault: RewardFault): InLanguages {
  switch (fault.kind) {
    case 'system-unknown':
      return {
        en: 'Choose the point of sale from the list, or “Another one”.',
        fr: 'Choisissez le point de vente dans la liste, ou «\u00a0Un autre\u00a0».',
        es: 'Elija el punto de venta de la lista, u «Otro».'
      }
    case 'system-name':
      return {
        en: 'Write what the point of sale is called, in 1 to 60 letters.',
        fr: 'Écrivez le nom du point de vente, en 1 à 60 lettres.',
        es: 'Escriba cómo se llama el punto de venta, con 1 a 60 letras.'
      }
    case 'system-unanswered':
      return {
        en: 'This point of sale is not on the list. Say which of these it is like: until then no reward is shown.',
        fr: 'Ce point de vente n’est pas dans la liste. Dites auquel il ressemble\u00a0: d’ici là, aucune récompense n’est affichée.',
        es: 'Este punto de venta no está en la lista. Diga a cuál se parece: hasta entonces no se muestra ninguna recompensa.'
      }
    case 'taken-from':
      return {
        en: 'Choose before or after taxes, as the store has set it.',
        fr: 'Choisissez avant ou après taxes, comme le magasin l’a réglé.',
        es: 'Elija antes o después de impuestos, como lo configuró la tienda.'
      }
    case 'name':
      return {
        en: 'Give the reward a name of 1 to 60 letters.',
        fr: 'Donnez à la récompense un nom de 1 à 60 lettres.',
        es: 'Dé a la recompensa un nombre de 1 a 60 letras.'
      }
    case 'name-taken':
      return {
        en: `There is a reward “${fault.name}” already. Choose another name.`,
        fr: `Il y a déjà une récompense «\u00a0${fault.name}\u00a0». Choisissez un autre nom.`,
        es: `Ya hay una recompensa «${fault.name}». Elija otro nombre.`
      }
    case 'kind-unknown':
      return {
        en: 'Choose an amount off or a percentage off.',
        fr: 'Choisissez un montant ou un pourcentage de rabais.',
        es: 'Elija un importe o un porcentaje de descuento.'
      }
    case 'spend-get':
      return spendGetWords(fault.system, fault.bySystem)
    case 'value-none':
      return {
        en: 'Write a number such as 5 or 12.50.',
        fr: 'Écrivez un nombre comme 5 ou 12,50.',
        es: 'Escriba un número como 5 o 12.50.'
      }
    case 'value-zero':
      return {
        en: 'A reward of zero gives nothing. Write more than 0.',
        fr: 'Une récompense de zéro ne donne rien. Écrivez plus de 0.',
        es: 'Una recompensa de cero no da nada. Escriba más de 0.'
      }
    case 'value-large':
      return {
        en: `Write at most ${fault.most}.`,
        fr: `Écrivez au plus ${fault.most}.`,
        es: `Escriba como máximo ${fault.most}.`
      }
    case 'percent-over-100':
      return {
        en: 'A percentage is 100 at most: more would be money handed out.',
        fr: 'Un pourcentage est d’au plus 100\u00a0: au-delà, le magasin paierait le client.',
        es: 'Un porcentaje es de 100 como máximo: con más, la tienda pagaría al cliente.'
      }
    case 'digits':
      return fault.of === 'money'
        ? {
            en: `Write the amount with at most ${fault.most} digits after the point, as money is paid.`,
            fr: `Écrivez le montant avec au plus ${fault.most} décimales, comme on le paie.`,
            es: `Escriba el importe con ${fault.most} decimales como máximo, como se paga.`
          }
        : {
            en: `Write the percentage with at most ${fault.most} digits after the point.`,
            fr: `Écrivez le pourcentage avec au plus ${fault.most} décimales.`,
            es: `Escriba el porcentaje con ${fault.most} decimales como máximo.`
          }
    case 'points':
      return {
        en: 'Write whole points, from 1 to 10,000,000.',
        fr: 'Écrivez des points entiers, de 1 à 10\u00a0000\u00a0000.',
        es: 'Escriba puntos enteros, de 1 a 10,000,000.'
      }
    case 'id-missing': {
      const { system } = fault
      return {
        en: `Paste the ID that ${rewardSystemNameOf(system, 'en')} has for the discount: the loyalty programme reaches it by that alone.`,
        fr: `Collez l’identifiant que ${rewardSystemNameOf(system, 'fr')} donne au rabais\u00a0: le programme de fidélité ne l’atteint que par lui.`,
        es: `Pegue el ID que ${rewardSystemNameOf(system, 'es')} da al descuento: el programa de lealtad solo llega a él con ese ID.`
      }
    }
    case 'id-long':
      return {
        en: 'This is too long for an ID: 100 letters and figures at most.',
        fr: 'C’est trop long pour un identifiant\u00a0: 100 lettres et chiffres au plus.',
        es: 'Es demasiado largo para un ID: 100 letras y cifras como máximo.'
      }
    case 'too-many':
      return {
        en: `Keep at most ${fault.most} rewards.`,
        fr: `Gardez au plus ${fault.most} récompenses.`,
        es: `Conserve como máximo ${fault.most} recompensas.`
      }
  }
}

function spendGetWords(system: RewardSystem, bySystem: boolean): InLanguages {
  if (!bySystem)
    return {
      en: 'Topshelf’s boards and estimates know rewards of an amount or a percentage off alone. Make “spend X, get Y” a promotion of the point of sale.',
      fr: 'Les tableaux et estimations de Topshelf ne connaissent que les récompenses en montant ou en pourcentage. Faites de «\u00a0dépensez X, obtenez Y\u00a0» une promotion du point de vente.',
      es: 'Los tableros y estimaciones de Topshelf solo conocen recompensas de un importe o un porcentaje. Haga de «gaste X y reciba Y» una promoción del punto de venta.'
    }
  return {
    en: `${sentenceOf(rewardSystemNameOf(system, 'en'), 'en')} cannot run “spend X, get Y”: its loyalty rewards are an amount or a percentage off the basket, without conditions.`,
    fr: `${sentenceOf(rewardSystemNameOf(system, 'fr'), 'fr')} ne peut pas exécuter «\u00a0dépensez X, obtenez Y\u00a0»\u00a0: ses récompenses sont un montant ou un pourcentage de rabais sur le panier, sans condition.`,
    es: `${sentenceOf(rewardSystemNameOf(system, 'es'), 'es')} no puede aplicar «gaste X y reciba Y»: sus recompensas son un importe o un porcentaje de descuento sobre la compra, sin condiciones.`
  }
}
