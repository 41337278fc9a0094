import { type TodayWords, todayWordsOf } from '../../domain/health/today-words.ts'
import type { TimelineEntry } from '../../shared/board-snapshot.ts'
import type { FeedNews, HealthNews } from '../../shared/manager/health.ts'
import type { TodayNews } from '../../shared/manager/today.ts'
import { healthNewsOf } from './health.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { scoreOf } from './register-score.ts'
import { type ReaderWords, readerWordsOf } from './reader-words.ts'
import { syncNewsOf } from './sync.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/** What is well, what wants a look, and what changes next at the store that this machine shows. */
export function todayInquiries(context: InquiryContext): Pick<Inquiries, 'home:today'> {
  return {
    'home:today': (asked) => {
      const words = readerWordsOf(context)
      const told = todayWordsOf(words.language)
      const health = healthNewsOf(context)
      const locationId = shownLocationOf(context, asked)
      const location = locationId === null ? null : context.reader.location(locationId, context.overrides)
      const answer: TodayNews = {
        well: wellOf(health, told),
        wants: wantsOf(context, health, words, told),
        nextChange: locationId === null ? null : nextChangeOf(context, locationId, words, told),
        store: location?.name ?? null,
        score: scoreOf(context)
      }
      return { ok: true, answer }
    }
  }
}

/** The store that is asked about, else the one that this machine shows, else the first; always one that is served. */
function shownLocationOf({ boards, ownStoreId }: InquiryContext, asked: number | null): number | null {
  const served = boards.locations().map(({ locationId }) => locationId)
  const wanted = [asked, ownStoreId()].find((one) => one !== null && served.includes(one))
  return wanted ?? served[0] ?? null
}

function wellOf({ feeds, quarantined, status }: HealthNews, told: TodayWords): readonly string[] {
  const prices = feeds.find(({ feed }) => feed === 'prices')
  return [
    prices?.state === 'ok' && prices.age !== null && status !== 'frozen' ? told.pricesChecked(prices.age) : null,
    quarantined === 0 && status !== 'starting' ? told.nothingRefused : null
  ].filter((sentence) => sentence !== null)
}

function wantsOf(
  context: InquiryContext,
  { feeds, quarantined, problems, status }: HealthNews,
  words: ReaderWords,
  told: TodayWords
): TodayNews['wants'] {
  const sync = syncNewsOf(context)
  const stopped = sync.kind === 'frozen' || sync.kind === 'held' || sync.kind === 'no-source'
  return [
    ...(stopped
      ? [{ words: sync.words, detail: null, place: sync.kind === 'frozen' ? 'settings' : 'health' } as const]
      : []),
    ...feeds.flatMap((feed) => feedWants(feed, sync.kind === 'frozen', told)),
    ...(status === 'starting' ? [{ words: told.starting, detail: null, place: 'health' } as const] : []),
    ...(quarantined > 0
      ? [{ words: told.refused(quarantined, words.number(quarantined)), detail: null, place: 'quarantine' } as const]
      : []),
    ...problems.map(({ title, detail }) => ({ words: title, detail, place: 'problems' }) as const)
  ]
}

/** A frozen feed is late by intent. */
function feedWants({ name, state, age, fault }: FeedNews, isFrozen: boolean, told: TodayWords): TodayNews['wants'] {
  if (fault !== null) return [{ words: told.feedFailed(name, fault.what), detail: fault.todo, place: 'health' }]
  if (state === 'late' && age !== null && !isFrozen)
    return [{ words: told.feedLate(name, age), detail: null, place: 'health' }]
  return []
}

function nextChangeOf(
  context: InquiryContext,
  locationId: number,
  words: ReaderWords,
  told: TodayWords
): string | null {
  const nowMs = context.nowMs()
  const answer = context.boards.timelineJson({ locationId, fromMs: nowMs, toMs: nowMs + WEEK_MS })
  if (!answer.ok) return null
  const entries = JSON.parse(answer.json) as readonly TimelineEntry[]
  const [first] = entries
  if (first === undefined) return null
  const atOnce = entries.filter(({ at }) => at === first.at)
  const things = atOnce.reduce(
    (sum, { promotionId, productIds }) => sum + (promotionId === null ? productIds.length : 1),
    0
  )
  const more = Math.max(0, things - 1)
  const what = told.change(first.kind, nameOf(context, locationId, first))
  return told.changeAt(words.moment(Date.parse(first.at)), what, more)
}

function nameOf({ reader, overrides }: InquiryContext, locationId: number, entry: TimelineEntry): string {
  const location = reader.location(locationId, overrides)
  if (entry.promotionId !== null && location !== null) {
    const promotion = reader.promotionsAt(location).find(({ promotionId }) => promotionId === entry.promotionId)
    if (promotion !== undefined) return promotion.name
  }
  const [product] = reader.someProductsAt(locationId, entry.productIds.slice(0, 1))
  return product?.name ?? ''
}
