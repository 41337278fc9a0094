import { Amount } from '../../domain/money/amount.ts'
import { foundProblem } from '../../domain/health/found-problem.ts'
import type { ShownDeal } from '../../domain/parity/shown-price.ts'
import type { BoardDeal, Unit } from '../../shared/board-snapshot.ts'
import type { FoundProblem, StorageFault } from '../../shared/problem.ts'
import { type HistoryBoard, LONGEST_SILENCE_MS, type PriceHistory, type ProductShown } from '../store/price-history.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import type { BoardService } from './board-service.types.ts'
import type { BoardDifference, LiveBoard, LiveItem } from './live-board.ts'
import type { LocationData } from './location-data.ts'

/** What differs is written together, a moment later: screens come first. */
const WRITE_AFTER_MS = 1000
/** How many products one transaction takes, so that a whole menu never holds up a board. */
const PRODUCTS_AT_ONCE = 400
/** How often it is written down that a board is still shown: so well is known when a program was ended. */
const SIGN_OF_LIFE_MS = 60_000
/** A clock that goes back by less is the network's, not somebody's. */
const STEP_BACK_MS = 60_000
/** After a failure history is left alone for so long. */
const REST_MS = 60_000

/** Keeps what watched boards show (docs/manager.md, Price history). A failure of it is told, and never a board's. */
export interface BoardHistory {
  /** A board was looked at; `isWatched`: somebody sees it. */
  readonly follow: (
    board: { readonly live: LiveBoard; readonly data: LocationData },
    difference: BoardDifference,
    isWatched: boolean,
    atMs: number
  ) => void
  /** Writes down what waits. Before history is read, and at the end. */
  readonly flush: () => void
  readonly problems: () => readonly FoundProblem[]
  readonly stop: () => void
}

interface Track {
  readonly board: HistoryBoard
  /** Boards all of whose products have been compared since the stretch began. */
  compared: WeakSet<LiveBoard>
  aliveMs: number
  writtenMs: number
  /** When products that turn out to differ were last shown as they stand in the history; null: until they differ. */
  endMs: number | null
}

type Work =
  | { readonly kind: 'begin'; readonly track: Track; readonly atMs: number }
  | { readonly kind: 'alive'; readonly track: Track; readonly atMs: number }
  | { readonly kind: 'gone'; readonly track: Track; readonly shown: ReadonlySet<string>; readonly atMs: number }
  | {
      readonly kind: 'product'
      readonly track: Track
      readonly productId: string
      /** Null: it left the board. */
      readonly item: LiveItem | null
      readonly taxes: Pick<ProductShown, 'taxPricing' | 'taxRates'>
      readonly isFirstLook: boolean
      readonly atMs: number
    }

/** A history that boards feed. `nowMs` is the corrected clock. */
export function createBoardHistory(history: PriceHistory): BoardHistory {
  const tracks = new Map<string, Track>()
  let queue: Work[] = []
  let timer: NodeJS.Timeout | null = null
  let restUntilMs = -Infinity
  let failure: { readonly fault: StorageFault; readonly says: string } | null = null

  function trackOf({ location, audience }: LiveBoard, atMs: number): Track {
    const key = trackKeyOf(location.locationId, audience)
    const known = tracks.get(key)
    if (known !== undefined) {
      const silenceMs = atMs - known.aliveMs
      if (-STEP_BACK_MS <= silenceMs && silenceMs <= LONGEST_SILENCE_MS) return known
    }
    const board = { locationId: location.locationId, ...audience }
    const track: Track = { board, compared: new WeakSet(), aliveMs: atMs, writtenMs: atMs, endMs: null }
    tracks.set(key, track)
    queue.push({ kind: 'begin', track, atMs })
    return track
  }

  function take(track: Track, live: LiveBoard, data: LocationData, productIds: Iterable<string>, isFirstLook: boolean) {
    const { taxPricing } = live.location
    for (const productId of productIds)
      queue.push({
        kind: 'product',
        track,
        productId,
        item: live.items.get(productId) ?? null,
        taxes: { taxPricing, taxRates: data.products.get(productId)?.taxRates ?? [] },
        isFirstLook,
        atMs: track.aliveMs
      })
  }

  function arm(): void {
    if (timer !== null || queue.length === 0) return
    timer = setTimeout(() => {
      timer = null
      writeSome()
      arm()
    }, WRITE_AFTER_MS)
    timer.unref()
  }

  function perform(work: Work): void {
    const { track, atMs } = work
    switch (work.kind) {
      case 'begin': {
        const endMs = history.begin(track.board, atMs)
        track.endMs = endMs === atMs ? null : endMs
        return
      }
      case 'alive':
        history.goOn(track.board, atMs)
        return
      case 'gone':
        for (const productId of history.openProducts(track.board))
          if (!work.shown.has(productId)) history.note(track.board, { ...GONE, productId }, track.endMs ?? atMs, atMs)
        return
      case 'product': {
        const shown = work.item === null ? { ...GONE, productId: work.productId } : shownOf(work.item, work.taxes)
        history.note(track.board, shown, work.isFirstLook ? (track.endMs ?? atMs) : atMs, atMs)
      }
    }
  }

  function writeSome(): void {
    const works = queue.slice(0, PRODUCTS_AT_ONCE)
    if (works.length === 0) return
    try {
      history.write(() => works.forEach(perform))
      queue = queue.slice(works.length)
      failure = null
    } catch (error) {
      const known = storeFailureOf(error, 'the data directory')
      if (known === null) console.error(error)
      failure = {
        fault: known?.code ?? 'internal-error',
        says: known?.message ?? `A fault in Topshelf: ${String(error)}`
      }
      // Whatever was not written is made good by the whole look with which the next stretch begins.
      restUntilMs = Math.max(...works.map(({ atMs }) => atMs)) + REST_MS
      queue = []
      tracks.clear()
    }
  }

  function flush(): void {
    for (const track of tracks.values())
      if (track.aliveMs > track.writtenMs) {
        track.writtenMs = track.aliveMs
        queue.push({ kind: 'alive', track, atMs: track.aliveMs })
      }
    while (queue.length > 0) writeSome()
  }

  return {
    follow: ({ live, data }, difference, isWatched, atMs) => {
      const differs = difference.changed.length + difference.removed.length > 0
      if (!isWatched) {
        // Nobody saw the difference; who watches next sees it, and so a whole look is due then.
        if (differs) tracks.get(trackKeyOf(live.location.locationId, live.audience))?.compared.delete(live)
        return
      }
      if (restUntilMs - REST_MS <= atMs && atMs < restUntilMs) return
      const track = trackOf(live, atMs)
      track.aliveMs = Math.max(track.aliveMs, atMs)
      if (!track.compared.has(live)) {
        track.compared.add(live)
        take(track, live, data, live.items.keys(), true)
        queue.push({ kind: 'gone', track, shown: new Set(live.items.keys()), atMs: track.aliveMs })
      } else if (differs) take(track, live, data, [...difference.changed, ...difference.removed], false)
      if (track.aliveMs - track.writtenMs >= SIGN_OF_LIFE_MS) {
        track.writtenMs = track.aliveMs
        queue.push({ kind: 'alive', track, atMs: track.aliveMs })
      }
      arm()
    },
    flush,
    problems: () => (failure === null ? [] : [foundProblem({ code: 'history-not-kept', ...failure })]),
    stop: () => {
      flush()
      if (timer !== null) clearTimeout(timer)
      timer = null
    }
  }
}

/**
 * Has this machine's own store be watched from now on, also while its screens are off: what they would show counts as
 * shown there. Answers how it ends; null before the first sync, when there is nothing to watch and it is to be tried again.
 */
export function watchOwnStore(boards: BoardService, locationId: number): (() => void) | null {
  const watched = boards.subscribeBoard({ locationId, atMs: null, groupId: null, customer: 'recreational' }, () => {})
  return watched.ok ? watched.close : null
}

const GONE: Omit<ProductShown, 'productId'> = {
  name: '',
  unit: 'each',
  taxPricing: 'Exclusive',
  taxRates: [],
  rungs: []
}

function trackKeyOf(locationId: number, { groupId, customer }: LiveBoard['audience']): string {
  return `${locationId} ${groupId} ${customer}`
}

function shownOf({ built, states }: LiveItem, taxes: Pick<ProductShown, 'taxPricing' | 'taxRates'>): ProductShown {
  const { productId, name, unit, shelf, ladder } = built.item
  return {
    productId,
    name,
    unit,
    ...taxes,
    rungs: ladder.map(({ tierId, quantity, price, regular, outTheDoor, source, saleEndsAt, deal }, index) => ({
      tierId,
      quantity,
      shelfId: shelf?.shelfId ?? null,
      price,
      exact: exactOf(price, built.traces[index]?.exactAmount),
      regular,
      outTheDoor,
      source,
      saleEndsAtMs: saleEndsAt === null ? null : Date.parse(saleEndsAt),
      deal: deal === null ? null : shownDealOf(deal, states, unit)
    }))
  }
}

/** Null where nobody knows any more what the promotion takes off: then the deal is not kept. */
function shownDealOf(deal: BoardDeal, states: LiveItem['states'], unit: Unit): ShownDeal | null {
  const terms = states.find(({ facts }) => facts.promotionId === deal.promotionId)?.terms
  if (terms == null || !terms.ok || terms.value.type.family !== 'each-matched') return null
  const { discount, gramsPerMatchUnit } = terms.value.type
  const perQuantity = unit === 'each' ? '1' : gramsPerMatchUnit.toFixed()
  return {
    ...deal,
    discount:
      discount.kind === 'share'
        ? { kind: 'share', share: discount.share.toFixed() }
        : { kind: 'off', amount: discount.amount.toFixed(), perQuantity }
  }
}

/** The unrounded amount only where rounding took something from it. */
function exactOf(price: string | null, exact: string | undefined): string | null {
  return price === null || exact === undefined || new Amount(exact).eq(price) ? price : exact
}
