import type { ConnectionWay } from '../../shared/setup.ts'
import type { InLanguages } from '../settings/manager-language.ts'

/** What happened, and what to do about it. */
export interface FaultWords {
  readonly what: InLanguages
  readonly todo: InLanguages
}

/**
 * Why Cova could not be reached, from the line that was written down: the client marks in it which part of the way failed
 * (main/cova/transport-failure.ts).
 */
export function connectionFaultOf(message: string): FaultWords {
  return FAULTS[connectionWayOf(message)]
}

/** Which part of the way failed, from the same line. */
export function connectionWayOf(message: string): ConnectionWay {
  if (message.includes('(DNS)')) return 'dns'
  if (message.includes('(TLS')) return 'tls'
  return /there is no network|no way to it in the network/.test(message) ? 'network' : 'other'
}

const FAULTS: Readonly<Record<ConnectionWay, FaultWords>> = {
  dns: {
    what: {
      en: 'Cova’s name cannot be looked up (DNS).',
      fr: 'Le nom de Cova est introuvable (DNS).',
      es: 'No se encuentra el nombre de Cova (DNS).'
    },
    todo: {
      en: 'See whether this machine has internet at all. If it has, the network’s name service is at fault: restart the router, or call whoever looks after it.',
      fr: 'Voyez si cet appareil a accès à Internet. Si oui, le service de noms du réseau est en cause\u00a0: redémarrez le routeur, ou appelez la personne qui s’en occupe.',
      es: 'Vea si este equipo tiene internet. Si lo tiene, falla el servicio de nombres de la red: reinicie el enrutador o llame a quien lo atiende.'
    }
  },
  tls: {
    what: {
      en: 'No secure connection to Cova could be made (TLS).',
      fr: 'Aucune connexion sûre avec Cova n’a pu être établie (TLS).',
      es: 'No se pudo establecer una conexión segura con Cova (TLS).'
    },
    todo: {
      en: 'Check the date and time of this machine. If they are right, something on the network reads along: ask whoever looks after it.',
      fr: 'Vérifiez la date et l’heure de cet appareil. Si elles sont justes, quelque chose intercepte le réseau\u00a0: demandez à la personne qui s’en occupe.',
      es: 'Revise la fecha y la hora de este equipo. Si son correctas, algo intercepta la red: pregunte a quien la atiende.'
    }
  },
  network: {
    what: {
      en: 'This machine has no network.',
      fr: 'Cet appareil n’a pas de réseau.',
      es: 'Este equipo no tiene red.'
    },
    todo: {
      en: 'Check the cable, the Wi-Fi and the router. The boards go on meanwhile, with what is known.',
      fr: 'Vérifiez le câble, le Wi-Fi et le routeur. Les tableaux continuent avec ce qui est connu.',
      es: 'Revise el cable, el Wi-Fi y el enrutador. Los tableros siguen con lo que se sabe.'
    }
  },
  other: {
    what: {
      en: 'Cova could not be reached.',
      fr: 'Cova n’a pas pu être joint.',
      es: 'No se pudo llegar a Cova.'
    },
    todo: {
      en: 'See whether this machine has internet. If it has, a firewall may stand in the way.',
      fr: 'Voyez si cet appareil a accès à Internet. Si oui, un pare-feu fait peut-être obstacle.',
      es: 'Vea si este equipo tiene internet. Si lo tiene, quizá un cortafuegos se interponga.'
    }
  }
}
