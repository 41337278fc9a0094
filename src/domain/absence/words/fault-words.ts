import { recordFaultOf, type ScheduleFault, scheduleFaultOf } from '../record-fault.ts'

/** What is wrong with a record or a schedule, to stand after a colon and before a full stop. */
export interface FaultWords {
  readonly ofRecord: (reason: string) => string
  readonly ofSchedule: (reason: string) => string
}

interface FaultTexts {
  readonly quoted: (text: string) => string
  readonly missing: (field: string) => string
  readonly empty: (field: string) => string
  readonly wrongKind: (field: string) => string
  readonly negative: (field: string) => string
  readonly notKnown: (field: string) => string
  readonly schedule: Readonly<Record<ScheduleFault, string>>
}

function faultWordsOf(texts: FaultTexts): FaultWords {
  return {
    ofRecord: (reason) => {
      const fault = recordFaultOf(reason)
      if (fault.kind === 'other') return texts.quoted(reason)
      const field = texts.quoted(fault.field)
      switch (fault.kind) {
        case 'missing':
          return texts.missing(field)
        case 'empty':
          return texts.empty(field)
        case 'wrong-kind':
          return texts.wrongKind(field)
        case 'negative':
          return texts.negative(field)
        case 'not-known':
          return texts.notKnown(field)
      }
    },
    ofSchedule: (reason) => texts.schedule[scheduleFaultOf(reason)]
  }
}

const NBSP = '\u00a0'

export const ENGLISH_FAULTS = faultWordsOf({
  quoted: (text) => `“${text}”`,
  missing: (field) => `the field ${field} is missing`,
  empty: (field) => `the field ${field} is empty`,
  wrongKind: (field) => `the field ${field} holds the wrong kind of value`,
  negative: (field) => `the amount in the field ${field} is too low`,
  notKnown: (field) => `the field ${field} holds a value that is not known`,
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
  missing: (field) => `le champ ${field} manque`,
  empty: (field) => `le champ ${field} est vide`,
  wrongKind: (field) => `le champ ${field} contient une valeur du mauvais genre`,
  negative: (field) => `le montant du champ ${field} est trop bas`,
  notKnown: (field) => `le champ ${field} contient une valeur inconnue`,
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
  missing: (field) => `falta el campo ${field}`,
  empty: (field) => `el campo ${field} está vacío`,
  wrongKind: (field) => `el campo ${field} tiene un valor del tipo equivocado`,
  negative: (field) => `el importe del campo ${field} es demasiado bajo`,
  notKnown: (field) => `el campo ${field} tiene un valor desconocido`,
  schedule: {
    start: 'su comienzo falta o no tiene sentido',
    end: 'su final no sigue a su comienzo, o no tiene sentido',
    repetition: 'su repetición no se puede seguir',
    zone: 'nombra una zona horaria desconocida',
    other: 'está cortado, o no es un horario'
  }
})
