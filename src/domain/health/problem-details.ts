import type { FileFault, ProblemCode, ProblemFacts } from '../../shared/problem.ts'
import { type InLanguages, type ManagerLanguage, managerLanguageOf } from '../settings/manager-language.ts'
import { durationWordsOf } from './measure-words.ts'
import { ENGLISH_DETAILS, profileFault as englishFault } from './words/english-problems.ts'
import { FRENCH_DETAILS, profileFault as frenchFault } from './words/french-problems.ts'
import { SPANISH_DETAILS, profileFault as spanishFault } from './words/spanish-problems.ts'

/** How numbers and days are written in a line. */
export interface DetailFormat {
  readonly number: (value: number) => string
  readonly duration: (seconds: number) => string
  /** Of "2026-11-20". */
  readonly day: (isoDay: string) => string
  /** "a, b and c" */
  readonly all: (parts: readonly string[]) => string
  /** "a, b or c" */
  readonly any: (parts: readonly string[]) => string
}

/** A line for each kind of problem, from its facts. */
export type ProblemDetails = {
  readonly [C in ProblemCode]: (facts: Extract<ProblemFacts, { readonly code: C }>, format: DetailFormat) => string
}

const DETAILS: InLanguages<ProblemDetails> = { en: ENGLISH_DETAILS, fr: FRENCH_DETAILS, es: SPANISH_DETAILS }

/** What a problem is about, with names and numbers, as the tag's reader writes them. */
export function problemDetailOf(facts: ProblemFacts, tag: string): string {
  const language = managerLanguageOf(tag)
  return detailOf(facts, language, formatOf(tag))
}

/** The line of the contract, which is English wherever the store is. */
export function problemLineOf(facts: ProblemFacts): string {
  return detailOf(facts, 'en', PLAIN)
}

const FILE_FAULTS: InLanguages<(fault: FileFault) => string> = {
  en: englishFault,
  fr: frenchFault,
  es: spanishFault
}

/** What is wrong with a market profile's file; goes on from its name. */
export function fileFaultWords(fault: FileFault, language: ManagerLanguage): string {
  return FILE_FAULTS[language](fault)
}

function detailOf(facts: ProblemFacts, language: ManagerLanguage, format: DetailFormat): string {
  // Each code has its own facts; TypeScript cannot follow that through the index.
  const write = DETAILS[language][facts.code] as (given: ProblemFacts, by: DetailFormat) => string
  return write(facts, format)
}

/** The contract's, which programs read. */
const PLAIN: DetailFormat = {
  number: String,
  duration: (seconds) => `${seconds} s`,
  day: (isoDay) => isoDay,
  all: (parts) => listed(parts, 'and'),
  any: (parts) => listed(parts, 'or')
}

function formatOf(tag: string): DetailFormat {
  const numbers = new Intl.NumberFormat(tag)
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const all = new Intl.ListFormat(tag, { type: 'conjunction' })
  const any = new Intl.ListFormat(tag, { type: 'disjunction' })
  return {
    number: (value) => numbers.format(value),
    duration: (seconds) => durationWordsOf(seconds * 1000, tag),
    day: (isoDay) => days.format(Date.parse(isoDay)),
    all: (parts) => all.format(parts),
    any: (parts) => any.format(parts)
  }
}

/** "a", "a or b", "a, b, or c". */
function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 3) return parts.join(` ${word} `)
  return `${parts.slice(0, -1).join(', ')}, ${word} ${parts.at(-1)}`
}
