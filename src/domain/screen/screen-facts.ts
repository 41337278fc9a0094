import type { ScreenFacts } from '../../shared/manager/screens.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { BoardSet, OutsideHours, ScreenSettings } from '../../shared/screen-settings.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { sentenceOf } from '../display/sentence.ts'
import { durationWordsOf } from '../health/measure-words.ts'
import type { ManagerLanguage } from '../settings/manager-language.ts'
import { settingWordsOf } from '../settings/setting-words.ts'
import { type ScreenWords, screenWordsOf, shorterWaysOf } from './screen-words.ts'
import type { Share } from './share.ts'

/** One that said nothing for so long is taken for silent: pages say twice in this that they live. */
export const SILENT_MS = 75_000
const MINUTE_MS = 60_000
/** The limit of a cycle that screens report by. */
const MOST_SECONDS = 90
/** A sign of life comes every second and a half from a screen of several, every half minute from one that is alone. */
const MOMENT_MS = 10_000

/** A screen that shows a board, in figures. */
export interface ShownBoard {
  readonly set: BoardSet
  readonly share: Share | null
  readonly settings: ScreenSettings
  readonly report: ScreenReport | null
  readonly sharing: { readonly screens: number; readonly seconds: number }
  readonly heardAtMs: number
  readonly pricesAtMs: number | null
  readonly stale: boolean
  readonly light: OutsideHours
  readonly lightChangesAtMs: number | null
  /** The name that no settings know; null where it is known. */
  readonly unknownName: string | null
}

type BoardWordsOfScreen = Pick<
  ScreenFacts,
  'shows' | 'theme' | 'pages' | 'priceAge' | 'stale' | 'heard' | 'isSilent' | 'clock' | 'light' | 'problems'
>

/** A screen that shows a board, in words: what, how, how old, and what is wrong with it. */
export function screenFactsOf(
  board: ShownBoard,
  shelfName: (shelfId: number) => string | null,
  format: LocationFormat,
  language: ManagerLanguage,
  nowMs: number
): BoardWordsOfScreen {
  const words = screenWordsOf(language)
  const { report, settings } = board
  return {
    shows: shownWords(board, shelfName, format, words),
    theme: themeWords(settings.theme, language),
    pages: report === null ? null : pagesWords(report, words, format.language),
    priceAge: priceAgeWords(board, format, nowMs),
    stale: board.stale,
    heard: heardWords(board.heardAtMs, words, nowMs),
    isSilent: isSilent(board, nowMs),
    clock: format.time(nowMs),
    light: lightWords(board, format, words, nowMs),
    problems: problemsOf(board, format, words, nowMs)
  }
}

function shownWords(
  { set, share }: ShownBoard,
  shelfName: (shelfId: number) => string | null,
  format: LocationFormat,
  words: ScreenWords
): string {
  const shown = setWords(set, shelfName, format, words)
  return share === null ? shown : words.part(shown, share.index + 1, share.count)
}

function setWords(
  set: BoardSet,
  shelfName: (shelfId: number) => string | null,
  format: LocationFormat,
  words: ScreenWords
): string {
  switch (set.kind) {
    case 'full':
      return words.allOfIt
    case 'classifications':
      return format.list(set.paths.map((path) => path.join(' > ')))
    case 'shelf':
      return words.shelf(shelfName(set.shelfId) ?? String(set.shelfId))
    case 'on-promotion':
      return words.onPromotion
    case 'new-arrivals':
      return words.newArrivals
  }
}

function themeWords(theme: ScreenSettings['theme'], language: ManagerLanguage): string {
  const named = settingWordsOf(language).values[theme]
  return named === undefined ? theme.slice('custom:'.length) : sentenceOf(named, language)
}

function pagesWords({ page, pages, seconds }: ScreenReport, words: ScreenWords, tag: string): string {
  if (pages === 0) return words.emptyPages
  const takes = durationWordsOf(seconds * 1000, tag)
  return page === undefined ? words.pages(pages, takes) : words.page(Math.min(page + 1, pages), pages, takes)
}

function priceAgeWords({ pricesAtMs, stale }: ShownBoard, format: LocationFormat, nowMs: number): string {
  if (pricesAtMs === null) return format.words.pricesUnchecked
  const moment = format.timeSince(pricesAtMs, nowMs)
  if (moment === null) return stale ? format.words.pricesOld : ''
  return stale ? format.words.pricesFrom(moment) : format.words.pricesChecked(moment)
}

function heardWords(heardAtMs: number, words: ScreenWords, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - heardAtMs)
  if (agoMs < MOMENT_MS) return words.heardNow
  if (agoMs < MINUTE_MS) return words.heardSeconds(Math.round(agoMs / 1000))
  return words.heardMinutes(Math.floor(agoMs / MINUTE_MS))
}

function lightWords(
  { light, lightChangesAtMs }: ShownBoard,
  format: LocationFormat,
  words: ScreenWords,
  nowMs: number
): string | null {
  const moment = lightChangesAtMs === null ? null : format.timeSince(lightChangesAtMs, nowMs)
  const until = moment === null ? null : moment.day === null ? moment.time : `${moment.day}, ${moment.time}`
  switch (light) {
    case 'on':
      return null
    case 'dim':
      return words.dimmed(until)
    case 'off':
      return words.off(until)
  }
}

function isSilent({ heardAtMs }: ShownBoard, nowMs: number): boolean {
  return Math.abs(nowMs - heardAtMs) > SILENT_MS
}

function problemsOf(board: ShownBoard, format: LocationFormat, words: ScreenWords, nowMs: number): readonly string[] {
  const { report, settings, sharing, heardAtMs, unknownName } = board
  const problems: string[] = []
  const lasting = (seconds: number): string => durationWordsOf(seconds * 1000, format.language)
  if (isSilent(board, nowMs)) problems.push(words.silent(heardWords(heardAtMs, words, nowMs)))
  if (report?.unlaid !== undefined) {
    const { keepsLast, products } = report.unlaid
    problems.push(words.unlaid(keepsLast, products.length === 0 ? null : format.list(products.map(shortened))))
  }
  if (report?.leftOut !== undefined) problems.push(words.leftOut(format.list(report.leftOut.map(shortened))))
  if (unknownName !== null) problems.push(words.unknownScreen(shortened(unknownName)))
  if (report !== null && report.advice !== null) {
    const { advice } = report
    // Of several, what the pages of all take together.
    const screensMore =
      sharing.screens === 1
        ? advice.screensMore
        : Math.max(1, Math.ceil(sharing.seconds / MOST_SECONDS) - sharing.screens)
    const ways = shorterWaysOf({ ...advice, screensMore }, words, format.list)
    problems.push(words.longCycle(report.pages, lasting(report.seconds), lasting(MOST_SECONDS), ways))
  }
  if (settings.level === 'dense') problems.push(words.dense)
  return problems
}

function shortened(name: string): string {
  return name.slice(0, 60)
}
