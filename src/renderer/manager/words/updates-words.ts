import type { InLanguages } from './language.ts'

export interface UpdatesWords {
  readonly title: string
  readonly note: string
  readonly status: string
  readonly running: (version: string) => string
  readonly lastCheck: (moment: string) => string
  readonly nextCheck: (moment: string) => string
  readonly checkNow: string
  readonly installNow: string
  readonly installReally: string
  readonly installNote: string
  readonly notNow: string
  readonly progress: string
  readonly faultAt: (moment: string) => string
  readonly details: (line: string) => string
  readonly refused: string
  readonly enabledNote: string
  readonly feedNote: string
  readonly pinnedNote: string
  readonly channels: Readonly<Record<'stable' | 'beta', string>>
}

export const UPDATES_WORDS: InLanguages<UpdatesWords> = {
  en: {
    title: 'Updates',
    note: 'New versions are downloaded in the background and installed while the store is closed.',
    status: 'Updates',
    running: (version) => `Version ${version} runs.`,
    lastCheck: (moment) => `Last answered: ${moment}.`,
    nextCheck: (moment) => `Next check: ${moment}.`,
    checkNow: 'Check now',
    installNow: 'Install now',
    installReally: 'Install, and restart the boards',
    installNote: 'Boards are gone for some seconds while the new version starts.',
    notNow: 'Not now',
    progress: 'Download',
    faultAt: (moment) => `Last tried: ${moment}.`,
    details: (line) => `For whoever helps: ${line}`,
    refused: 'Versions that went back here',
    enabledNote: 'Off: nothing is asked, downloaded or installed.',
    feedNote: 'The directory that your versions come from, such as https://updates.example/topshelf/. Empty: none.',
    pinnedNote: 'Such as 1.4.2: nothing else is taken. Empty: whatever is newer.',
    channels: { stable: 'Finished versions', beta: 'Try-outs too' }
  },
  fr: {
    title: 'Mises à jour',
    note: 'Les nouvelles versions se téléchargent en arrière-plan et s’installent pendant que le magasin est fermé.',
    status: 'Mises à jour',
    running: (version) => `La version ${version} est en marche.`,
    lastCheck: (moment) => `Dernière réponse\u00a0: ${moment}.`,
    nextCheck: (moment) => `Prochaine recherche\u00a0: ${moment}.`,
    checkNow: 'Rechercher maintenant',
    installNow: 'Installer maintenant',
    installReally: 'Installer et relancer les tableaux',
    installNote: 'Les tableaux disparaissent quelques secondes, le temps que la nouvelle version démarre.',
    notNow: 'Pas maintenant',
    progress: 'Téléchargement',
    faultAt: (moment) => `Dernier essai\u00a0: ${moment}.`,
    details: (line) => `Pour qui vous aide\u00a0: ${line}`,
    refused: 'Versions qui ont échoué ici',
    enabledNote: 'Désactivé\u00a0: rien n’est recherché, téléchargé ni installé.',
    feedNote: 'Le répertoire d’où viennent vos versions, comme https://updates.example/topshelf/. Vide\u00a0: aucun.',
    pinnedNote: 'Par exemple 1.4.2\u00a0: rien d’autre n’est pris. Vide\u00a0: tout ce qui est plus récent.',
    channels: { stable: 'Versions finales', beta: 'Aussi les essais' }
  },
  es: {
    title: 'Actualizaciones',
    note: 'Las versiones nuevas se descargan en segundo plano y se instalan mientras la tienda está cerrada.',
    status: 'Actualizaciones',
    running: (version) => `Está en marcha la versión ${version}.`,
    lastCheck: (moment) => `Última respuesta: ${moment}.`,
    nextCheck: (moment) => `Próxima búsqueda: ${moment}.`,
    checkNow: 'Buscar ahora',
    installNow: 'Instalar ahora',
    installReally: 'Instalar y reiniciar los tableros',
    installNote: 'Los tableros desaparecen unos segundos mientras arranca la versión nueva.',
    notNow: 'Ahora no',
    progress: 'Descarga',
    faultAt: (moment) => `Último intento: ${moment}.`,
    details: (line) => `Para quien ayude: ${line}`,
    refused: 'Versiones que fallaron aquí',
    enabledNote: 'Desactivado: no se busca, descarga ni instala nada.',
    feedNote: 'El directorio de donde vienen sus versiones, como https://updates.example/topshelf/. Vacío: ninguno.',
    pinnedNote: 'Por ejemplo 1.4.2: no se toma ninguna otra. Vacío: cualquiera más nueva.',
    channels: { stable: 'Versiones terminadas', beta: 'También las de prueba' }
  }
}
