import { type ManagerLanguage, managerLanguageOf, managerTagOf } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** How the manager is spoken to: language, and the wall clock that times are told by. */
export interface ReaderWords {
  readonly language: ManagerLanguage
  /** BCP 47, for numbers. */
  readonly tag: string
  /** "Nov 20, 4:20 pm" */
  readonly moment: (atMs: number) => string
  readonly number: (value: number) => string
}

/** By the settings' language, and the clock of the store that this machine shows; else of its first store, else its own. */
export function readerWordsOf({ settings, reader, overrides, nowMs, ownStoreId }: InquiryContext): ReaderWords {
  const tag = managerTagOf(settings.language)
  const locations = reader.locations(overrides)
  const shown = locations.find(({ locationId }) => locationId === ownStoreId())
  const timeZone =
    shown?.timeZone ??
    locations.find((location) => location.timeZone !== null)?.timeZone ??
    Intl.DateTimeFormat().resolvedOptions().timeZone
  const numbers = new Intl.NumberFormat(tag)
  return {
    language: managerLanguageOf(settings.language),
    tag,
    moment: (atMs) => momentWordsOf(atMs, nowMs(), tag, timeZone),
    number: (value) => numbers.format(value)
  }
}
