import type { InLanguages } from '../../settings/manager-language.ts'
import {
  type FieldFault,
  recordFaultOf,
  type RecordFault,
  type ScheduleFault,
  scheduleFaultOf
} from '../record-fault.ts'

/** What is wrong with a record or a schedule, to stand after a colon and before a full stop. */
export interface FaultWords {
  readonly ofRecord: (reason: string) => string
  readonly ofSchedule: (reason: string) => string
}

interface FaultTexts {
  readonly quoted: (text: string) => string
  /** A line that nobody has put into words. */
  readonly said: (line: string) => string
  readonly fields: Readonly<Record<FieldFault, (field: string) => string>>
  readonly whole: Readonly<Record<Exclude<RecordFault['kind'], FieldFault | 'other'>, string>>
  readonly schedule: Readonly<Record<ScheduleFault, string>>
}

function faultWordsOf(texts: FaultTexts): FaultWords {
  return {
    ofRecord: (reason) => {
      const fault = recordFaultOf(reason)
      if ('field' in fault) return texts.fields[fault.kind](texts.quoted(fault.field))
      return fault.kind === 'other' ? texts.said(reason) : texts.whole[fault.kind]
    },
    ofSchedule: (reason) => texts.schedule[scheduleFaultOf(reason)]
  }
}

const NBSP = '\u00a0'

export const ENGLISH_FAULTS = faultWordsOf({
  quoted: (text) => `“${text}”`,
  said: (line) => `“${line}”`,
  fields: {
    missing: (field) => `the field ${field} is missing`,
    empty: (field) => `the field ${field} is empty`,
    'wrong-kind': (field) => `the field ${field} holds the wrong kind of value`,
    negative: (field) => `the amount in the field ${field} is too low`,
    'too-large': (field) => `the number in the field ${field} is too large`,
    'not-known': (field) => `the field ${field} holds a value that is not known`,
    elsewhere: (field) => `the field ${field} names another one than the list it came in`,
    twice: (field) => `the same ${field} has come twice`
  },
  whole: { 'too-deep': 'it lies too deep in the company tree', 'too-many': 'the company tree has too many entries' },
  schedule: {
    start: 'its start is missing or makes no sense',
    end: 'its end does not follow its start, or makes no sense',
    repetition: 'its repetition cannot be followed',
    zone: 'it names a time zone that is not known',
    other: 'it is broken off, or no schedule at all'
  }
})

export const FRENCH_FAULTS = faultWordsOf({
  quoted: (text) => `«${NBSP}${text}${NBSP}»`,
  said: (line) => `ce que dit le système${NBSP}: «${NBSP}${line}${NBSP}»`,
  fields: {
    missing: (field) => `le champ ${field} manque`,
    empty: (field) => `le champ ${field} est vide`,
    'wrong-kind': (field) => `le champ ${field} contient une valeur du mauvais genre`,
    negative: (field) => `le montant du champ ${field} est trop bas`,
    'too-large': (field) => `le nombre du champ ${field} est trop grand`,
    'not-known': (field) => `le champ ${field} contient une valeur inconnue`,
    elsewhere: (field) => `le champ ${field} en nomme un autre que la liste où il est arrivé`,
    twice: (field) => `le même ${field} est arrivé deux fois`
  },
  whole: {
    'too-deep': 'il est trop profond dans l’arbre de l’entreprise',
    'too-many': 'l’arbre de l’entreprise a trop d’éléments'
  },
  schedule: {
    start: 'son début manque ou n’a pas de sens',
    end: 'sa fin ne suit pas son début, ou n’a pas de sens',
    repetition: 'sa répétition ne peut pas être suivie',
    zone: 'il nomme un fuseau horaire inconnu',
    other: 'il est interrompu, ou n’est pas un horaire'
  }
})

export const SPANISH_FAULTS = faultWordsOf({
  quoted: (text) => `«${text}»`,
  said: (line) => `lo que dice el sistema: «${line}»`,
  fields: {
    missing: (field) => `falta el campo ${field}`,
    empty: (field) => `el campo ${field} está vacío`,
    'wrong-kind': (field) => `el campo ${field} tiene un valor del tipo equivocado`,
    negative: (field) => `el importe del campo ${field} es demasiado bajo`,
    'too-large': (field) => `el número del campo ${field} es demasiado grande`,
    'not-known': (field) => `el campo ${field} tiene un valor desconocido`,
    elsewhere: (field) => `el campo ${field} nombra otro que el de la lista en que llegó`,
    twice: (field) => `el mismo ${field} llegó dos veces`
  },
  whole: {
    'too-deep': 'está demasiado hondo en el árbol de la empresa',
    'too-many': 'el árbol de la empresa tiene demasiadas entradas'
  },
  schedule: {
    start: 'su comienzo falta o no tiene sentido',
    end: 'su final no sigue a su comienzo, o no tiene sentido',
    repetition: 'su repetición no se puede seguir',
    zone: 'nombra una zona horaria desconocida',
    other: 'está cortado, o no es un horario'
  }
})

/** In the reader's language. */
export const FAULT_WORDS: InLanguages<FaultWords> = { en: ENGLISH_FAULTS, fr: FRENCH_FAULTS, es: SPANISH_FAULTS }
