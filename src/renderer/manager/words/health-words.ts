import type { InLanguages } from './language.ts'

export interface HealthWords {
  readonly title: string
  readonly loading: string
  readonly saveBundle: string
  readonly bundleNote: string
  readonly savedAt: (path: string) => string
  readonly tabs: Readonly<Record<'feeds' | 'problems' | 'history' | 'quarantine' | 'machine', string>>
  readonly count: (name: string, count: number) => string
  readonly feed: string
  readonly lastGood: string
  readonly never: string
  readonly state: string
  readonly states: Readonly<Record<'ok' | 'late' | 'failed' | 'never', string>>
  readonly since: (moment: string) => string
  readonly askNow: string
  readonly cancel: string
  readonly resume: string
  readonly progress: string
  readonly feedsComplete: (complete: number, all: number) => string
  readonly noProblems: string
  readonly noOtherProblems: string
  readonly comesInAndMore: (problems: number) => string
  /** A line that is English wherever the store is: for whoever is asked for help. */
  readonly details: (line: string) => string
  readonly noRuns: string
  readonly at: string
  readonly what: string
  readonly took: string
  readonly underWay: string
  readonly pages: string
  readonly records: string
  readonly changed: string
  readonly rejected: string
  readonly outcome: string
  readonly good: string
  readonly noQuarantine: string
  readonly quarantineNote: string
  readonly firstSeen: (moment: string) => string
  readonly lastSeen: (moment: string) => string
  readonly noRaw: string
  readonly screens: string
  readonly noScreens: string
  readonly recoveries: string
  readonly noRecoveries: string
  readonly mendedBy: (step: string, took: string) => string
  readonly unnamedScreen: string
  readonly version: string
  readonly system: string
  readonly uptime: string
  readonly dataDir: string
  readonly diskFree: string
  readonly diskLow: string
  readonly databases: string
  readonly pictures: string
  readonly countOfPictures: (count: number) => string
}

export const HEALTH_WORDS: InLanguages<HealthWords> = {
  en: {
    title: 'Health',
    loading: 'Looking',
    saveBundle: 'Save a support bundle',
    bundleNote: 'All of this view in one file, without secrets, for whoever helps you.',
    savedAt: (path) => `Saved as ${path}`,
    tabs: {
      feeds: 'Feeds',
      problems: 'Problems',
      history: 'History',
      quarantine: 'Set aside',
      machine: 'This machine'
    },
    count: (name, count) => `${name} (${count})`,
    feed: 'Feed',
    lastGood: 'Last came',
    never: 'not yet',
    state: 'State',
    states: { ok: 'well', late: 'late', failed: 'failed', never: 'not yet' },
    since: (moment) => `at ${moment}`,
    askNow: 'Ask Cova now',
    cancel: 'Stop this sync',
    resume: 'Go on with the sync',
    progress: 'Sync',
    feedsComplete: (complete, all) => `${complete} of ${all} feeds complete`,
    noProblems: 'Nothing wants a look.',
    noOtherProblems: 'Nothing beside what the other panels say.',
    comesInAndMore: (problems) =>
      `Everything comes in as it should; ${problems === 1 ? 'one thing wants' : `${problems} things want`} a look.`,
    details: (line) => `As written down: ${line}`,
    noRuns: 'Nothing has been synced yet.',
    at: 'Began',
    what: 'What',
    took: 'Took',
    underWay: 'under way',
    pages: 'Pages',
    records: 'Records',
    changed: 'Changed',
    rejected: 'Set aside',
    outcome: 'Outcome',
    good: 'good',
    noQuarantine: 'Every record that Cova sent could be used.',
    quarantineNote:
      'Records that Cova sent and that could not be used. The last good value stays on the boards. Costs and people are left out.',
    firstSeen: (moment) => `first ${moment}`,
    lastSeen: (moment) => `last ${moment}`,
    noRaw: 'The record itself cannot be shown without what it cost or whom it names.',
    screens: 'Screens that are on',
    noScreens: 'No screen is on.',
    recoveries: 'Windows that were not well',
    noRecoveries: 'Nothing has gone wrong with a window of this machine.',
    mendedBy: (step, took) => `Mended: ${step}, after ${took}.`,
    unnamedScreen: 'A screen without a name',
    version: 'Version',
    system: 'System',
    uptime: 'Running for',
    dataDir: 'Data directory',
    diskFree: 'Free on its disk',
    diskLow: 'Too little: delete what is not needed.',
    databases: 'Databases',
    pictures: 'Pictures kept',
    countOfPictures: (count) => (count === 1 ? '1 picture' : `${count} pictures`)
  },
  fr: {
    title: 'Santé',
    loading: 'Vérification',
    saveBundle: 'Enregistrer un fichier de soutien',
    bundleNote: 'Toute cette vue en un fichier, sans secrets, pour qui vous aide.',
    savedAt: (path) => `Enregistré sous ${path}`,
    tabs: {
      feeds: 'Flux',
      problems: 'Problèmes',
      history: 'Historique',
      quarantine: 'Mis de côté',
      machine: 'Cet appareil'
    },
    count: (name, count) => `${name} (${count})`,
    feed: 'Flux',
    lastGood: 'Dernière réception',
    never: 'pas encore',
    state: 'État',
    states: { ok: 'bon', late: 'en retard', failed: 'en échec', never: 'pas encore' },
    since: (moment) => `à ${moment}`,
    askNow: 'Demander à Cova maintenant',
    cancel: 'Arrêter cette synchronisation',
    resume: 'Reprendre la synchronisation',
    progress: 'Synchronisation',
    feedsComplete: (complete, all) => `${complete} flux sur ${all} au complet`,
    noProblems: 'Rien à vérifier.',
    noOtherProblems: 'Rien d’autre que ce que disent les autres volets.',
    comesInAndMore: (problems) =>
      `Tout arrive comme prévu; ${problems === 1 ? 'un point est' : `${problems} points sont`} à vérifier.`,
    details: (line) => `Ce que dit le système\u00a0: «\u00a0${line}\u00a0»`,
    noRuns: 'Rien n’a encore été synchronisé.',
    at: 'Début',
    what: 'Quoi',
    took: 'Durée',
    underWay: 'en cours',
    pages: 'Pages',
    records: 'Reçus',
    changed: 'Changés',
    rejected: 'Mis de côté',
    outcome: 'Résultat',
    good: 'bon',
    noQuarantine: 'Tout ce que Cova a envoyé a pu être utilisé.',
    quarantineNote:
      'Ce que Cova a envoyé et qui n’a pas pu être utilisé. La dernière bonne valeur reste aux tableaux. Les coûts et les personnes sont omis.',
    firstSeen: (moment) => `d’abord ${moment}`,
    lastSeen: (moment) => `dernièrement ${moment}`,
    noRaw: 'L’enregistrement ne peut être montré sans ce qu’il a coûté ou qui il nomme.',
    screens: 'Écrans allumés',
    noScreens: 'Aucun écran n’est allumé.',
    recoveries: 'Fenêtres qui n’allaient pas bien',
    noRecoveries: 'Aucune fenêtre de cet appareil n’a eu d’ennui.',
    mendedBy: (step, took) => `Réparé\u00a0: ${step}, après ${took}.`,
    unnamedScreen: 'Un écran sans nom',
    version: 'Version',
    system: 'Système',
    uptime: 'En marche depuis',
    dataDir: 'Dossier de données',
    diskFree: 'Libre sur son disque',
    diskLow: 'Trop peu\u00a0: supprimez ce qui ne sert pas.',
    databases: 'Bases de données',
    pictures: 'Images gardées',
    countOfPictures: (count) => (count === 1 ? '1 image' : `${count} images`)
  },
  es: {
    title: 'Salud',
    loading: 'Comprobando',
    saveBundle: 'Guardar un archivo de soporte',
    bundleNote: 'Toda esta vista en un archivo, sin secretos, para quien le ayude.',
    savedAt: (path) => `Guardado como ${path}`,
    tabs: {
      feeds: 'Fuentes',
      problems: 'Problemas',
      history: 'Historial',
      quarantine: 'Apartados',
      machine: 'Este equipo'
    },
    count: (name, count) => `${name} (${count})`,
    feed: 'Fuente',
    lastGood: 'Última llegada',
    never: 'todavía no',
    state: 'Estado',
    states: { ok: 'bien', late: 'con retraso', failed: 'falló', never: 'todavía no' },
    since: (moment) => `a las ${moment}`,
    askNow: 'Preguntar a Cova ahora',
    cancel: 'Detener esta sincronización',
    resume: 'Seguir con la sincronización',
    progress: 'Sincronización',
    feedsComplete: (complete, all) => `${complete} de ${all} flujos completos`,
    noProblems: 'No hay nada que revisar.',
    noOtherProblems: 'Nada más que lo que dicen los otros paneles.',
    comesInAndMore: (problems) =>
      `Todo llega como debe; hay ${problems === 1 ? 'un asunto' : `${problems} asuntos`} por revisar.`,
    details: (line) => `Lo que dice el sistema: «${line}»`,
    noRuns: 'Todavía no se ha sincronizado nada.',
    at: 'Comienzo',
    what: 'Qué',
    took: 'Duración',
    underWay: 'en curso',
    pages: 'Páginas',
    records: 'Registros',
    changed: 'Cambiados',
    rejected: 'Apartados',
    outcome: 'Resultado',
    good: 'bien',
    noQuarantine: 'Todo lo que Cova envió se pudo usar.',
    quarantineNote:
      'Registros que Cova envió y que no se pudieron usar. El último valor bueno sigue en los tableros. Se omiten los costos y las personas.',
    firstSeen: (moment) => `primero ${moment}`,
    lastSeen: (moment) => `último ${moment}`,
    noRaw: 'El registro no se puede mostrar sin lo que costó o a quién nombra.',
    screens: 'Pantallas encendidas',
    noScreens: 'No hay ninguna pantalla encendida.',
    recoveries: 'Ventanas que no estaban bien',
    noRecoveries: 'Ninguna ventana de esta máquina ha tenido problemas.',
    mendedBy: (step, took) => `Arreglado: ${step}, tras ${took}.`,
    unnamedScreen: 'Una pantalla sin nombre',
    version: 'Versión',
    system: 'Sistema',
    uptime: 'En marcha desde hace',
    dataDir: 'Carpeta de datos',
    diskFree: 'Libre en su disco',
    diskLow: 'Muy poco: borre lo que no haga falta.',
    databases: 'Bases de datos',
    pictures: 'Imágenes guardadas',
    countOfPictures: (count) => (count === 1 ? '1 imagen' : `${count} imágenes`)
  }
}
