import type { ManagerRefusal } from '../../shared/manager/manager-channels.ts'

/** Every field that it says is wrong. */
export function faultsOf({ field, message, faults }: ManagerRefusal): readonly { field: string; message: string }[] {
  return faults ?? (field === null ? [] : [{ field, message }])
}

/** A refusal of the settings, its fields as a screen's form names them. */
export function ofForm(refusal: ManagerRefusal, entry: string): ManagerRefusal {
  const { field, faults } = refusal
  return {
    ...refusal,
    field: fieldOf(field, entry),
    ...(faults === undefined
      ? {}
      : { faults: faults.map((one) => ({ ...one, field: fieldOf(one.field, entry) ?? one.field })) })
  }
}

/** A field of the settings as a screen's form names it. */
function fieldOf(field: string | null, entry: string): string | null {
  // The code of a browser is no setting.
  if (field === null || field === 'code') return field
  const own = `screens.${entry}.`
  if (field.startsWith(own)) return field.slice(own.length)
  if (field.startsWith('screens') || field.startsWith('renamedScreens')) return 'name'
  return field.endsWith('.locationId') ? 'locationId' : null
}
