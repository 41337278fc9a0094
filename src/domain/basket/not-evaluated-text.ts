import type { NotReadable } from '../promotion/raw-node.ts'

/** Why a promotion was not evaluated, in English for programs (contract, `skipped`). */
export function notEvaluatedText(fault: NotReadable | null): string {
  if (fault === null)
    return 'not evaluated: the full feed does not have it, or has an older version of it than the menu-board feed'
  switch (fault.kind) {
    case 'unknown-type':
      return `not evaluated: the type ${fault.type} is not known`
    case 'unknown-condition':
      return `not evaluated: the condition ${fault.type} is not known (${fault.where})`
    case 'unreadable':
      return `not evaluated: ${fault.where} is not ${fault.expected}`
  }
}
