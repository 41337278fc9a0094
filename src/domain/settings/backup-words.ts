import type { InLanguages, ManagerLanguage } from './manager-language.ts'

/** Why a file is not imported. `place` is where in it: "content.settings.screens.bar.theme". */
export type BackupFault =
  | { readonly kind: 'too-large'; readonly most: string }
  | { readonly kind: 'not-json'; readonly place: string }
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'checksum' }
  | { readonly kind: 'wrong'; readonly place: string }

export function backupFaultWords(fault: BackupFault, language: ManagerLanguage): string {
  return faultWords(fault)[language]
}

function faultWords(fault: BackupFault): InLanguages {
  switch (fault.kind) {
    case 'too-large':
      return {
        en: `This file is larger than a backup can be (${fault.most}).`,
        fr: `Ce fichier est plus gros qu’une sauvegarde peut l’être (${fault.most}).`,
        es: `Este archivo es más grande de lo que puede ser una copia (${fault.most}).`
      }
    case 'not-json':
      return {
        en: `This file cannot be read as a backup: it breaks off or is damaged at ${fault.place}.`,
        fr: `Ce fichier ne se lit pas comme une sauvegarde\u00a0: il s’interrompt ou est endommagé à ${fault.place}.`,
        es: `Este archivo no se puede leer como copia: se corta o está dañado en ${fault.place}.`
      }
    case 'not-a-backup':
      return {
        en: 'This is no backup of Topshelf’s settings. Choose a file that “Save a backup” made.',
        fr: 'Ce n’est pas une sauvegarde des réglages de Topshelf. Choisissez un fichier fait par «\u00a0Enregistrer une sauvegarde\u00a0».',
        es: 'Esto no es una copia de los ajustes de Topshelf. Elija un archivo hecho con «Guardar una copia».'
      }
    case 'newer':
      return {
        en: `A newer Topshelf made this file (version ${fault.version}). Update Topshelf first.`,
        fr: `Un Topshelf plus récent a fait ce fichier (version ${fault.version}). Mettez d’abord Topshelf à jour.`,
        es: `Un Topshelf más nuevo hizo este archivo (versión ${fault.version}). Actualice primero Topshelf.`
      }
    case 'checksum':
      return {
        en: 'This file is not as it was made: its content does not fit its checksum. Take another copy of it.',
        fr: 'Ce fichier n’est plus tel qu’il a été fait\u00a0: son contenu ne correspond pas à sa somme de contrôle. Prenez-en une autre copie.',
        es: 'Este archivo no está como se hizo: su contenido no coincide con su suma de control. Tome otra copia.'
      }
    case 'wrong':
      return {
        en: `This file is wrong at ${fault.place}. Nothing of it was taken.`,
        fr: `Ce fichier est erroné à ${fault.place}. Rien n’en a été repris.`,
        es: `Este archivo está mal en ${fault.place}. No se tomó nada de él.`
      }
  }
}

/** The sentences of a dry run. */
export interface BackupWords {
  readonly made: (moment: string) => string
  readonly themeWritten: (name: string, isNew: boolean) => string
  readonly profileWritten: (name: string, isNew: boolean) => string
  readonly logoWritten: (name: string, isNew: boolean) => string
  readonly storesStay: (why: string) => string
  readonly storeStays: (store: string) => string
  readonly rewardsStay: (locationId: string) => string
  readonly addressStays: (address: string) => string
  readonly logoStays: (name: string) => string
  readonly themeMissing: (name: string) => string
  readonly profileMissing: (name: string) => string
  readonly line: (line: string, column: string) => string
}

const english: BackupWords = {
  made: (moment) => `Made: ${moment}`,
  themeWritten: (name, isNew) => (isNew ? `The theme ${name} is added.` : `The theme ${name} is replaced.`),
  profileWritten: (name, isNew) =>
    isNew ? `The market profile ${name} is added.` : `The market profile ${name} is replaced.`,
  logoWritten: (name, isNew) => (isNew ? `The logo ${name} is added.` : `The logo ${name} is replaced.`),
  storesStay: (why) => `What is set for stores and displays stays as it is here, because it does not fit: ${why}`,
  storeStays: (store) => `This machine goes on showing its own store: the company here has no ${store}.`,
  addressStays: (address) => `The address for phones stays as it is here: ${address} names another machine.`,
  rewardsStay: (locationId) => `The rewards of store ${locationId} are left out: the company here has no such store.`,
  logoStays: (name) => `The logo stays as it is: the file ${name} is not in the backup.`,
  themeMissing: (name) =>
    `The theme ${name} is not in the backup: its screens show the dark one until its file is there.`,
  profileMissing: (name) => `The market profile ${name} is not in the backup: its rules apply once its file is there.`,
  line: (line, column) => `line ${line}, column ${column}`
}

const french: BackupWords = {
  made: (moment) => `Faite\u00a0: ${moment}`,
  themeWritten: (name, isNew) => (isNew ? `Le thème ${name} est ajouté.` : `Le thème ${name} est remplacé.`),
  profileWritten: (name, isNew) =>
    isNew ? `Le profil de marché ${name} est ajouté.` : `Le profil de marché ${name} est remplacé.`,
  logoWritten: (name, isNew) => (isNew ? `Le logo ${name} est ajouté.` : `Le logo ${name} est remplacé.`),
  storesStay: (why) =>
    `Les réglages des magasins et des affichages restent tels qu’ils sont ici, car ils ne conviennent pas\u00a0: ${why}`,
  storeStays: (store) => `Cet appareil continue d’afficher son magasin\u00a0: l’entreprise n’a pas de ${store}.`,
  addressStays: (address) =>
    `L’adresse pour les téléphones reste telle quelle\u00a0: ${address} désigne un autre appareil.`,
  rewardsStay: (locationId) =>
    `Les récompenses du magasin ${locationId} sont laissées de côté\u00a0: l’entreprise n’a pas ce magasin.`,
  logoStays: (name) => `Le logo reste tel quel\u00a0: le fichier ${name} n’est pas dans la sauvegarde.`,
  themeMissing: (name) =>
    `Le thème ${name} n’est pas dans la sauvegarde\u00a0: ses écrans montrent le thème sombre tant que son fichier manque.`,
  profileMissing: (name) =>
    `Le profil de marché ${name} n’est pas dans la sauvegarde\u00a0: ses règles s’appliqueront quand son fichier y sera.`,
  line: (line, column) => `la ligne ${line}, colonne ${column}`
}

const spanish: BackupWords = {
  made: (moment) => `Hecha: ${moment}`,
  themeWritten: (name, isNew) => (isNew ? `Se añade el tema ${name}.` : `Se reemplaza el tema ${name}.`),
  profileWritten: (name, isNew) =>
    isNew ? `Se añade el perfil de mercado ${name}.` : `Se reemplaza el perfil de mercado ${name}.`,
  logoWritten: (name, isNew) => (isNew ? `Se añade el logotipo ${name}.` : `Se reemplaza el logotipo ${name}.`),
  storesStay: (why) => `Lo ajustado para tiendas y monitores queda como está aquí, porque no encaja: ${why}`,
  storeStays: (store) => `Este equipo sigue mostrando su tienda: la empresa no tiene ${store}.`,
  addressStays: (address) => `La dirección para los teléfonos queda como está aquí: ${address} nombra otro equipo.`,
  rewardsStay: (locationId) =>
    `Las recompensas de la tienda ${locationId} se dejan fuera: la empresa no tiene esa tienda.`,
  logoStays: (name) => `El logotipo queda como está: el archivo ${name} no está en la copia.`,
  themeMissing: (name) =>
    `El tema ${name} no está en la copia: sus pantallas muestran el oscuro hasta que esté su archivo.`,
  profileMissing: (name) =>
    `El perfil de mercado ${name} no está en la copia: sus reglas se aplican cuando esté su archivo.`,
  line: (line, column) => `la línea ${line}, columna ${column}`
}

const WORDS: InLanguages<BackupWords> = { en: english, fr: french, es: spanish }

export function backupWordsOf(language: ManagerLanguage): BackupWords {
  return WORDS[language]
}
