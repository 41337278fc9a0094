import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBoardService } from '../../src/main/board/board-service.ts'
import type { BoardService } from '../../src/main/board/board-service.types.ts'
import { createCovaClient } from '../../src/main/cova/cova-client.ts'
import type { CovaClient } from '../../src/main/cova/cova-client.types.ts'
import type { RejectedRecord } from '../../src/main/cova/records.ts'
import { openStoreWriter } from '../../src/main/store/open-store.ts'
import type { StoreWriter } from '../../src/main/store/store.types.ts'
import { createCorrectedClock } from '../../src/main/sync/corrected-clock.ts'
import {
  passCatalogue,
  passLocations,
  passPrices,
  passPromotions,
  passTaxes,
  type PassHost,
  type PassResult
} from '../../src/main/sync/feed-passes.ts'
import { createSyncHold } from '../../src/main/sync/sync-hold.ts'
import { callOf, type FuzzedCall, type Replies } from './fuzz-replies.ts'
import { type Payload, payloadOf } from './mutate-json.ts'
import { FIRST_MS } from './two-states.ts'
import { HOUSE_AS_DELIVERED } from '../main/board/house-as-delivered.ts'

const TOKEN = JSON.stringify({ access_token: 'a-token', expires_in: 43_199 })
/** A complete pass may hold removals back, and the next one removes them. */
const HEALING_PASSES = 4

/** A store that is fed by replies as they are given, through the product's own client, passes, database and boards. */
export interface FuzzStage {
  readonly store: StoreWriter
  readonly boards: BoardService
  /** The pass that makes this call, with the next reply to it replaced. */
  readonly pass: (call: FuzzedCall, replies: Replies, payload: Payload, overHttp: boolean) => Promise<PassResult>
  /** What the last pass refused. */
  readonly rejected: () => readonly RejectedRecord[]
  /** Good passes of every feed until nothing is held back; the feeds that do not succeed. */
  readonly heal: (replies: Replies) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function openFuzzStage(folder: string): Promise<FuzzStage> {
  mkdirSync(folder, { recursive: true })
  let nowMs = FIRST_MS
  const opened = openStoreWriter({ dataDir: folder, nowMs: () => nowMs })
  if (!opened.ok) throw new Error(opened.message)
  const { store } = opened
  const boards = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader: store,
    nowMs: () => nowMs
  })
  let replies: Replies | null = null
  let fuzzed: { readonly call: FuzzedCall; readonly payload: Payload } | null = null
  let rejected: RejectedRecord[] = []

  function answerTo(path: string, body: string): Payload {
    const call = callOf(path)
    if (call === null) return { body: TOKEN, contentType: 'application/json', status: 200 }
    const skip = call === 'prices' ? Number(/skip=(\d+)/.exec(path)?.[1]) : call === 'catalogue' ? skipIn(body) : 0
    if (skip > 0)
      return payloadOf(call === 'prices' ? [] : { Products: [], Packages: [], TaxRates: [], Classifications: [] })
    if (fuzzed?.call === call) return fuzzed.payload
    if (replies === null) throw new Error('there is no state to answer from')
    return payloadOf(replies[call])
  }

  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const payload = answerTo(request.url ?? '', body)
      // This store's clock is not the machine's.
      response.sendDate = false
      response.writeHead(payload.status, { 'content-type': payload.contentType })
      response.end(payload.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = {
    apiUrl: url,
    tokenUrl: `${url}/token`,
    companyId: '110447',
    clientId: 'c',
    clientSecret: 'a-client-secret',
    username: 'u',
    password: 'a-password'
  }
  const options = { nowMs: () => nowMs, retries: 0, breakerThreshold: 1e9 }
  // The same client without sockets, for most of a hundred thousand replies.
  const direct: typeof fetch = (input, init) => {
    const payload = answerTo(
      new URL(input as string).pathname + new URL(input as string).search,
      String(init?.body ?? '')
    )
    return Promise.resolve(
      new Response(payload.body as BodyInit, {
        status: payload.status,
        headers: { 'content-type': payload.contentType }
      })
    )
  }
  const clients = {
    direct: watched(createCovaClient(settings, { ...options, fetch: direct })),
    http: watched(createCovaClient(settings, options))
  }

  /** The client as it is, noting what it refused. */
  function watched(client: CovaClient): CovaClient {
    const noting =
      <Given extends readonly unknown[], Reply extends { ok: boolean }>(ask: (...given: Given) => Promise<Reply>) =>
      async (...given: Given): Promise<Reply> => {
        const reply = await ask(...given)
        const { value } = reply as { value?: { readonly rejected?: readonly RejectedRecord[] } }
        if (value?.rejected !== undefined) rejected.push(...value.rejected)
        return reply
      }
    return {
      ...client,
      fetchLocations: noting(client.fetchLocations),
      fetchTree: noting(client.fetchTree),
      fetchTaxPricing: noting(client.fetchTaxPricing),
      fetchCataloguePage: noting(client.fetchCataloguePage),
      fetchPricePage: noting(client.fetchPricePage),
      fetchPromotions: noting(client.fetchPromotions),
      fetchFullPromotions: noting(client.fetchFullPromotions)
    }
  }

  const hostOf = (client: CovaClient): PassHost => ({
    client,
    store,
    clock: createCorrectedClock({ nowMs: () => nowMs, steadyMs: () => nowMs, uptimeMs: () => nowMs }),
    onChange: boards.applyChange,
    onStart: () => {},
    onProgress: () => {},
    onPlaces: () => {},
    hold: createSyncHold(new AbortController().signal),
    steadyMs: () => nowMs,
    firstPauseMs: 0
  })
  const hosts = { direct: hostOf(clients.direct), http: hostOf(clients.http) }

  function passOf(call: FuzzedCall, host: PassHost): Promise<PassResult> {
    // Time goes on, so that a later reply counts as later.
    nowMs += 1000
    switch (call) {
      case 'locations':
      case 'tree':
        return passLocations(host)
      case 'tax-pricing':
        return passTaxes(host)
      case 'catalogue':
        return passCatalogue(host, nowMs % 2000 === 0 ? null : nowMs - 60_000)
      case 'prices':
        return passPrices(host, nowMs - 300_000)
      case 'menu-board-promotions':
      case 'promotions':
        return passPromotions(host, true)
    }
  }

  return {
    store,
    boards,
    rejected: () => rejected,
    pass: async (call, state, payload, overHttp) => {
      replies = state
      fuzzed = { call, payload }
      rejected = []
      try {
        return await passOf(call, overHttp ? hosts.http : hosts.direct)
      } finally {
        fuzzed = null
      }
    },
    heal: async (state) => {
      replies = state
      const stuck: string[] = []
      const host = hosts.direct
      for (const call of ['locations', 'tax-pricing', 'catalogue', 'promotions', 'prices'] as const) {
        for (let pass = 1; ; pass += 1) {
          nowMs += 1000
          const result = call === 'catalogue' ? await passCatalogue(host, null) : await passOf(call, host)
          if (!result.ok) stuck.push(`${call}: ${result.failure.message}`)
          if (!result.ok || !result.heldBack) break
          if (pass === HEALING_PASSES) {
            stuck.push(`${call}: removals are held back again and again`)
            break
          }
        }
      }
      return stuck
    },
    close: async () => {
      boards.stop()
      store.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

function skipIn(body: string): number {
  return (JSON.parse(body) as { readonly Skip: number }).Skip
}
