import type { BoardSet, DensityLevel, OutsideHours, ScreenOrientation } from '../../../shared/screen-settings.ts'
import type { InLanguages } from '../words/language.ts'

export interface ScreensWords {
  readonly count: (screens: number, off: number, problems: number) => string
  readonly none: string
  readonly wall: string
  readonly pair: string
  readonly hours: string
  readonly choose: string
  readonly number: (number: number) => string
  readonly noBoard: string
  readonly opening: string
  readonly facts: {
    readonly store: string
    readonly shows: string
    readonly theme: string
    readonly pages: string
    readonly prices: string
    readonly sign: string
    readonly since: string
    readonly light: string
  }
  readonly problems: string
  readonly identify: string
  readonly identified: string
  readonly reload: string
  readonly reloading: string
  readonly unpair: string
  readonly unpaired: string
  readonly unpairSure: string
  readonly keep: string
  readonly settings: string
  readonly fixedPlace: string
  readonly name: string
  readonly board: string
  readonly boardNote: string
  readonly set: string
  readonly sets: Readonly<Record<BoardSet['kind'], string>>
  readonly classes: string
  readonly shelf: string
  readonly noShelf: string
  readonly products: (count: number) => string
  readonly timedSets: string
  readonly timedNote: string
  readonly from: string
  readonly addTime: string
  readonly removeTime: (from: string) => string
  readonly theme: string
  readonly themes: Readonly<Record<'dark' | 'light' | 'contrast', string>>
  readonly orientation: string
  readonly orientations: Readonly<Record<ScreenOrientation, string>>
  readonly size: string
  readonly inches: string
  readonly distance: string
  readonly unit: string
  readonly units: Readonly<Record<'m' | 'ft', string>>
  readonly level: string
  readonly levels: Readonly<Record<DensityLevel, string>>
  readonly outside: string
  readonly outsides: Readonly<Record<OutsideHours, string>>
  readonly outsideNote: string
  readonly parts: Readonly<Record<'menu' | 'look' | 'television', string>>
  readonly noGroup: string
  readonly groupNote: string
  readonly lastFewNote: string
  readonly languageNote: string
  readonly seconds: string
  readonly percent: string
  readonly save: string
  readonly saved: string
  readonly discard: string
  readonly unsaved: string
  readonly pairTitle: string
  readonly pairSteps: (address: string) => string
  readonly pairNoAddress: string
  readonly pairHere: string
  readonly code: string
  readonly codeNote: string
  readonly pairNow: string
  readonly cancel: string
  readonly pairedNow: (name: string) => string
  readonly hoursTitle: (store: string) => string
  readonly hoursNote: string
  readonly hoursCova: string
  readonly open: (day: string) => string
  /** Headings of the week. */
  readonly day: string
  readonly opens: string
  readonly closes: string
  /** In place of the times of a day. */
  readonly closed: string
  readonly opensAt: (day: string) => string
  readonly closesAt: (day: string) => string
  readonly hoursOfCova: string
  readonly saveHours: string
}

/** `one` and `notOne` are of a single screen, `all` of several that are on. */
function notOnWords(
  screens: number,
  off: number,
  [one, notOne, all]: readonly [string, string, string],
  some: (off: number) => string
): string {
  if (screens === 1) return off === 0 ? one : notOne
  return off === 0 ? all : some(off)
}

export const SCREENS_WORDS: InLanguages<ScreensWords> = {
  en: {
    count: (screens, off, problems) =>
      [
        screens === 1 ? 'One screen' : `${screens} screens`,
        notOnWords(screens, off, ['on', 'not on', 'all of them on'], (count) =>
          count === 1 ? 'one is not on' : `${count} are not on`
        ),
        problems === 0 ? null : problems === 1 ? 'one wants a look' : `${problems} want a look`
      ]
        .filter((part) => part !== null)
        .join(', '),
    none: 'No screen shows a board yet. Pair the browser of a television, or open a board’s address in it.',
    wall: 'Screens',
    pair: 'Pair a browser',
    hours: 'Opening hours',
    choose: 'Choose a screen to see all of it and to change it.',
    number: (number) => `Screen ${number}`,
    noBoard: 'Not on',
    opening: 'Opening',
    facts: {
      store: 'Store',
      shows: 'Shows',
      theme: 'Theme',
      pages: 'Pages',
      prices: 'Prices',
      sign: 'Sign of life',
      since: 'Since',
      light: 'Light'
    },
    problems: 'Wants a look',
    identify: 'Show its number on it',
    identified: 'Its number stands on it for ten seconds.',
    reload: 'Load its page anew',
    reloading: 'It loads its page anew.',
    unpair: 'Unpair',
    unpaired: 'It is unpaired, and shows a code.',
    unpairSure: 'Unpair it for good',
    keep: 'Keep it',
    settings: 'How it is set',
    fixedPlace: 'Its address says its name and its store. Pair it to choose them here.',
    name: 'Name',
    board: 'Shares a menu with',
    boardNote: 'Screens with the same word here show one menu between them. Empty: all of it alone.',
    set: 'What it shows',
    sets: {
      full: 'The whole menu',
      classifications: 'Some classes',
      shelf: 'One shelf',
      'on-promotion': 'What is on promotion',
      'new-arrivals': 'New arrivals'
    },
    classes: 'Classes',
    shelf: 'Shelf',
    noShelf: 'This store has no shelf.',
    products: (count) => `${count}`,
    timedSets: 'By time of day',
    timedNote: 'From its time on, until the next one or the end of the day.',
    from: 'From',
    addTime: 'Add a time',
    removeTime: (from) => `Remove ${from}`,
    theme: 'Theme',
    themes: { dark: 'Dark', light: 'Light', contrast: 'High contrast' },
    orientation: 'How it hangs',
    orientations: {
      auto: 'As its system has it',
      landscape: 'Wide',
      'portrait-left': 'Upright, turned to the left',
      'portrait-right': 'Upright, turned to the right'
    },
    size: 'Size',
    inches: 'inches',
    distance: 'Looked at from',
    unit: 'Unit',
    units: { m: 'metres', ft: 'feet' },
    level: 'Density',
    levels: { roomy: 'Roomy', standard: 'Standard', dense: 'Dense' },
    outside: 'While the store is closed',
    outsides: { on: 'On', dim: 'Dimmed', off: 'Off' },
    outsideNote: 'A touch or a key wakes it for two minutes.',
    parts: { menu: 'The menu', look: 'The look', television: 'The television' },
    noGroup: 'None: prices for everybody',
    groupNote: 'This screen shows what members of the group pay.',
    lastFewNote: 'Grams or pieces. Empty: never.',
    languageNote: 'Such as en-CA, fr-CA or es-US. Empty: as in the store’s country.',
    seconds: 'seconds',
    percent: '%',
    save: 'Save and show it so',
    saved: 'Saved. The screen follows in a moment.',
    discard: 'Discard',
    unsaved: 'Not saved yet',
    pairTitle: 'Pair a browser',
    pairHere:
      'Only browsers on this machine reach that address. For a television, switch on “Show boards on other screens” under Network; “npm run serve” takes --host 0.0.0.0 for it.',
    pairSteps: (address) => `Open ${address} in the browser of the television. It shows a code: type it here.`,
    pairNoAddress:
      'Open the page “/pair” of this program in the browser of the television. It shows a code: type it here.',
    code: 'Code',
    codeNote: 'Six letters and figures.',
    pairNow: 'Pair it',
    cancel: 'Cancel',
    pairedNow: (name) => `${name} is paired, and goes to its board.`,
    hoursTitle: (store) => `Opening hours: ${store}`,
    hoursNote:
      'For screens that are dimmed or off while the store is closed. Times of 24 hours, such as 09:00 and 22:00; a close before the opening is on the next day.',
    hoursCova: 'These are the hours that Cova says.',
    open: (day) => day,
    day: 'Day',
    opens: 'Opens at',
    closes: 'Closes at',
    closed: 'Closed all day',
    opensAt: (day) => `${day}, opens at`,
    closesAt: (day) => `${day}, closes at`,
    hoursOfCova: 'Go by what Cova says',
    saveHours: 'Save the hours'
  },
  fr: {
    count: (screens, off, problems) =>
      [
        screens === 1 ? 'Un écran' : `${screens} écrans`,
        notOnWords(screens, off, ['allumé', 'pas allumé', 'tous allumés'], (count) =>
          count === 1 ? 'un n’est pas allumé' : `${count} ne sont pas allumés`
        ),
        problems === 0 ? null : problems === 1 ? 'un est à vérifier' : `${problems} sont à vérifier`
      ]
        .filter((part) => part !== null)
        .join(', '),
    none: 'Aucun écran ne montre de tableau. Jumelez le navigateur d’un téléviseur, ou ouvrez-y l’adresse d’un tableau.',
    wall: 'Écrans',
    pair: 'Jumeler un navigateur',
    hours: 'Heures d’ouverture',
    choose: 'Choisissez un écran pour en voir tout et le changer.',
    number: (number) => `Écran ${number}`,
    noBoard: 'Pas allumé',
    opening: 'Ouverture',
    facts: {
      store: 'Magasin',
      shows: 'Montre',
      theme: 'Thème',
      pages: 'Pages',
      prices: 'Prix',
      sign: 'Signe de vie',
      since: 'Depuis',
      light: 'Lumière'
    },
    problems: 'À vérifier',
    identify: 'Y montrer son numéro',
    identified: 'Son numéro y est pendant dix secondes.',
    reload: 'Recharger sa page',
    reloading: 'Il recharge sa page.',
    unpair: 'Dissocier',
    unpaired: 'Il est dissocié et montre un code.',
    unpairSure: 'Le dissocier pour de bon',
    keep: 'Le garder',
    settings: 'Ses réglages',
    fixedPlace: 'Son adresse dit son nom et son magasin. Jumelez-le pour les choisir ici.',
    name: 'Nom',
    board: 'Partage un menu avec',
    boardNote: 'Les écrans qui ont ici le même mot montrent un menu à eux tous. Vide\u00a0: tout le menu, seul.',
    set: 'Ce qu’il montre',
    sets: {
      full: 'Tout le menu',
      classifications: 'Certaines catégories',
      shelf: 'Une étagère',
      'on-promotion': 'Les promotions',
      'new-arrivals': 'Les nouveautés'
    },
    classes: 'Catégories',
    shelf: 'Étagère',
    noShelf: 'Ce magasin n’a pas d’étagère.',
    products: (count) => `${count}`,
    timedSets: 'Selon l’heure',
    timedNote: 'Dès son heure, jusqu’à la suivante ou la fin du jour.',
    from: 'Dès',
    addTime: 'Ajouter une heure',
    removeTime: (from) => `Enlever ${from}`,
    theme: 'Thème',
    themes: { dark: 'Sombre', light: 'Clair', contrast: 'Contraste élevé' },
    orientation: 'Comment il est accroché',
    orientations: {
      auto: 'Comme son système',
      landscape: 'À l’horizontale',
      'portrait-left': 'À la verticale, tourné à gauche',
      'portrait-right': 'À la verticale, tourné à droite'
    },
    size: 'Taille',
    inches: 'pouces',
    distance: 'Lu à',
    unit: 'Unité',
    units: { m: 'mètres', ft: 'pieds' },
    level: 'Densité',
    levels: { roomy: 'Aérée', standard: 'Normale', dense: 'Dense' },
    outside: 'Quand le magasin est fermé',
    outsides: { on: 'Allumé', dim: 'Atténué', off: 'Éteint' },
    outsideNote: 'Un toucher ou une touche le réveille pour deux minutes.',
    parts: { menu: 'Le menu', look: 'L’aspect', television: 'Le téléviseur' },
    noGroup: 'Aucun\u00a0: les prix pour tous',
    groupNote: 'Cet écran montre ce que paient les membres du groupe.',
    lastFewNote: 'Grammes ou unités. Vide\u00a0: jamais.',
    languageNote: 'Comme en-CA, fr-CA ou es-US. Vide\u00a0: celle du pays du magasin.',
    seconds: 'secondes',
    percent: '%',
    save: 'Enregistrer et le montrer ainsi',
    saved: 'Enregistré. L’écran suit dans un instant.',
    discard: 'Abandonner',
    unsaved: 'Pas encore enregistré',
    pairTitle: 'Jumeler un navigateur',
    pairHere:
      'Seuls les navigateurs de cet appareil atteignent cette adresse. Pour un téléviseur, activez «\u00a0Montrer les tableaux sur d’autres écrans\u00a0» sous Réseau\u00a0; «\u00a0npm run serve\u00a0» prend pour cela --host 0.0.0.0.',
    pairSteps: (address) =>
      `Ouvrez ${address} dans le navigateur du téléviseur. Il montre un code\u00a0: tapez-le ici.`,
    pairNoAddress:
      'Ouvrez la page «\u00a0/pair\u00a0» de ce programme dans le navigateur du téléviseur. Il montre un code\u00a0: tapez-le ici.',
    code: 'Code',
    codeNote: 'Six lettres et chiffres.',
    pairNow: 'Le jumeler',
    cancel: 'Annuler',
    pairedNow: (name) => `${name} est jumelé et va à son tableau.`,
    hoursTitle: (store) => `Heures d’ouverture\u00a0: ${store}`,
    hoursNote:
      'Pour les écrans atténués ou éteints quand le magasin est fermé. Heures sur 24, comme 09:00 et 22:00\u00a0; une fermeture avant l’ouverture est le lendemain.',
    hoursCova: 'Ce sont les heures selon Cova.',
    open: (day) => day,
    day: 'Jour',
    opens: 'Ouvre à',
    closes: 'Ferme à',
    closed: 'Fermé toute la journée',
    opensAt: (day) => `${day}, ouvre à`,
    closesAt: (day) => `${day}, ferme à`,
    hoursOfCova: 'Suivre ce que dit Cova',
    saveHours: 'Enregistrer les heures'
  },
  es: {
    count: (screens, off, problems) =>
      [
        screens === 1 ? 'Una pantalla' : `${screens} pantallas`,
        notOnWords(screens, off, ['encendida', 'no encendida', 'todas encendidas'], (count) =>
          count === 1 ? 'una no está encendida' : `${count} no están encendidas`
        ),
        problems === 0 ? null : problems === 1 ? 'una está por revisar' : `${problems} están por revisar`
      ]
        .filter((part) => part !== null)
        .join(', '),
    none: 'Ninguna pantalla muestra un tablero todavía. Vincule el navegador de un televisor, o abra en él la dirección de un tablero.',
    wall: 'Pantallas',
    pair: 'Vincular un navegador',
    hours: 'Horario',
    choose: 'Elija una pantalla para verla entera y cambiarla.',
    number: (number) => `Pantalla ${number}`,
    noBoard: 'No está encendida',
    opening: 'Abriendo',
    facts: {
      store: 'Tienda',
      shows: 'Muestra',
      theme: 'Tema',
      pages: 'Páginas',
      prices: 'Precios',
      sign: 'Señal de vida',
      since: 'Desde',
      light: 'Luz'
    },
    problems: 'Por revisar',
    identify: 'Mostrar su número en ella',
    identified: 'Su número está en ella diez segundos.',
    reload: 'Recargar su página',
    reloading: 'Recarga su página.',
    unpair: 'Desvincular',
    unpaired: 'Está desvinculada y muestra un código.',
    unpairSure: 'Desvincularla del todo',
    keep: 'Conservarla',
    settings: 'Cómo está ajustada',
    fixedPlace: 'Su dirección dice su nombre y su tienda. Vincúlela para elegirlos aquí.',
    name: 'Nombre',
    board: 'Comparte un menú con',
    boardNote: 'Las pantallas con la misma palabra aquí muestran un menú entre todas. Vacío: todo el menú, sola.',
    set: 'Lo que muestra',
    sets: {
      full: 'Todo el menú',
      classifications: 'Algunas categorías',
      shelf: 'Un estante',
      'on-promotion': 'Lo que está en promoción',
      'new-arrivals': 'Las novedades'
    },
    classes: 'Categorías',
    shelf: 'Estante',
    noShelf: 'Esta tienda no tiene estantes.',
    products: (count) => `${count}`,
    timedSets: 'Según la hora',
    timedNote: 'Desde su hora, hasta la siguiente o el final del día.',
    from: 'Desde',
    addTime: 'Añadir una hora',
    removeTime: (from) => `Quitar ${from}`,
    theme: 'Tema',
    themes: { dark: 'Oscuro', light: 'Claro', contrast: 'Alto contraste' },
    orientation: 'Cómo cuelga',
    orientations: {
      auto: 'Como su sistema',
      landscape: 'Horizontal',
      'portrait-left': 'Vertical, girada a la izquierda',
      'portrait-right': 'Vertical, girada a la derecha'
    },
    size: 'Tamaño',
    inches: 'pulgadas',
    distance: 'Se mira desde',
    unit: 'Unidad',
    units: { m: 'metros', ft: 'pies' },
    level: 'Densidad',
    levels: { roomy: 'Amplia', standard: 'Normal', dense: 'Densa' },
    outside: 'Con la tienda cerrada',
    outsides: { on: 'Encendida', dim: 'Atenuada', off: 'Apagada' },
    outsideNote: 'Un toque o una tecla la despierta dos minutos.',
    parts: { menu: 'El menú', look: 'El aspecto', television: 'El televisor' },
    noGroup: 'Ninguno: precios para todos',
    groupNote: 'Esta pantalla muestra lo que pagan los miembros del grupo.',
    lastFewNote: 'Gramos o unidades. Vacío: nunca.',
    languageNote: 'Como en-CA, fr-CA o es-US. Vacío: el del país de la tienda.',
    seconds: 'segundos',
    percent: '%',
    save: 'Guardar y mostrarla así',
    saved: 'Guardado. La pantalla sigue en un momento.',
    discard: 'Descartar',
    unsaved: 'Aún sin guardar',
    pairTitle: 'Vincular un navegador',
    pairHere:
      'Solo los navegadores de este equipo llegan a esa dirección. Para un televisor, active «Mostrar tableros en otras pantallas» en Red; «npm run serve» toma para ello --host 0.0.0.0.',
    pairSteps: (address) => `Abra ${address} en el navegador del televisor. Muestra un código: escríbalo aquí.`,
    pairNoAddress:
      'Abra la página «/pair» de este programa en el navegador del televisor. Muestra un código: escríbalo aquí.',
    code: 'Código',
    codeNote: 'Seis letras y cifras.',
    pairNow: 'Vincularla',
    cancel: 'Cancelar',
    pairedNow: (name) => `${name} está vinculada y va a su tablero.`,
    hoursTitle: (store) => `Horario: ${store}`,
    hoursNote:
      'Para pantallas atenuadas o apagadas con la tienda cerrada. Horas de 24, como 09:00 y 22:00; un cierre antes de la apertura es al día siguiente.',
    hoursCova: 'Este es el horario según Cova.',
    open: (day) => day,
    day: 'Día',
    opens: 'Abre a las',
    closes: 'Cierra a las',
    closed: 'Cerrado todo el día',
    opensAt: (day) => `${day}, abre a las`,
    closesAt: (day) => `${day}, cierra a las`,
    hoursOfCova: 'Seguir lo que dice Cova',
    saveHours: 'Guardar el horario'
  }
}
