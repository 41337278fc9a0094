import type { StorageFault } from '../../shared/problem.ts'
import type { ManagerLanguage } from '../settings/manager-language.ts'
import { systemSaid } from './engine-problem-words.ts'
import { feedFaultOf } from './feed-fault.ts'

/** Why a file of ours could not be written, what to do, and the line that names the place. */
export function storageFaultWords(
  { code, message }: { readonly code: StorageFault; readonly message: string },
  language: ManagerLanguage
): string {
  const { what, todo } = feedFaultOf({ code, message }, language)
  return `${what} ${todo} ${systemSaid(message, language)}`
}
