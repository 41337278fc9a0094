import { systemSaid } from '../../domain/health/engine-problem-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { Amount } from '../../domain/money/amount.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { parityWordsOf } from '../../domain/parity/parity-words.ts'
import { registerWordsOf } from '../../domain/parity/register-words.ts'
import type { RegisterScore, SampleNews } from '../../shared/manager/register.ts'
import type { SampleRun } from '../store/register-records.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { formatFor } from './register-check.ts'

const SCORE_DAYS_MS = 30 * 24 * 60 * 60 * 1000

/** How many checked lines agree to the cent, over 30 days, and what the last sample said. */
export function scoreOf(context: InquiryContext): RegisterScore {
  const { register } = context.records
  const { lines, agreed } = register.checkedSince(context.nowMs() - SCORE_DAYS_MS)
  const format = ownFormat(context)
  const words = registerWordsOf(format.language)
  const number = (count: number): string => format.number(String(count))
  return {
    share: lines === 0 ? null : format.percent(shareOf(agreed, lines)),
    lines,
    agreed,
    text: lines === 0 ? words.notYetChecked : words.agreeOf(number(agreed), number(lines), lines === 1),
    sample: sampleInWords(context, register.lastSample())
  }
}

/** A share to a tenth of a per cent, cut and not rounded: 99.96 % is not all. */
function shareOf(agreed: number, lines: number): string {
  return new Amount(agreed).div(lines).toDecimalPlaces(3, Amount.ROUND_FLOOR).toFixed()
}

/** What a sample said, for the manager. */
export function sampleInWords(context: InquiryContext, run: SampleRun | null): SampleNews {
  const format = ownFormat(context)
  const words = registerWordsOf(format.language)
  if (run === null) return { text: words.sampleNone, checked: 0, differed: 0, failed: false }
  const moment = format.timeSince(run.atMs, context.nowMs())
  const at = moment === null ? '' : parityWordsOf(format.language).at(moment)
  const when = at === '' ? '' : at[0]?.toUpperCase() + at.slice(1)
  const number = (count: number): string => format.number(String(count))
  const text =
    run.error !== null
      ? words.sampleFailed(when, systemSaid(run.error, managerLanguageOf(format.language)))
      : run.differed === 0
        ? words.sampleSame(when, number(run.checked))
        : words.sampleDiffers(when, number(run.checked), number(run.differed))
  return { text, checked: run.checked, differed: run.differed, failed: run.error !== null }
}

/** The words of this machine's own store, else of the first. */
function ownFormat(context: InquiryContext): LocationFormat {
  const locations = context.reader.locations(context.overrides)
  const own = locations.find(({ locationId }) => locationId === context.ownStoreId()) ?? locations[0]
  if (own === undefined || own.currency === null) return formatFor(context, null)
  return formatFor(context, { ...own, currency: own.currency })
}
