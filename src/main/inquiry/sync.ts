import { feedNameOf } from '../../domain/health/feed-fault.ts'
import { type HealthWords, healthWordsOf } from '../../domain/health/health-words.ts'
import type { FeedName } from '../../shared/board-snapshot.ts'
import type { ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { SyncFeedNews, SyncNews } from '../../shared/manager/health.ts'
import type { SyncProgress } from '../../shared/setup.ts'
import { FEEDS, type SyncSchedule, type SyncState } from '../sync/sync-schedule.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { type ReaderWords, readerWordsOf } from './reader-words.ts'

/** How far the sync is, and the manager's hand on it. */
export function syncInquiries(
  context: InquiryContext
): Pick<Inquiries, 'sync:state' | 'sync:now' | 'sync:cancel' | 'sync:resume'> {
  function withSync(step: (sync: SyncSchedule, words: HealthWords) => ManagerRefusal | null): ManagerReply<SyncNews> {
    const words = healthWordsOf(readerWordsOf(context).language)
    if (context.sync === null) return refused(context.settings.frozen === null ? words.noSource : words.frozenNoSync)
    return step(context.sync, words) ?? { ok: true, answer: syncNewsOf(context) }
  }

  return {
    'sync:state': () => ({ ok: true, answer: syncNewsOf(context) }),
    'sync:now': () =>
      withSync((sync) => {
        sync.askNow()
        return null
      }),
    'sync:cancel': () => withSync((sync, words) => (sync.hold() ? null : refused(words.nothingUnderWay))),
    'sync:resume': () =>
      withSync((sync) => {
        sync.release()
        return null
      })
  }
}

export function syncNewsOf(context: InquiryContext): SyncNews {
  const { sync, settings } = context
  const words = readerWordsOf(context)
  const told = healthWordsOf(words.language)
  if (settings.frozen !== null)
    return { kind: 'frozen', words: told.frozenSince(words.moment(Date.parse(settings.frozen.since))), feeds: [] }
  if (sync === null) return { kind: 'no-source', words: told.sync['no-source'], feeds: [] }
  const state = sync.state()
  const kind = state.isHeld ? 'held' : state.running.length > 0 ? 'running' : 'idle'
  return { kind, words: told.sync[kind], feeds: FEEDS.map((feed) => feedNewsOf(feed, state, words, told)) }
}

function feedNewsOf(feed: FeedName, state: SyncState, words: ReaderWords, told: HealthWords): SyncFeedNews {
  const progress = state.progress.find((one) => one.feed === feed)
  const records = progress?.records ?? 0
  const expected = progress?.expected ?? null
  const isRunning = state.running.includes(feed)
  const feedState = isRunning ? 'running' : stateOf(progress)
  return {
    feed,
    name: feedNameOf(feed, words.language),
    records,
    expected,
    state: feedState,
    words: wordsOf(feedState, records, expected, words, told)
  }
}

function stateOf(progress: SyncProgress | undefined): SyncFeedNews['state'] {
  if (progress === undefined) return 'waiting'
  return progress.error === null ? (progress.done ? 'done' : 'waiting') : 'failed'
}

function wordsOf(
  state: SyncFeedNews['state'],
  records: number,
  expected: number | null,
  words: ReaderWords,
  told: HealthWords
): string {
  switch (state) {
    case 'waiting':
      return told.waiting
    case 'running':
      return expected === null || records > expected
        ? told.soFar(words.number(records))
        : told.ofAbout(words.number(records), words.number(expected))
    case 'done':
      return records === 0 ? told.nothingNew : told.done(words.number(records))
    case 'failed':
      return told.failed
  }
}

function refused(message: string): ManagerRefusal {
  return { ok: false, code: 'refused', field: null, message }
}
