import { FAULT_WORDS } from '../../domain/absence/words/fault-words.ts'
import { ended, sentenceOf } from '../../domain/display/sentence.ts'
import { feedFaultOf, feedNameOf } from '../../domain/health/feed-fault.ts'
import { feedsSummaryOf } from '../../domain/health/feeds-summary.ts'
import { type HealthWords, healthWordsOf } from '../../domain/health/health-words.ts'
import { agoWordsOf, durationWordsOf } from '../../domain/health/measure-words.ts'
import { problemDetailOf } from '../../domain/health/problem-details.ts'
import { problemTitleOf } from '../../domain/health/problem-titles.ts'
import type { ShownScreen } from '../../domain/screen/screen-problems.ts'
import type { FeedHealth, FeedName, Health } from '../../shared/board-snapshot.ts'
import type { FeedNews, HealthNews, QuarantineNews, RunNews, ScreenOn } from '../../shared/manager/health.ts'
import { shownRecordText } from '../cova/schemas/private-keys.ts'
import type { QuarantineEntry, SyncRunRecord } from '../store/store.types.ts'
import { FEEDS } from '../sync/sync-schedule.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { type ReaderWords, readerWordsOf } from './reader-words.ts'

const ROWS_SHOWN = 200

/** How the feeds, the store and the screens are doing, in the reader's words. */
export function healthInquiries(
  context: InquiryContext
): Pick<Inquiries, 'health:read' | 'health:runs' | 'health:quarantine'> {
  return {
    'health:read': () => ({ ok: true, answer: healthNewsOf(context) }),
    'health:runs': () => {
      const words = readerWordsOf(context)
      return { ok: true, answer: context.reader.syncRuns(ROWS_SHOWN).map((run) => runNewsOf(run, words)) }
    },
    'health:quarantine': () => {
      const words = readerWordsOf(context)
      return { ok: true, answer: context.reader.quarantine(ROWS_SHOWN).map((entry) => quarantineNewsOf(entry, words)) }
    }
  }
}

/** The health view's head: feeds, problems, screens. */
export function healthNewsOf(context: InquiryContext): HealthNews {
  const words = readerWordsOf(context)
  const told = healthWordsOf(words.language)
  const health = context.health()
  const nameOf = new Map(context.reader.locations(context.overrides).map(({ locationId, name }) => [locationId, name]))
  const feeds = FEEDS.map((feed) => feedNewsOf(feed, health, context.lateFeeds(), context.nowMs(), words))
  const dated = feeds.map((feed) => ({ ...feed, atMs: lastMsOf(health.feeds[feed.feed]) }))
  return {
    status: health.status,
    statusWords: told.status[health.status],
    feeds,
    feedsSummary: feedsSummaryOf(health.status, dated, words.language),
    quarantined: health.quarantined,
    problems: context.problems().map(({ code, facts, locationId }) => ({
      code,
      title: problemTitleOf(code, words.language),
      detail: problemDetailOf(facts, words.tag),
      store: locationId === null ? null : (nameOf.get(locationId) ?? null)
    })),
    screens: context.boards.shownScreens().map((screen) => screenOnOf(screen, words, told))
  }
}

function feedNewsOf(
  feed: FeedName,
  health: Health,
  late: ReadonlySet<FeedName>,
  nowMs: number,
  words: ReaderWords
): FeedNews {
  const { lastError } = health.feeds[feed]
  const atMs = lastMsOf(health.feeds[feed])
  return {
    feed,
    name: feedNameOf(feed, words.language),
    state: stateOf(health.feeds[feed], late.has(feed)),
    age: atMs === null ? null : agoWordsOf(nowMs - atMs, words.tag, words.language),
    at: atMs === null ? null : words.moment(atMs),
    fault:
      lastError === null
        ? null
        : { ...feedFaultOf(lastError, words.language), at: words.moment(Date.parse(lastError.at)) }
  }
}

function lastMsOf({ lastSuccessAt }: FeedHealth): number | null {
  return lastSuccessAt === null ? null : Date.parse(lastSuccessAt)
}

function stateOf({ lastSuccessAt, lastError }: FeedHealth, isLate: boolean): FeedNews['state'] {
  if (lastError !== null) return 'failed'
  if (lastSuccessAt === null) return 'never'
  return isLate ? 'late' : 'ok'
}

function screenOnOf({ name, locationName, report }: ShownScreen, words: ReaderWords, told: HealthWords): ScreenOn {
  return {
    name,
    store: locationName,
    pages:
      report === null ? null : told.pages(words.number(report.pages), durationWordsOf(report.seconds * 1000, words.tag))
  }
}

function runNewsOf(run: SyncRunRecord, words: ReaderWords): RunNews {
  const { runId, feed, kind, pages, records, changed, rejected, startedAtMs, finishedAtMs } = run
  return {
    runId,
    feed,
    name: feedNameOf(feed, words.language),
    kind: healthWordsOf(words.language).runKind[kind],
    at: words.moment(startedAtMs),
    took: finishedAtMs === null ? null : durationWordsOf(finishedAtMs - startedAtMs, words.tag),
    pages,
    records,
    changed,
    rejected,
    fault:
      run.errorCode === null
        ? null
        : feedFaultOf({ code: run.errorCode, message: run.errorMessage ?? '' }, words.language)
  }
}

function quarantineNewsOf(entry: QuarantineEntry, words: ReaderWords): QuarantineNews {
  const { feed, kind, key, reason, raw } = entry
  return {
    feed,
    name: feedNameOf(feed, words.language),
    kind: healthWordsOf(words.language).quarantineKinds[kind] ?? kind,
    key,
    reason: ended(sentenceOf(FAULT_WORDS[words.language].ofRecord(reason), words.tag)),
    detail: reason,
    raw: shownRecordText(raw),
    firstSeen: words.moment(entry.firstSeenAtMs),
    lastSeen: words.moment(entry.lastSeenAtMs)
  }
}
