import type { ManagerRefusal } from '../../shared/manager/manager-channels.ts'

/** Why a form was not taken, as its call answered. */
export type FormFault = Pick<ManagerRefusal, 'field' | 'message' | 'faults'>

interface FieldFault {
  readonly field: string | null
  readonly message: string
}

function faultsIn(fault: FormFault | null): readonly FieldFault[] {
  return fault === null ? [] : (fault.faults ?? [fault])
}

/** What is wrong with a field, or one below it; null where nothing is. */
export function faultAt(fault: FormFault | null, field: string): string | null {
  return faultsIn(fault).find((one) => isWithin(one, field))?.message ?? null
}

/** What is wrong with a field as a whole. */
export function faultExactlyAt(fault: FormFault | null, field: string): string | null {
  return faultsIn(fault).find((one) => one.field === field)?.message ?? null
}

/** What is wrong and stands beside none of the fields that are shown. */
export function faultsElsewhere(fault: FormFault | null, shown: readonly string[]): string | null {
  const others = faultsIn(fault).filter((one) => !shown.some((field) => isWithin(one, field)))
  return others.length === 0 ? null : others.map(({ message }) => message).join(' ')
}

function isWithin(fault: FieldFault, field: string): boolean {
  return fault.field === field || fault.field?.startsWith(`${field}.`) === true
}

/** Of a refusal what is below one of these places, its fields as they are called there: "screens.bar.theme" is "theme". */
export function ofFieldsBelow(fault: FormFault | null, places: readonly string[]): FormFault | null {
  const faults = faultsIn(fault).flatMap(({ field, message }) => {
    const place = places.find((one) => field?.startsWith(`${one}.`) === true)
    return place === undefined || field === null ? [] : [{ field: field.slice(place.length + 1), message }]
  })
  const [first] = faults
  return first === undefined ? null : { ...first, faults }
}
