import type { FeedName } from '../../shared/board-snapshot.ts'
import type { FaultNews } from '../../shared/manager/health.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'
import { connectionFaultOf, type FaultWords } from './connection-fault.ts'

/** The permission without which Cova refuses the data of menu boards; Cova gives it on request. */
const PERMISSION = 'Manage Dispensary Specific Elements'

/** The company tree comes with the stores, and what promotions do with the promotions: told apart only where a record is wrong. */
const FEED_NAMES: Readonly<Record<FeedName | 'tree' | 'full-promotions', InLanguages>> = {
  tree: { en: 'Company tree', fr: 'Arbre de l’entreprise', es: 'Árbol de la empresa' },
  locations: { en: 'Stores', fr: 'Magasins', es: 'Tiendas' },
  catalogue: { en: 'Products', fr: 'Produits', es: 'Productos' },
  prices: { en: 'Prices', fr: 'Prix', es: 'Precios' },
  promotions: { en: 'Promotions', fr: 'Promotions', es: 'Promociones' },
  'full-promotions': { en: 'Promotions in full', fr: 'Promotions en détail', es: 'Promociones en detalle' },
  taxes: { en: 'Taxes', fr: 'Taxes', es: 'Impuestos' }
}

/** "Products"; a feed that is none of ours as it is called. */
export function feedNameOf(feed: string, language: ManagerLanguage): string {
  return Object.hasOwn(FEED_NAMES, feed) ? FEED_NAMES[feed as keyof typeof FEED_NAMES][language] : feed
}

const NOTHING_TO_DO: InLanguages = {
  en: 'Nothing needs doing: Topshelf tries again by itself.',
  fr: 'Il n’y a rien à faire\u00a0: Topshelf réessaie de lui-même.',
  es: 'No hay que hacer nada: Topshelf lo intenta de nuevo por sí mismo.'
}

/**
 * What a failed run means for a manager and what to do, by its code (docs/cova-wire.md, Errors; docs/store.md). `message`
 * is the line that was written down with it: of a connection that failed, it tells which way.
 */
export function feedFaultOf(
  error: { readonly code: string; readonly message: string },
  language: ManagerLanguage
): FaultNews {
  const { what, todo } = wordsOf(error.code, error.message)
  return { code: error.code, what: what[language], todo: todo[language], detail: error.message }
}

function wordsOf(code: string, message: string): FaultWords {
  switch (code) {
    case 'bad-credentials':
      return {
        what: {
          en: 'Cova does not accept the five values it was given (401).',
          fr: 'Cova n’accepte pas les cinq valeurs fournies (401).',
          es: 'Cova no acepta los cinco valores que se le dieron (401).'
        },
        todo: {
          en: 'Enter client ID, client secret, user name and password anew, exactly as Cova sent them. If they are right, ask Cova whether they are still valid.',
          fr: 'Saisissez de nouveau l’ID client, le secret client, le nom d’utilisateur et le mot de passe, exactement comme Cova les a envoyés. S’ils sont bons, demandez à Cova s’ils sont encore valides.',
          es: 'Escriba de nuevo el ID de cliente, el secreto, el usuario y la contraseña, exactamente como Cova los envió. Si son correctos, pregunte a Cova si siguen siendo válidos.'
        }
      }
    case 'unauthorized':
      return {
        what: {
          en: 'Cova let this program in and then refused its pass (401).',
          fr: 'Cova a laissé entrer ce programme, puis a refusé son laissez-passer (401).',
          es: 'Cova dejó entrar a este programa y luego rechazó su pase (401).'
        },
        todo: {
          en: 'Ask Cova whether the API user is enabled.',
          fr: 'Demandez à Cova si l’utilisateur API est activé.',
          es: 'Pregunte a Cova si el usuario de la API está habilitado.'
        }
      }
    case 'forbidden':
      return {
        what: {
          en: 'The API user lacks a permission (403).',
          fr: 'Il manque une permission à l’utilisateur API (403).',
          es: 'Al usuario de la API le falta un permiso (403).'
        },
        todo: {
          en: `Ask Cova for the permission “${PERMISSION}” for this API user.`,
          fr: `Demandez à Cova la permission «\u00a0${PERMISSION}\u00a0» pour cet utilisateur API.`,
          es: `Pida a Cova el permiso «${PERMISSION}» para este usuario de la API.`
        }
      }
    case 'not-found':
      return {
        what: {
          en: 'Cova does not know the company at this address (404).',
          fr: 'Cova ne connaît pas l’entreprise à cette adresse (404).',
          es: 'Cova no conoce la empresa en esta dirección (404).'
        },
        todo: {
          en: 'Check the company ID.',
          fr: 'Vérifiez l’ID de l’entreprise.',
          es: 'Revise el ID de la empresa.'
        }
      }
    case 'rate-limited':
      return {
        what: {
          en: 'Cova asks to be asked less often (429).',
          fr: 'Cova demande qu’on l’interroge moins souvent (429).',
          es: 'Cova pide que se le pregunte con menos frecuencia (429).'
        },
        todo: {
          en: 'Topshelf waits as long as Cova says. If it happens again and again, see whether another program uses the same API user.',
          fr: 'Topshelf attend aussi longtemps que Cova le dit. Si cela se répète, voyez si un autre programme se sert du même utilisateur API.',
          es: 'Topshelf espera el tiempo que Cova indica. Si se repite, vea si otro programa usa el mismo usuario de la API.'
        }
      }
    case 'server-error':
      return {
        what: {
          en: 'Cova had a fault of its own.',
          fr: 'Cova a eu une défaillance.',
          es: 'Cova tuvo un fallo propio.'
        },
        todo: {
          en: 'Topshelf tries again by itself. If it lasts for hours, tell Cova.',
          fr: 'Topshelf réessaie de lui-même. Si cela dure des heures, avertissez Cova.',
          es: 'Topshelf lo intenta de nuevo por sí mismo. Si dura horas, avise a Cova.'
        }
      }
    case 'bad-reply':
      return {
        what: {
          en: 'What answered was not what Cova sends.',
          fr: 'La réponse n’est pas ce que Cova envoie.',
          es: 'Lo que respondió no es lo que Cova envía.'
        },
        todo: {
          en: 'If this network asks for a sign-in on a web page, sign in. Otherwise send the support bundle.',
          fr: 'Si ce réseau demande une connexion sur une page Web, connectez-vous. Sinon, envoyez le fichier de soutien.',
          es: 'Si esta red pide iniciar sesión en una página web, hágalo. Si no, envíe el archivo de soporte.'
        }
      }
    case 'timeout':
      return {
        what: {
          en: 'Cova did not answer in time.',
          fr: 'Cova n’a pas répondu à temps.',
          es: 'Cova no respondió a tiempo.'
        },
        todo: {
          en: 'Topshelf tries again by itself. If it lasts, see whether the network here is slow.',
          fr: 'Topshelf réessaie de lui-même. Si cela dure, voyez si le réseau est lent ici.',
          es: 'Topshelf lo intenta de nuevo por sí mismo. Si dura, vea si la red es lenta aquí.'
        }
      }
    case 'unreachable':
      return connectionFaultOf(message)
    case 'circuit-open':
      return {
        what: {
          en: 'Cova failed several times running and is left alone for a moment.',
          fr: 'Cova a échoué plusieurs fois de suite et est laissé tranquille un moment.',
          es: 'Cova falló varias veces seguidas y se le deja en paz un momento.'
        },
        todo: NOTHING_TO_DO
      }
    case 'cancelled':
    case 'interrupted':
      return {
        what: {
          en: 'Topshelf was stopped before this was through.',
          fr: 'Topshelf a été arrêté avant la fin.',
          es: 'Topshelf se detuvo antes de terminar.'
        },
        todo: NOTHING_TO_DO
      }
    case 'disk-full':
      return {
        what: {
          en: 'The disk of this machine is full: nothing new can be kept.',
          fr: 'Le disque de cet appareil est plein\u00a0: rien de nouveau ne peut être gardé.',
          es: 'El disco de este equipo está lleno: no se puede guardar nada nuevo.'
        },
        todo: {
          en: 'Delete what is not needed from the disk. The boards go on meanwhile, with what is known.',
          fr: 'Supprimez du disque ce qui ne sert pas. Les tableaux continuent avec ce qui est connu.',
          es: 'Borre del disco lo que no haga falta. Los tableros siguen con lo que se sabe.'
        }
      }
    case 'data-dir-unwritable':
      return {
        what: {
          en: 'Topshelf may not write in its data directory.',
          fr: 'Topshelf ne peut pas écrire dans son dossier de données.',
          es: 'Topshelf no puede escribir en su carpeta de datos.'
        },
        todo: {
          en: 'Give the user that Topshelf runs as the right to write there.',
          fr: 'Donnez à l’utilisateur de Topshelf le droit d’y écrire.',
          es: 'Dé al usuario con el que corre Topshelf permiso para escribir ahí.'
        }
      }
    case 'database-busy':
      return {
        what: {
          en: 'Another program holds the database.',
          fr: 'Un autre programme retient la base de données.',
          es: 'Otro programa tiene ocupada la base de datos.'
        },
        todo: {
          en: 'Close other programs that look into Topshelf’s data directory, such as a backup under way.',
          fr: 'Fermez les autres programmes qui utilisent le dossier de données de Topshelf, comme une sauvegarde en cours.',
          es: 'Cierre otros programas que usen la carpeta de datos de Topshelf, como una copia de seguridad en curso.'
        }
      }
    case 'database-corrupt':
      return {
        what: {
          en: 'The database was damaged.',
          fr: 'La base de données était endommagée.',
          es: 'La base de datos estaba dañada.'
        },
        todo: {
          en: 'Topshelf puts it aside and fetches everything again. If it happens twice, the disk may be failing.',
          fr: 'Topshelf la met de côté et récupère tout de nouveau. Si cela se répète, le disque est peut-être défaillant.',
          es: 'Topshelf la aparta y lo trae todo de nuevo. Si sucede dos veces, quizá el disco esté fallando.'
        }
      }
    default:
      return {
        what: {
          en: 'Something in Topshelf itself went wrong.',
          fr: 'Quelque chose a mal tourné dans Topshelf même.',
          es: 'Algo falló en el propio Topshelf.'
        },
        todo: {
          en: 'Topshelf tries again by itself. Send the support bundle, so that it can be put right.',
          fr: 'Topshelf réessaie de lui-même. Envoyez le fichier de soutien pour que ce soit corrigé.',
          es: 'Topshelf lo intenta de nuevo por sí mismo. Envíe el archivo de soporte para que se corrija.'
        }
      }
  }
}
