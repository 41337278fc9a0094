import type { RewardFault } from '../../shared/rewards.ts'
import { rewardFaultWords } from '../reward/reward-fault-words.ts'
import type { InLanguages, ManagerLanguage } from './manager-language.ts'

/** Why a value of the settings is refused. Each is said with what would be right. */
export type SettingFault =
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'distance' }
  | { readonly kind: 'choice' }
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'language' }
  | { readonly kind: 'colour' }
  | { readonly kind: 'logo-name' }
  | { readonly kind: 'logo-missing'; readonly file: string }
  | { readonly kind: 'time-zone'; readonly given: string }
  | { readonly kind: 'currency' }
  | { readonly kind: 'opening-hours' }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'market-unknown'; readonly given: string }
  | { readonly kind: 'store-unknown'; readonly given: string }
  | { readonly kind: 'leaves-out'; readonly store: string }
  /** `store` null: the company's stores are not known now. */
  | {
      readonly kind: 'leaves-out-paired'
      readonly locationId: string
      readonly store: string | null
      readonly screen: string
    }
  | { readonly kind: 'not-served'; readonly store: string }
  | { readonly kind: 'profile-unknown'; readonly given: string }
  | { readonly kind: 'theme-unknown'; readonly given: string }
  | { readonly kind: 'screen-name' }
  | { readonly kind: 'screen-name-taken'; readonly name: string }
  | { readonly kind: 'screen-unknown'; readonly name: string }
  | { readonly kind: 'screen-in-use'; readonly name: string }
  | { readonly kind: 'set' }
  | { readonly kind: 'timed-sets' }
  | { readonly kind: 'quantity' }
  | { readonly kind: 'whole-number' }
  | { readonly kind: 'displays' }
  | { readonly kind: 'feed-url' }
  | { readonly kind: 'version' }
  | { readonly kind: 'reward'; readonly fault: RewardFault }
  | { readonly kind: 'not-a-setting' }
  /** Somebody saved meanwhile; `changes` says what, each as "Label: before, now after". */
  | { readonly kind: 'stale'; readonly changes: readonly string[] }

/** What is wrong and what would be right, one sentence or two. */
export function settingFaultWords(fault: SettingFault, language: ManagerLanguage): string {
  return wordsOf(fault)[language]
}

function wordsOf(fault: SettingFault): InLanguages {
  switch (fault.kind) {
    case 'range':
      return {
        en: `Choose a number from ${fault.from} to ${fault.to}.`,
        fr: `Choisissez un nombre de ${fault.from} à ${fault.to}.`,
        es: `Elija un número de ${fault.from} a ${fault.to}.`
      }
    case 'distance':
      return {
        en: 'Choose a distance from 0.3 to 50 metres, which is 1 to 164 feet.',
        fr: 'Choisissez une distance de 0,3 à 50 mètres, soit de 1 à 164 pieds.',
        es: 'Elija una distancia de 0.3 a 50 metros, es decir, de 1 a 164 pies.'
      }
    case 'choice':
      return {
        en: 'Choose one of those offered.',
        fr: 'Choisissez une des options offertes.',
        es: 'Elija una de las opciones ofrecidas.'
      }
    case 'yes-or-no':
      return { en: 'Choose on or off.', fr: 'Choisissez oui ou non.', es: 'Elija sí o no.' }
    case 'language':
      return {
        en: 'This is no language. Write it as en-CA, fr-CA or es-US.',
        fr: 'Ce n’est pas une langue. Écrivez par exemple en-CA, fr-CA ou es-US.',
        es: 'Esto no es un idioma. Escríbalo como en-CA, fr-CA o es-US.'
      }
    case 'colour':
      return {
        en: 'Write the colour as # and six figures, such as #1d5a46.',
        fr: 'Écrivez la couleur avec # et six caractères, comme #1d5a46.',
        es: 'Escriba el color con # y seis cifras, como #1d5a46.'
      }
    case 'logo-name':
      return {
        en: 'Write the name of a picture file alone, such as logo.svg: PNG, JPEG, WebP or SVG, without a folder.',
        fr: 'Écrivez seulement le nom d’un fichier image, comme logo.svg\u00a0: PNG, JPEG, WebP ou SVG, sans dossier.',
        es: 'Escriba solo el nombre de un archivo de imagen, como logo.svg: PNG, JPEG, WebP o SVG, sin carpeta.'
      }
    case 'logo-missing':
      return {
        en: `There is no file ${fault.file}. Put the logo there first.`,
        fr: `Le fichier ${fault.file} n’existe pas. Placez-y d’abord le logo.`,
        es: `No existe el archivo ${fault.file}. Ponga ahí primero el logotipo.`
      }
    case 'time-zone':
      return {
        en: `“${fault.given}” is no time zone. Choose one such as America/Regina.`,
        fr: `«\u00a0${fault.given}\u00a0» n’est pas un fuseau horaire. Choisissez-en un comme America/Regina.`,
        es: `«${fault.given}» no es una zona horaria. Elija una como America/Regina.`
      }
    case 'currency':
      return {
        en: 'Choose Canadian dollars or US dollars.',
        fr: 'Choisissez le dollar canadien ou le dollar américain.',
        es: 'Elija dólares canadienses o dólares estadounidenses.'
      }
    case 'feed-url':
      return {
        en: 'Write the address of a directory that begins with https://, without a password.',
        fr: 'Écrivez l’adresse d’un répertoire qui commence par https://, sans mot de passe.',
        es: 'Escriba la dirección de un directorio que empiece por https://, sin contraseña.'
      }
    case 'version':
      return {
        en: 'Write a version such as 1.4.2.',
        fr: 'Écrivez une version comme 1.4.2.',
        es: 'Escriba una versión como 1.4.2.'
      }
    case 'opening-hours':
      return {
        en: 'Give each of the seven days when it opens and closes, such as 09:00 and 22:00, or that it stays closed.',
        fr: 'Donnez pour chacun des sept jours l’ouverture et la fermeture, comme 09:00 et 22:00, ou qu’il reste fermé.',
        es: 'Indique para cada uno de los siete días cuándo abre y cierra, como 09:00 y 22:00, o que queda cerrado.'
      }
    case 'nothing-chosen':
      return {
        en: 'Choose one at least, or all of them: with none, no store would have a board.',
        fr: 'Choisissez-en au moins un, ou tous\u00a0: sans aucun, aucun magasin n’aurait de tableau.',
        es: 'Elija al menos uno, o todos: sin ninguno, ninguna tienda tendría tablero.'
      }
    case 'market-unknown':
      return {
        en: `No store of the company is in “${fault.given}”. Choose from the list.`,
        fr: `Aucun magasin de l’entreprise n’est dans «\u00a0${fault.given}\u00a0». Choisissez dans la liste.`,
        es: `Ninguna tienda de la empresa está en «${fault.given}». Elija de la lista.`
      }
    case 'store-unknown':
      return {
        en: `The company has no store ${fault.given}. Choose from the list.`,
        fr: `L’entreprise n’a pas de magasin ${fault.given}. Choisissez dans la liste.`,
        es: `La empresa no tiene la tienda ${fault.given}. Elija de la lista.`
      }
    case 'leaves-out':
      return {
        en: `This would leave out ${fault.store}, which a screen of this machine shows. Keep it, or give that screen another store first.`,
        fr: `Cela exclurait ${fault.store}, qu’un écran de cet appareil affiche. Gardez-le, ou donnez d’abord un autre magasin à cet écran.`,
        es: `Esto dejaría fuera a ${fault.store}, que una pantalla de este equipo muestra. Consérvela, o asigne antes otra tienda a esa pantalla.`
      }
    case 'leaves-out-paired': {
      const { locationId, store, screen } = fault
      return {
        en: `This would leave out ${store ?? `store ${locationId}`}, which the paired screen “${screen}” shows. Keep it, or give that screen another store first.`,
        fr: `Cela exclurait ${store ?? `le magasin ${locationId}`}, que l’écran jumelé «\u00a0${screen}\u00a0» affiche. Gardez-le, ou donnez d’abord un autre magasin à cet écran.`,
        es: `Esto dejaría fuera a ${store ?? `la tienda ${locationId}`}, que la pantalla vinculada «${screen}» muestra. Consérvela, o asigne antes otra tienda a esa pantalla.`
      }
    }
    case 'not-served':
      return {
        en: `${fault.store} is not among the stores that are served. Add it there first.`,
        fr: `${fault.store} n’est pas parmi les magasins servis. Ajoutez-le d’abord.`,
        es: `${fault.store} no está entre las tiendas que se sirven. Añádala ahí primero.`
      }
    case 'profile-unknown':
      return {
        en: `There is no market profile “${fault.given}” that can be read. Choose from the list, or none.`,
        fr: `Il n’y a pas de profil de marché «\u00a0${fault.given}\u00a0» lisible. Choisissez dans la liste, ou aucun.`,
        es: `No hay ningún perfil de mercado «${fault.given}» que se pueda leer. Elija de la lista, o ninguno.`
      }
    case 'theme-unknown':
      return {
        en: `There is no theme “${fault.given}”. Choose dark, light, high contrast, or one of the store’s own.`,
        fr: `Il n’y a pas de thème «\u00a0${fault.given}\u00a0». Choisissez sombre, clair, contraste élevé, ou un thème du magasin.`,
        es: `No hay ningún tema «${fault.given}». Elija oscuro, claro, alto contraste, o uno propio de la tienda.`
      }
    case 'screen-name':
      return {
        en: 'Give the screen a name of 1 to 60 letters.',
        fr: 'Donnez à l’écran un nom de 1 à 60 lettres.',
        es: 'Dé a la pantalla un nombre de 1 a 60 letras.'
      }
    case 'screen-name-taken':
      return {
        en: `There is a screen “${fault.name}” already. Choose another name.`,
        fr: `Il y a déjà un écran «\u00a0${fault.name}\u00a0». Choisissez un autre nom.`,
        es: `Ya hay una pantalla «${fault.name}». Elija otro nombre.`
      }
    case 'screen-unknown':
      return {
        en: `There is no screen “${fault.name}” any more. Choose from the list.`,
        fr: `Il n’y a plus d’écran «\u00a0${fault.name}\u00a0». Choisissez dans la liste.`,
        es: `Ya no hay ninguna pantalla «${fault.name}». Elija de la lista.`
      }
    case 'screen-in-use':
      return {
        en: `A display of this machine goes by “${fault.name}”. Give the display another screen first.`,
        fr: `Un affichage de cet appareil utilise «\u00a0${fault.name}\u00a0». Donnez-lui d’abord un autre écran.`,
        es: `Un monitor de este equipo usa «${fault.name}». Asígnele antes otra pantalla.`
      }
    case 'set':
      return {
        en: 'Choose the whole menu, at least one class, one shelf, what is on promotion, or what is new.',
        fr: 'Choisissez tout le menu, au moins une catégorie, une étagère, les promotions ou les nouveautés.',
        es: 'Elija todo el menú, al menos una categoría, un estante, las promociones o las novedades.'
      }
    case 'timed-sets':
      return {
        en: 'Give each of at most 24 times as hours and minutes, such as 16:00, and what is shown from then on.',
        fr: 'Donnez au plus 24 heures, en heures et minutes comme 16:00, et ce qui est affiché dès lors.',
        es: 'Indique como máximo 24 horas, con horas y minutos como 16:00, y lo que se muestra desde entonces.'
      }
    case 'quantity':
      return {
        en: 'Write a quantity such as 5 or 3.5, or leave it empty.',
        fr: 'Écrivez une quantité comme 5 ou 3.5, ou laissez vide.',
        es: 'Escriba una cantidad como 5 o 3.5, o déjelo vacío.'
      }
    case 'whole-number':
      return {
        en: 'Write the number that Cova has for the group, or choose none.',
        fr: 'Écrivez le numéro du groupe dans Cova, ou n’en choisissez aucun.',
        es: 'Escriba el número que Cova tiene para el grupo, o no elija ninguno.'
      }
    case 'displays':
      return {
        en: 'At most 32 displays can be described, each with whole numbers for its place and size.',
        fr: 'Au plus 32 affichages, chacun avec des nombres entiers pour sa place et sa taille.',
        es: 'Como máximo 32 monitores, cada uno con números enteros para su lugar y tamaño.'
      }
    case 'reward':
      return rewardFaultWords(fault.fault)
    case 'not-a-setting':
      return {
        en: 'There is no such setting.',
        fr: 'Ce réglage n’existe pas.',
        es: 'Ese ajuste no existe.'
      }
    case 'stale':
      return {
        en: `Somebody else saved meanwhile${listed(fault.changes)}. Look at it, and save again.`,
        fr: `Quelqu’un d’autre a enregistré entre-temps${listed(fault.changes)}. Vérifiez, puis enregistrez de nouveau.`,
        es: `Alguien más guardó entretanto${listed(fault.changes)}. Revíselo y guarde de nuevo.`
      }
  }
}

function listed(changes: readonly string[]): string {
  return changes.length === 0 ? '' : ` (${changes.join('; ')})`
}
