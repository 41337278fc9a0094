import type { ConnectionWay, LocationProblem, SetupRefusalCode, SyncFaultCode } from '../../shared/setup.ts'

/** What went wrong in first run, in one language. */
export interface FaultWords {
  readonly refusals: Readonly<Record<SetupRefusalCode, string>>
  /** Why a feed did not come. */
  readonly faults: Readonly<Record<Exclude<SyncFaultCode, 'unreachable'>, string>>
  readonly ways: Readonly<Record<ConnectionWay, string>>
  readonly locationProblems: Readonly<Record<LocationProblem, string>>
  /** A line that nobody can translate. */
  readonly systemSays: (line: string) => string
}

export const PERMISSION = 'Manage Dispensary Specific Elements'

export const ENGLISH_FAULTS: FaultWords = {
  refusals: {
    missing: 'A value is missing.',
    'bad-credentials':
      'Cova does not accept these values. Compare them with Cova’s letter; mind capital letters and spaces.',
    unauthorized: 'Cova does not accept its own new token: the API user may be disabled. Ask Cova.',
    forbidden: `The log-in is right, but a permission is missing. Ask Cova for “${PERMISSION}” for this API user.`,
    'not-found': 'Cova does not know this company. Check the company ID.',
    'rate-limited': 'Cova asks to wait. Try again in a minute.',
    'server-error': 'Cova has trouble just now. Try again in a moment.',
    'bad-reply': 'Cova’s answer cannot be read.',
    timeout: 'Cova did not answer in time. Try again.',
    unreachable: 'Cova cannot be reached. Check the network of this machine.',
    'circuit-open': 'Cova failed several times running and is left alone for a moment. Try again in a minute.',
    cancelled: 'Topshelf was stopped before Cova answered. Try again.',
    'no-answer': 'Topshelf does not answer. Check that it is still running, then try again.',
    'set-up': 'This screen is set up already. To choose anew, open first run from the manager’s window.',
    'source-first': 'Choose where the menu comes from first.',
    'store-first': 'Choose the store of this screen first.',
    'display-first': 'Choose one display at least: a board must be somewhere.',
    'own-store-left-out': 'The store of this screen must be one of those that are served.',
    'not-over': 'First run is not over yet.',
    opening: 'The menu is being opened again. Try again in a moment.',
    'no-such-store': 'The company has no such store any more. Choose another.',
    'currency-unknown': 'The country of this store is not known, so neither is its currency. Choose another.',
    'disk-full': 'The disk of this machine is full. Delete what is not needed, then try again.',
    'data-dir-unwritable': 'Topshelf may not write in its data directory. Give it the right to, then try again.',
    'database-newer': 'The data here were written by a newer Topshelf. Update this one.',
    'writer-busy': 'Another Topshelf is at work on the same data. Close it, then try again.',
    'engine-failed': 'The part of Topshelf that keeps the menu did not start. Try again.'
  },
  faults: {
    'bad-credentials': 'Cova does not accept the five values any more.',
    unauthorized: 'Cova does not accept its own token: the API user may be disabled. Ask Cova.',
    forbidden: `A permission is missing. Ask Cova for “${PERMISSION}” for this API user.`,
    'not-found': 'Cova does not know this company.',
    'rate-limited': 'Cova asks to be asked less often.',
    'server-error': 'Cova has trouble just now.',
    'bad-reply': 'What answered was not what Cova sends.',
    timeout: 'Cova did not answer in time.',
    'circuit-open': 'Cova failed several times and is left alone for a moment.',
    cancelled: 'Stopped before it was through.',
    'disk-full': 'The disk of this machine is full.',
    'data-dir-unwritable': 'Topshelf may not write in its data directory.',
    'database-corrupt': 'The database is damaged.',
    'database-busy': 'Another program holds the database.',
    'internal-error': 'Something in Topshelf itself went wrong.'
  },
  ways: {
    dns: 'Cova’s name cannot be looked up (DNS).',
    tls: 'No secure connection to Cova could be made (TLS). Check the date of this machine.',
    network: 'This machine has no network.',
    other: 'Cova could not be reached.'
  },
  locationProblems: {
    'currency-unknown': 'The country is not known, so prices cannot be shown in its currency.'
  },
  systemSays: (line) => line
}

export const FRENCH_FAULTS: FaultWords = {
  refusals: {
    missing: 'Il manque une valeur.',
    'bad-credentials':
      'Cova n’accepte pas ces valeurs. Comparez-les à la lettre de Cova; attention aux majuscules et aux espaces.',
    unauthorized:
      'Cova n’accepte pas son propre jeton\u00a0: l’utilisateur de l’API est peut-être désactivé. Demandez à Cova.',
    forbidden: `Les identifiants sont bons, mais il manque une permission. Demandez à Cova «\u00a0${PERMISSION}\u00a0» pour cet utilisateur de l’API.`,
    'not-found': 'Cova ne connaît pas cette entreprise. Vérifiez le Company ID.',
    'rate-limited': 'Cova demande d’attendre. Réessayez dans une minute.',
    'server-error': 'Cova a des ennuis en ce moment. Réessayez dans un instant.',
    'bad-reply': 'La réponse de Cova ne peut pas être lue.',
    timeout: 'Cova n’a pas répondu à temps. Réessayez.',
    unreachable: 'Cova est injoignable. Vérifiez le réseau de cet appareil.',
    'circuit-open':
      'Cova a échoué plusieurs fois de suite et est laissé tranquille un moment. Réessayez dans une minute.',
    cancelled: 'Topshelf a été arrêté avant que Cova réponde. Réessayez.',
    'no-answer': 'Topshelf ne répond pas. Vérifiez qu’il fonctionne toujours, puis réessayez.',
    'set-up':
      'Cet écran est déjà configuré. Pour choisir de nouveau, rouvrez la première mise en marche depuis la fenêtre du gérant.',
    'source-first': 'Choisissez d’abord d’où vient le menu.',
    'store-first': 'Choisissez d’abord le magasin de cet écran.',
    'display-first': 'Choisissez au moins un écran\u00a0: un tableau doit être quelque part.',
    'own-store-left-out': 'Le magasin de cet écran doit être parmi ceux qui sont servis.',
    'not-over': 'La première mise en marche n’est pas terminée.',
    opening: 'Le menu est en train de se rouvrir. Réessayez dans un instant.',
    'no-such-store': 'L’entreprise n’a plus ce magasin. Choisissez-en un autre.',
    'currency-unknown': 'Le pays de ce magasin est inconnu, donc sa devise aussi. Choisissez-en un autre.',
    'disk-full': 'Le disque de cet appareil est plein. Supprimez ce qui ne sert pas, puis réessayez.',
    'data-dir-unwritable':
      'Topshelf ne peut pas écrire dans son dossier de données. Donnez-lui-en le droit, puis réessayez.',
    'database-newer': 'Les données d’ici viennent d’un Topshelf plus récent. Mettez celui-ci à jour.',
    'writer-busy': 'Un autre Topshelf travaille sur les mêmes données. Fermez-le, puis réessayez.',
    'engine-failed': 'La partie de Topshelf qui tient le menu n’a pas démarré. Réessayez.'
  },
  faults: {
    'bad-credentials': 'Cova n’accepte plus les cinq valeurs.',
    unauthorized:
      'Cova n’accepte pas son jeton\u00a0: l’utilisateur de l’API est peut-être désactivé. Demandez à Cova.',
    forbidden: `Il manque une permission. Demandez à Cova «\u00a0${PERMISSION}\u00a0» pour cet utilisateur de l’API.`,
    'not-found': 'Cova ne connaît pas cette entreprise.',
    'rate-limited': 'Cova demande qu’on l’interroge moins souvent.',
    'server-error': 'Cova a des ennuis en ce moment.',
    'bad-reply': 'La réponse n’est pas ce que Cova envoie.',
    timeout: 'Cova n’a pas répondu à temps.',
    'circuit-open': 'Cova a échoué plusieurs fois et est laissé tranquille un moment.',
    cancelled: 'Arrêté avant la fin.',
    'disk-full': 'Le disque de cet appareil est plein.',
    'data-dir-unwritable': 'Topshelf ne peut pas écrire dans son dossier de données.',
    'database-corrupt': 'La base de données est endommagée.',
    'database-busy': 'Un autre programme retient la base de données.',
    'internal-error': 'Quelque chose a mal tourné dans Topshelf même.'
  },
  ways: {
    dns: 'Le nom de Cova est introuvable (DNS).',
    tls: 'Aucune connexion sûre avec Cova n’a pu être établie (TLS). Vérifiez la date de cet appareil.',
    network: 'Cet appareil n’a pas de réseau.',
    other: 'Cova n’a pas pu être joint.'
  },
  locationProblems: {
    'currency-unknown': 'Le pays est inconnu, donc les prix ne peuvent pas être montrés dans sa devise.'
  },
  systemSays: (line) => `Ce que dit le système\u00a0: «\u00a0${line}\u00a0»`
}

export const SPANISH_FAULTS: FaultWords = {
  refusals: {
    missing: 'Falta un valor.',
    'bad-credentials': 'Cova no acepta estos valores. Compárelos con la carta de Cova; cuide mayúsculas y espacios.',
    unauthorized: 'Cova no acepta su propio token: el usuario de la API puede estar desactivado. Pregunte a Cova.',
    forbidden: `El acceso es correcto, pero falta un permiso. Pida a Cova «${PERMISSION}» para este usuario de la API.`,
    'not-found': 'Cova no conoce esta empresa. Revise el Company ID.',
    'rate-limited': 'Cova pide esperar. Inténtelo en un minuto.',
    'server-error': 'Cova tiene problemas en este momento. Inténtelo en un instante.',
    'bad-reply': 'No se puede leer la respuesta de Cova.',
    timeout: 'Cova no respondió a tiempo. Inténtelo de nuevo.',
    unreachable: 'No se puede llegar a Cova. Revise la red de este equipo.',
    'circuit-open': 'Cova falló varias veces seguidas y se le deja en paz un momento. Inténtelo en un minuto.',
    cancelled: 'Topshelf se detuvo antes de que Cova respondiera. Inténtelo de nuevo.',
    'no-answer': 'Topshelf no responde. Compruebe que sigue en marcha e inténtelo de nuevo.',
    'set-up':
      'Esta pantalla ya está configurada. Para elegir de nuevo, abra la primera puesta en marcha desde la ventana del gerente.',
    'source-first': 'Elija primero de dónde viene el menú.',
    'store-first': 'Elija primero la tienda de esta pantalla.',
    'display-first': 'Elija al menos una pantalla: un tablero debe estar en alguna parte.',
    'own-store-left-out': 'La tienda de esta pantalla debe ser una de las que se sirven.',
    'not-over': 'La primera puesta en marcha no ha terminado.',
    opening: 'El menú se está abriendo de nuevo. Inténtelo en un momento.',
    'no-such-store': 'La empresa ya no tiene esta tienda. Elija otra.',
    'currency-unknown': 'No se conoce el país de esta tienda, así que tampoco su moneda. Elija otra.',
    'disk-full': 'El disco de este equipo está lleno. Borre lo que no haga falta e inténtelo de nuevo.',
    'data-dir-unwritable': 'Topshelf no puede escribir en su carpeta de datos. Dele permiso e inténtelo de nuevo.',
    'database-newer': 'Los datos de aquí los escribió un Topshelf más nuevo. Actualice este.',
    'writer-busy': 'Otro Topshelf trabaja con los mismos datos. Ciérrelo e inténtelo de nuevo.',
    'engine-failed': 'La parte de Topshelf que mantiene el menú no arrancó. Inténtelo de nuevo.'
  },
  faults: {
    'bad-credentials': 'Cova ya no acepta los cinco valores.',
    unauthorized: 'Cova no acepta su token: el usuario de la API puede estar desactivado. Pregunte a Cova.',
    forbidden: `Falta un permiso. Pida a Cova «${PERMISSION}» para este usuario de la API.`,
    'not-found': 'Cova no conoce esta empresa.',
    'rate-limited': 'Cova pide que se le pregunte con menos frecuencia.',
    'server-error': 'Cova tiene problemas en este momento.',
    'bad-reply': 'Lo que respondió no es lo que Cova envía.',
    timeout: 'Cova no respondió a tiempo.',
    'circuit-open': 'Cova falló varias veces y se le deja en paz un momento.',
    cancelled: 'Se detuvo antes de terminar.',
    'disk-full': 'El disco de este equipo está lleno.',
    'data-dir-unwritable': 'Topshelf no puede escribir en su carpeta de datos.',
    'database-corrupt': 'La base de datos está dañada.',
    'database-busy': 'Otro programa tiene ocupada la base de datos.',
    'internal-error': 'Algo falló en el propio Topshelf.'
  },
  ways: {
    dns: 'No se encuentra el nombre de Cova (DNS).',
    tls: 'No se pudo establecer una conexión segura con Cova (TLS). Revise la fecha de este equipo.',
    network: 'Este equipo no tiene red.',
    other: 'No se pudo llegar a Cova.'
  },
  locationProblems: {
    'currency-unknown': 'No se conoce el país, así que los precios no se pueden mostrar en su moneda.'
  },
  systemSays: (line) => `Lo que dice el sistema: «${line}»`
}
