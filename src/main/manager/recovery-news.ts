import { durationWordsOf } from '../../domain/health/measure-words.ts'
import { managerLanguageOf, managerTagOf } from '../../domain/settings/manager-language.ts'
import { recoveryStepWords, windowFaultWords } from '../../domain/watch/recovery-words.ts'
import type { RecoveryNews } from '../../shared/manager/health.ts'
import type { Recovery } from '../../shared/recovery.ts'

const MOST_TOLD = 20

/** The machine's windows that were not well, in the reader's words and the machine's own time. `recoveries`: the latest first. */
export function recoveryNewsOf(recoveries: readonly Recovery[], language: string | null): readonly RecoveryNews[] {
  const tag = managerTagOf(language)
  const reader = managerLanguageOf(language)
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return recoveries.slice(0, MOST_TOLD).map(({ atMs, screen, fault, step, tookMs }) => ({
    at: moments.format(atMs),
    screen,
    what: windowFaultWords(fault, reader),
    mended: recoveryStepWords(step, reader),
    took: durationWordsOf(tookMs, tag)
  }))
}
