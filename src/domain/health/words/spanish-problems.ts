import type {
  ColourFault,
  FileFault,
  LogoFault,
  NoBoardFault,
  PromotionFault,
  PictureRefusal,
  StorageFault,
  ThemeFault,
  TimeZoneFault
} from '../../../shared/problem.ts'
import { SPANISH_FAULTS } from '../../absence/words/fault-words.ts'
import { profileTextWords } from '../../market/market-rule-words.ts'
import { rewardFaultWords } from '../../reward/reward-fault-words.ts'
import type { ProblemDetails } from '../problem-details.ts'

const LONGEST_NAME = 60

const quoted = (text: string): string => `«${text}»`
/** What nobody can translate: a program's own line. */
const said = (line: string): string => `lo que dice el sistema: ${quoted(line)}`

const LOGO: Readonly<Record<LogoFault, (mostMegabytes: string) => string>> = {
  'too-large': (mostMegabytes) => `pasa de ${mostMegabytes}\u00a0MB`,
  missing: () => 'no está',
  unreadable: () => 'no se puede leer',
  letters: () => 'tiene letras que no son trazos',
  'no-picture': () => 'no se puede dibujar: hace falta una imagen PNG, JPEG, WebP o SVG'
}

const PICTURES: Readonly<Record<PictureRefusal, string>> = {
  'bad-address': 'la dirección no lo es',
  'not-https': 'la dirección no tiene conexión segura',
  'private-address': 'la dirección es de esta red privada',
  'too-many-redirects': 'demasiados desvíos de una dirección a otra',
  'bad-status': 'rechazadas por el servidor',
  'busy-status': 'el servidor está saturado',
  'wrong-type': 'no son imágenes',
  'too-large': 'archivo demasiado grande',
  'too-many-pixels': 'demasiados píxeles',
  'too-slow': 'tardan demasiado',
  unreachable: 'no se llega al servidor',
  broken: 'imagen dañada',
  'no-room': 'no queda lugar para guardarlas'
}

const STORAGE: Readonly<Record<StorageFault, (says: string) => string>> = {
  'disk-full': () => 'el disco está lleno',
  'data-dir-unwritable': () => 'no está permitido escribir en la carpeta de datos',
  'database-corrupt': () => 'la base de datos está dañada',
  'database-busy': () => 'otro programa tiene ocupada la base de datos',
  'internal-error': said
}

const THEMES = { dark: 'oscuro', light: 'claro', contrast: 'de alto contraste' } as const

export const SPANISH_DETAILS: ProblemDetails = {
  'time-zone-unknown': ({ store, fault }) => `${store}: ${zoneFault(fault)}`,
  'daylight-saving-contradiction': ({ store, saysOn, timeZone }) =>
    `${store}: Cova dice que ${saysOn ? 'hay' : 'no hay'} horario de verano, pero su zona horaria ${timeZone} ${saysOn ? 'no lo tiene' : 'lo tiene'}. Se sigue ${timeZone}; fije la zona horaria de la tienda si no es así.`,
  'currency-unknown': ({ store, country }) =>
    `${store} ${country === null ? 'no tiene país: no se conoce su moneda' : `está en el país ${quoted(country)}, cuya moneda no se conoce`}. Elija su moneda en los ajustes.`,
  'amounts-held': ({ store }) =>
    `${store}: cambió si sus precios incluyen impuestos. Hasta que se hayan leído todos de nuevo, el tablero dice ${quoted('Pregunte por el precio de hoy')}.`,
  'prices-too-old': ({ agedSeconds, limitSeconds }, { duration }) =>
    `Cova ${agedSeconds === null ? 'nunca ha confirmado los precios' : `no ha confirmado los precios desde hace ${duration(agedSeconds)}`}, y se muestran durante ${duration(limitSeconds)} como máximo. Los tableros dicen ${quoted('Pregunte por el precio de hoy')} hasta que Cova vuelva a responder.`,
  'promotions-too-old': ({ agedSeconds }, { duration }) =>
    `Cova ${agedSeconds === null ? 'nunca ha confirmado las promociones' : `no ha confirmado las promociones desde hace ${duration(agedSeconds)}`}. No descuentan nada en los tableros ni en las cestas, y solo se muestra su nombre, hasta que Cova vuelva a responder.`,
  'clock-wrong': ({ seconds, isAhead }, { duration }) =>
    `El reloj de este equipo va ${duration(seconds)} ${isAhead ? 'adelantado' : 'atrasado'} respecto al de Cova. Los tableros siguen el de Cova; ponga en hora el equipo, o pueden fallar las conexiones seguras.`,
  'clock-unknown': ({ machineDay, seenDay }, { day }) =>
    `El reloj de este equipo dice ${day(machineDay)}, lo que es imposible: la última respuesta de Cova es del ${day(seenDay)}. Los tableros no muestran importes ni promociones hasta que Cova diga la hora. Si fallan las conexiones seguras, ajuste la fecha y la hora del equipo.`,
  'removals-held-back': ({ store, what, count, shown }, { number }) =>
    `${store === null ? '' : `${store}: `}la última respuesta completa de Cova ya no tenía ${number(count)} de ${number(shown)} ${WHAT[what]}. Se quedan hasta que la próxima respuesta completa lo confirme.`,
  'doubled-prices': ({ store, count, example }, { number }) =>
    `${store}: ${count === 1 ? 'un producto tiene' : `${number(count)} productos tienen`} dos precios para el mismo nivel y grupo, por ejemplo ${example}. Se aplica el más caro.`,
  'overlapping-sales': ({ store, count, example }, { number }) =>
    `${store}: ${count === 1 ? 'un producto tiene' : `${number(count)} productos tienen`} ofertas que se superponen, por ejemplo ${example}. Se aplica la más cara.`,
  'tax-rate-unknown': ({ count, example }, { number }) =>
    `${count === 1 ? 'Un producto tiene' : `${number(count)} productos tienen`} una tasa de impuesto que Cova no describió, por ejemplo ${example}: los precios con impuestos pueden ser demasiado bajos.`,
  'market-profile-unreadable': ({ file, fault }) =>
    `El perfil de mercado confirmado ${file} ${profileFault(fault)}: sus reglas no se aplican.`,
  'market-profile-unchecked': ({ id, name }) =>
    `El perfil de mercado ${id} (${quoted(profileTextWords(name, 'es'))}) rige porque la tienda lo confirmó: es una pista para un asesor legal, no un consejo.`,
  'market-unknown': ({ store }) =>
    `Cova no dice en qué provincia o estado está ${store}: su tablero se sirve, se elija lo que se elija.`,
  'reward-refused': ({ store, reward, fault }) =>
    `${store}: ${reward === null ? 'sus recompensas no están' : `la recompensa «${reward}» no está`} en ningún tablero ni en ninguna compra. ${rewardFaultWords(fault).es}`,
  'theme-refused': ({ file, shows, fault }) =>
    fault.kind === 'folder'
      ? `No se puede leer la carpeta ${file}: no se muestra ninguno de sus temas.`
      : `El tema ${file} no se muestra, sino el tema ${THEMES[shows]}: ${themeFault(fault)}.`,
  'unknown-theme': ({ name }) =>
    `Una pantalla tiene el tema ${quoted(`custom:${name}`)}, y no hay ningún archivo themes/${name}.json: muestra el oscuro.`,
  'unknown-screen': ({ name }) =>
    `Una página pide la pantalla ${quoted(shortened(name))}, que no está en los ajustes: muestra la de fábrica.`,
  'screen-without-store': ({ name, fault }) =>
    `La pantalla vinculada ${quoted(name)} no tiene tablero: ${noBoard(fault)}.`,
  'long-cycle': ({ screen, store, pages, seconds, ways, mostSeconds }, { number, duration, all, any }) => {
    const takes = `${screenAt(screen, store)}: sus ${number(pages)} páginas tardan ${duration(seconds)}.`
    const shorter = [
      ways.screensMore > 0 ? (ways.screensMore === 1 ? 'una pantalla más' : `${ways.screensMore} pantallas más`) : null,
      ways.denseLevel ? 'la densidad densa' : null,
      ways.set.length > 0 ? `una selección más pequeña, como solo ${all(ways.set.map(shortened))}` : null
    ].filter((way) => way !== null)
    return shorter.length === 0 ? takes : `${takes} Para bajar de ${duration(mostSeconds)}: ${any(shorter)}.`
  },
  'dense-screen': ({ screen, store }) =>
    `${screenAt(screen, store)} está en la densidad densa, cuyas letras quedan por debajo de la norma de lectura a su distancia.`,
  'board-not-laid-out': ({ screen, store, keepsLast, products }, { all }) =>
    `${screenAt(screen, store)} no puede componer el último tablero: ${
      keepsLast ? 'queda el anterior, y sus precios pueden ser viejos' : 'no muestra ninguno'
    }.${products.length === 0 ? '' : ` Nuevo o cambiado: ${all(products.map(shortened))}.`}`,
  'products-not-laid-out': ({ screen, store, products }, { all }) =>
    `${screenAt(screen, store)} no puede componer ${all(products.map(shortened))}: queda fuera, y el resto del tablero está como debe.`,
  'pictures-missing': ({ missing, wanted, causes }, { number }) =>
    `No se pueden obtener ${number(missing)} de ${number(wanted)} imágenes de productos (${causes.map(({ refusal, count }) => `${number(count)}: ${PICTURES[refusal]}`).join('; ')}). Sus productos no muestran ninguna, y Topshelf lo intenta de nuevo.`,
  'logo-unreadable': ({ file, fault, mostMegabytes }, { number }) =>
    `El logotipo de la tienda ${file} ${LOGO[fault](number(mostMegabytes))}: en su lugar se escribe el nombre.`,
  'file-moved-aside': ({ file, day: isoDay, kept, wrong }, { day, all }) =>
    wrong.length === 0
      ? `${file} se encontró dañado el ${day(isoDay)} y se guarda como ${kept}: bórrelo cuando nadie lo necesite.`
      : `${file} tenía un valor equivocado para ${all(wrong)} el ${day(isoDay)}: se usa el de fábrica, y el archivo tal como estaba se guarda como ${kept}. Bórrelo cuando esté corregido.`,
  'newer-version-taken-back': ({ holds, day: isoDay, kept }, { day }) =>
    holds === 'catalogue'
      ? `Una versión más nueva de Topshelf se retiró el ${day(isoDay)}: los tableros siguieron con el catálogo tal como estaba antes de ella, y lo que ha cambiado se pide de nuevo a Cova. El suyo se guarda como ${kept} hasta que llegue una versión más nueva; puede borrarlo.`
      : `Una versión más nueva de Topshelf se retiró el ${day(isoDay)}: lo que ella misma anotó, por ejemplo lo que mostraban los tableros, falta hasta que llegue una versión más nueva y lo retome. Se guarda como ${kept}: no lo borre.`,
  'sample-differs': ({ checked, differed, names }, { number, all }) =>
    `De ${number(checked)} productos que se pidieron de nuevo a Cova, ${number(differed)} diferían de lo guardado, por ejemplo ${all(names)}. Ya están bien; si esto sigue, vea qué responde Cova a los precios que cambian.`,
  'history-not-kept': ({ fault, says }) =>
    `No se anota lo que muestran los tableros, así que la caja no se puede comparar con ello: ${STORAGE[fault](says)}.`,
  'unreadable-schedule': ({ promotion, reason }) =>
    `El horario de la promoción ${quoted(promotion)} no se puede leer, así que nunca se muestra: ${SPANISH_FAULTS.ofSchedule(reason)}.`,
  'promotion-not-evaluated': ({ promotion, fault }) =>
    `La promoción ${quoted(promotion)} no se evalúa: ${promotionFault(fault)}. Su etiqueta se muestra; de ella no sale ningún precio, y las cestas lo dicen.`
}

function promotionFault(fault: PromotionFault): string {
  switch (fault.kind) {
    case 'unknown-type':
      return `no se conoce su tipo ${quoted(fault.type)}`
    case 'unknown-condition':
      return `no se conoce su condición ${quoted(fault.type)} en ${fault.where}`
    case 'unreadable':
      return `no se puede leer lo que da Cova en ${fault.where}`
  }
}

const WHAT = {
  catalogue: 'productos',
  promotions: 'promociones',
  locations: 'tiendas',
  tree: 'entradas del árbol de la empresa'
} as const

function zoneFault(fault: TimeZoneFault): string {
  switch (fault.kind) {
    case 'set-unknown':
      return `no se conoce la zona horaria ${quoted(fault.zone)} de los ajustes. Use un nombre como America/Toronto.`
    case 'none':
      return 'Cova no da su zona horaria. Elíjala en los ajustes.'
    case 'unknown':
      return `no se conoce la zona horaria ${quoted(fault.zone)} de Cova. Elíjala en los ajustes.`
  }
}

/** Goes on from the file's name. */
export function profileFault(fault: FileFault): string {
  switch (fault.kind) {
    case 'missing':
      return 'no está'
    case 'not-json':
      return 'no es JSON'
    case 'unreadable':
      return 'no se puede leer'
    case 'wrong-at':
      return `${wrongAt(fault.place)}${fault.says === null ? '' : ` (${said(fault.says)})`}`
  }
}

function themeFault(fault: ThemeFault): string {
  switch (fault.kind) {
    case 'folder':
    case 'unreadable':
      return 'no se puede leer'
    case 'file-name':
      return 'el nombre del archivo solo puede tener letras minúsculas sin acento, cifras y guiones, 40 como máximo'
    case 'not-json':
      return 'no es JSON'
    case 'wrong-at':
      return `${wrongAt(fault.place)}${fault.says === null ? '' : ` (${said(fault.says)})`}`
    case 'colours':
      return fault.faults.map(colourFault).join('; ')
  }
}

function wrongAt(place: string | null): string {
  return place === null ? 'está mal desde el comienzo' : `está mal en ${place}`
}

function colourFault(fault: ColourFault): string {
  switch (fault.kind) {
    case 'contrast':
      return `${fault.ink} sobre ${fault.ground} tiene un contraste de ${fault.contrast} y necesita ${fault.least}`
    case 'yellow':
      return `${fault.token} es amarillo, que significa un precio rebajado`
  }
}

function noBoard(fault: NoBoardFault): string {
  switch (fault.kind) {
    case 'no-such-store':
      return `la empresa no tiene la tienda ${fault.storeId}. Dele otra tienda, o desvincúlela`
    case 'left-out': {
      const by = fault.filter === 'markets' ? 'por provincia o estado' : 'por tienda'
      return `su tienda ${fault.store} (${fault.storeId}) queda fuera por el filtro ${by}. Dele otra tienda, o sirva esta`
    }
  }
}

function screenAt(screen: string | null, store: string): string {
  return screen === null ? `Una pantalla en ${store}` : `La pantalla ${shortened(screen)} en ${store}`
}

function shortened(name: string): string {
  return name.slice(0, LONGEST_NAME)
}
