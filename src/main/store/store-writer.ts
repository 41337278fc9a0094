import type Database from 'better-sqlite3'
import { prepareAncestry } from './ancestry.ts'
import { prepareCatalogueListsLanding } from './catalogue-lists-landing.ts'
import { prepareCataloguePassEnd } from './catalogue-pass.ts'
import { prepareFirstSeenWriter } from './first-seen.ts'
import { prepareFullPromotionLanding, prepareFullReadingReader } from './full-promotions.ts'
import { prepareHeldRemovals } from './held-removals.ts'
import { prepareListPassEnds } from './list-pass.ts'
import { prepareMeta } from './meta.ts'
import { asOnePiece } from '../engine/heartbeat.ts'
import { prepareForgetLongGone } from './long-gone.ts'
import { tidy } from './open-database.ts'
import { prepareLandingTransactions } from './landing-transaction.ts'
import { pageLandingOf } from './page-landing.ts'
import { preparePlaceLanding } from './place-landing.ts'
import { preparePriceHistory } from './price-history.ts'
import { preparePriceLanding } from './price-landing.ts'
import { prepareProductLanding } from './product-landing.ts'
import { preparePromotionLanding } from './promotion-landing.ts'
import { prepareQuarantine } from './quarantine.ts'
import { prepareRegisterRecords } from './register-records.ts'
import { prepareRunNotes } from './run-notes.ts'
import type { StoreChange, InquiryReader, StoreWriter } from './store.types.ts'
import { prepareSyncLog } from './sync-log.ts'
import type { SyncRun } from './sync-run.ts'
import { noteAsked, noteUnidentified } from './sync-run.ts'

/** Checks are kept for 90 days, where the rest is for 30. */
const CHECKS_KEPT_LONGER_MS = 60 * 24 * 60 * 60 * 1000
const NOTHING: StoreChange = { productIds: [], promotions: false, locations: false }

/** The one writer over an open cache. What each call does is said in store.types.ts; docs/store.md has the whole. */
export const storeWriterOf = (
  cache: Database.Database,
  keep: Database.Database,
  reader: InquiryReader,
  close: () => void
): StoreWriter => {
  const meta = prepareMeta(cache)
  const notes = prepareRunNotes(cache)
  const log = prepareSyncLog(cache)
  const quarantine = prepareQuarantine(cache)
  const held = prepareHeldRemovals(cache)
  const places = preparePlaceLanding(cache, meta)
  const promotions = preparePromotionLanding(cache)
  const fullPromotions = prepareFullPromotionLanding(cache, meta)
  const products = prepareProductLanding(cache)
  const prices = preparePriceLanding(cache)
  const lists = prepareCatalogueListsLanding(cache)
  const endCataloguePass = prepareCataloguePassEnd(cache, { products, prices, lists, notes, held })
  const endListPass = prepareListPassEnds(cache, { held, places, promotions, readAncestry: prepareAncestry(cache) })
  const pages = pageLandingOf({
    products,
    prices,
    lists,
    notes,
    quarantine,
    log,
    noteFirstSeen: prepareFirstSeenWriter(keep)
  })
  const history = preparePriceHistory(keep)
  const register = prepareRegisterRecords(cache, keep)
  const forgetLongGone = prepareForgetLongGone(cache, keep)
  const dropEmptySets = cache.prepare('DELETE FROM price_set WHERE record_count = 0 AND asked_at_ms < ?')

  const runs = new Map<number, SyncRun>()
  const runOf = (runId: number): SyncRun => {
    const run = runs.get(runId)
    if (run === undefined) throw new Error(`Sync run ${runId} is not under way`)
    return run
  }

  const asked = [products.asked, prices.asked, lists.asked]
  const { inTransaction, together } = prepareLandingTransactions(cache, {
    onDone: () => {
      for (const times of asked) times.commit()
    },
    onUndone: () => {
      for (const times of asked) times.rollback()
      quarantine.reload()
    }
  })
  const landTogether = <T>(runId: number, work: () => T): T => {
    const run = runOf(runId)
    try {
      return together(work)
    } catch (error) {
      // Nothing of it landed: nothing may be missed from it, and the run is still under way.
      run.landed.clear()
      runs.set(runId, run)
      throw error
    }
  }

  const endPromotionList = (run: SyncRun, atMs: number): StoreChange & { readonly heldBack: boolean } => {
    if (!run.landed.has('promotions') || run.unidentified.has('promotion')) return { ...NOTHING, heldBack: false }
    const end = endListPass.promotions(run.runId, atMs)
    return { ...NOTHING, promotions: end.changed, heldBack: end.heldBack }
  }

  const endPass = (run: SyncRun, atMs: number): StoreChange & { readonly heldBack: boolean } => {
    if (run.kind === 'changes') return { ...NOTHING, heldBack: false }
    const { runId, landed, unidentified } = run
    switch (run.feed) {
      case 'catalogue': {
        const end = endCataloguePass(
          {
            runId,
            firstAskedAtMs: run.firstAskedAtMs ?? run.startedAtMs,
            lastAskedAtMs: run.lastAskedAtMs ?? run.startedAtMs,
            isComplete: !unidentified.has('product')
          },
          atMs
        )
        quarantine.dropUnseen(
          ['catalogue', 'prices'],
          ['product', 'price', 'price-set', 'tax-rate', 'classification'],
          run.earliestAtMs
        )
        meta.set('full_pass_started_at_ms', String(run.startedAtMs))
        const freed = places.liftHolds(runId)
        return { productIds: end.productIds, promotions: false, locations: freed.length > 0, heldBack: end.heldBack }
      }
      case 'locations': {
        const none = { changed: false, heldBack: false }
        const locations =
          landed.has('locations') && !unidentified.has('location') ? endListPass.locations(runId, atMs) : none
        const tree = landed.has('tree') && !unidentified.has('tree-node') ? endListPass.tree(runId, atMs) : none
        return {
          ...NOTHING,
          locations: locations.changed || tree.changed,
          heldBack: locations.heldBack || tree.heldBack
        }
      }
      case 'taxes': {
        if (!landed.has('tax-pricing') || unidentified.has('tax-pricing')) return { ...NOTHING, heldBack: false }
        return { ...NOTHING, locations: endListPass.taxPricing(runId, atMs).changed, heldBack: false }
      }
      case 'promotions': {
        const list = endPromotionList(run, atMs)
        if (!landed.has('full-promotions')) return list
        const dropped = fullPromotions.endReading(runId, !unidentified.has('full-promotion'), atMs)
        return { ...list, promotions: list.promotions || dropped }
      }
      case 'prices':
        // Changed prices are never the whole: nothing is missing from them.
        return { ...NOTHING, heldBack: false }
    }
  }

  return {
    ...reader,
    fullPromotionsReading: prepareFullReadingReader(cache),
    startRun: (feed, kind, atMs) => {
      const runId = inTransaction(() => log.start(feed, kind, atMs))
      runs.set(runId, {
        runId,
        feed,
        kind,
        startedAtMs: atMs,
        earliestAtMs: atMs,
        firstAskedAtMs: null,
        lastAskedAtMs: null,
        landed: new Set(),
        unidentified: new Set()
      })
      return runId
    },
    failRun: (runId, error, atMs) => {
      const run = runOf(runId)
      // What it noted is in memory, and goes also where the failure itself cannot be written down.
      runs.delete(runId)
      try {
        const change = run.feed === 'promotions' ? inTransaction(() => endPromotionList(run, atMs)) : NOTHING
        inTransaction(() => log.fail(runId, run.feed, error, atMs))
        return change
      } finally {
        inTransaction(() => notes.forget(runId))
      }
    },
    landTogether,
    landLocations: (runId, reply, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => {
        const changed = places.landLocations(reply.locations)
        notes.see(runId, 'location', [...reply.presentLocationIds, ...reply.locations.map((one) => one.locationId)])
        quarantine.replaceFeed('locations', reply.rejected, atMs)
        log.countPage(runId, reply.locations.length + reply.rejected.length, changed ? 1 : 0, reply.rejected.length)
        return { ...NOTHING, locations: changed }
      })
      noteUnidentified(run, reply.rejected)
      run.landed.add('locations')
      return change
    },
    landTree: (runId, reply, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => {
        const changed = places.landTree(reply.nodes)
        const rejectedIds = reply.rejected.map((record) => Number(record.key)).filter(Number.isSafeInteger)
        notes.see(runId, 'tree-node', [...reply.nodes.map((node) => node.entityId), ...rejectedIds])
        quarantine.replaceFeed('tree', reply.rejected, atMs)
        log.countPage(runId, reply.nodes.length + reply.rejected.length, changed ? 1 : 0, reply.rejected.length)
        return { ...NOTHING, locations: changed, promotions: changed }
      })
      noteUnidentified(run, reply.rejected)
      run.landed.add('tree')
      return change
    },
    landTaxPricing: (runId, reply, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => {
        const changed = places.landTaxPricing(reply.configurations, atMs)
        notes.see(runId, 'tax-pricing', [
          ...reply.presentLocationIds,
          ...reply.configurations.map((one) => one.locationId)
        ])
        quarantine.replaceFeed('taxes', reply.rejected, atMs)
        const records = reply.configurations.length + reply.rejected.length
        log.countPage(runId, records, changed ? 1 : 0, reply.rejected.length)
        return { ...NOTHING, locations: changed }
      })
      noteUnidentified(run, reply.rejected)
      run.landed.add('tax-pricing')
      return change
    },
    landPromotions: (runId, reply, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => {
        let changed = promotions.land(reply.promotions)
        const present = [...new Set([...reply.presentPromotionIds, ...reply.promotions.map((one) => one.promotionId)])]
        for (const promotionId of present) if (promotions.bringBack(promotionId)) changed = true
        notes.see(runId, 'promotion', present)
        quarantine.replaceFeed('promotions', reply.rejected, atMs)
        log.countPage(runId, reply.promotions.length + reply.rejected.length, changed ? 1 : 0, reply.rejected.length)
        return { ...NOTHING, promotions: changed }
      })
      noteUnidentified(run, reply.rejected)
      run.landed.add('promotions')
      return change
    },
    landFullPromotions: (runId, reply, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => {
        const changed = fullPromotions.land(reply.promotions)
        notes.see(runId, 'full-promotion', [
          ...reply.presentPromotionIds,
          ...reply.promotions.map((one) => one.promotionId)
        ])
        quarantine.replaceFeed('full-promotions', reply.rejected, atMs)
        log.countPage(runId, reply.promotions.length + reply.rejected.length, changed ? 1 : 0, reply.rejected.length)
        return { ...NOTHING, promotions: changed }
      })
      noteUnidentified(run, reply.rejected)
      run.landed.add('full-promotions')
      return change
    },
    landCataloguePage: (runId, page, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => pages.cataloguePage(run, page, atMs))
      noteUnidentified(run, page.rejected)
      noteAsked(run, page.askedAtMs, atMs)
      return change
    },
    landPricePage: (runId, page, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => pages.pricePage(run, page, atMs))
      noteAsked(run, page.askedAtMs, atMs)
      return change
    },
    finishRun: (runId, cursorMs, atMs) => {
      const run = runOf(runId)
      const change = inTransaction(() => {
        const end = endPass(run, atMs)
        notes.forget(runId)
        log.countChanged(runId, end.productIds.length)
        log.succeed(runId, run.feed, cursorMs, atMs)
        return end
      })
      runs.delete(runId)
      return change
    },
    closeRun: (runId, atMs) => {
      runOf(runId)
      runs.delete(runId)
      inTransaction(() => {
        notes.forget(runId)
        log.close(runId, atMs)
      })
    },
    history,
    register,
    storeClockOffset: (offsetMs) => {
      inTransaction(() => meta.set('clock_offset_ms', String(offsetMs)))
    },
    retain: (olderThanMs, nowMs) => {
      asOnePiece('tidying the database', () => {
        inTransaction(() => {
          log.dropOlder(olderThanMs)
          quarantine.dropOlder(olderThanMs)
          dropEmptySets.run(olderThanMs)
        })
        history.drop(olderThanMs)
        register.drop(olderThanMs - CHECKS_KEPT_LONGER_MS)
        forgetLongGone(nowMs)
        for (const db of [cache, keep]) tidy(db)
      })
    },
    close
  }
}

/** Closes what an earlier process left open. */
export const closeInterruptedRuns = (cache: Database.Database): void => {
  const log = prepareSyncLog(cache)
  cache.transaction(() => log.closeInterrupted()).immediate()
}
