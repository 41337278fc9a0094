import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import { countsOf } from './fault-counts.ts'
import {
  type FaultOptions,
  type FaultPart,
  type FaultReport,
  type FaultViolation,
  randomOf,
  randomOfRound
} from './fault-part.ts'
import { createOracle } from './fuzz-oracle.ts'
import { fewProductsOf, FUZZED_CALLS, type FuzzedCall, type Replies, repliesOf } from './fuzz-replies.ts'
import { type FuzzStage, openFuzzStage } from './fuzz-stage.ts'
import { mutatedPayloadOf } from './mutate-json.ts'
import { changeStore } from './store-changes.ts'
import { FIRST_MS } from './two-states.ts'

/** After so many mutated replies every feed is read well once, and the boards must be as if nothing had been. */
const BLOCK = 50
/** One reply of so many goes through a socket. */
const HTTP_EVERY = 40
/** After one reply of so many a board is built whole, beside what landing rebuilds. */
const BOARD_EVERY = 4
const LOCATIONS = [110501, 110502, 110503, 110504]
const QUARANTINE_ROWS = 1000
/** The feeds that prices come by are drawn more often. */
const DRAWN: readonly FuzzedCall[] = [
  ...FUZZED_CALLS,
  'catalogue',
  'catalogue',
  'catalogue',
  'prices',
  'prices',
  'prices',
  'promotions'
]

/**
 * Mutated replies of every feed through the product's own client, passes, database and boards, between two good states. No
 * crash, no stuck feed, no price that neither state has and no reply said, nothing refused without a reason.
 */
export const fuzzPart: FaultPart = {
  name: 'fuzz',
  counts: 'mutated payloads',
  long: { times: 100_000, minutes: 60 },
  short: { times: 600, minutes: 2 },
  run: runFuzz
}

async function runFuzz(options: FaultOptions): Promise<FaultReport> {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-fuzz-'))
  const violations: FaultViolation[] = []
  const calls = countsOf<FuzzedCall>()
  const outcomes = countsOf<'landed' | 'landed in part' | 'refused whole'>()
  const untilMs = performance.now() + options.minutes * 60_000
  const sums = { rejected: 0, blocks: 0, http: 0 }
  const closers: (() => Promise<void> | void)[] = []
  try {
    const replies = await twoReplies(options.seed)
    const good = await goodStates(folder, replies)
    const stage = await openFuzzStage(join(folder, 'fuzzed'))
    closers.push(stage.close)
    const oracle = createOracle(
      join(folder, 'fuzzed', 'cache.sqlite'),
      good.map(({ file }) => file),
      replies
    )
    closers.push(oracle.close)
    // Rounds are drawn by their number, and what they find depends on those before them in their block.
    const first = options.from - (options.from % BLOCK)
    const note = (round: number, message: string): void => {
      // At once: a run that is ended before its time has said so.
      options.tell(`payload ${round} is wrong: ${message}`)
      const times = round - (round % BLOCK) + BLOCK
      violations.push({
        round: round - (round % BLOCK),
        times: times - (round - (round % BLOCK)),
        message: `payload ${round}: ${message}`
      })
    }

    async function endBlock(round: number): Promise<void> {
      // By its number, so that a block that is done by itself begins as it did among others.
      const at = Math.floor(round / BLOCK) % 2
      sums.blocks += 1
      const stuck = await stage.heal(replies[at] as Replies)
      for (const one of stuck) note(round, `a good pass after it does not succeed: ${one}`)
      const boards = boardsOf(stage)
      const expected = good[at]?.boards
      if (boards !== expected)
        note(
          round,
          `after good passes the boards are not those of the good state: ${differenceOf(boards, expected ?? '')}`
        )
      const left = stage.store.quarantine(QUARANTINE_ROWS)
      if (left.length > 0)
        note(round, `after good passes there are in quarantine: ${JSON.stringify(left).slice(0, 500)}`)
      oracle.forget()
    }

    await stage.heal(replies[(first / BLOCK + 1) % 2] as Replies)
    let round = first
    for (; round < options.from + options.times; round += 1) {
      if (performance.now() > untilMs || violations.length > 20) break
      const random = randomOfRound(options.seed, round)
      const call = DRAWN[Math.floor(random() * DRAWN.length)] as FuzzedCall
      const state = replies[random() < 0.5 ? 0 : 1] as Replies
      const payload = mutatedPayloadOf(state[call], random)
      const overHttp = round % HTTP_EVERY === 0
      calls.add(call)
      if (overHttp) sums.http += 1
      oracle.note(call, payload)
      try {
        const result = await stage.pass(call, state, payload, overHttp)
        const rejected = stage.rejected()
        sums.rejected += rejected.length
        outcomes.add(!result.ok ? 'refused whole' : rejected.length > 0 ? 'landed in part' : 'landed')
        if (!result.ok && result.failure.message.trim() === '') note(round, 'a reply was refused without a reason')
        for (const one of unexplained(stage)) note(round, one)
        for (const one of oracle.wrongPrices()) note(round, `${call}: ${one}`)
        if (round % BOARD_EVERY === 0) {
          const locationId = LOCATIONS[(round / BOARD_EVERY) % LOCATIONS.length] as number
          stage.boards.boardJson({ locationId, atMs: FIRST_MS, groupId: null, customer: 'recreational' })
        }
      } catch (error) {
        note(round, `${call} threw: ${(error as Error).stack ?? String(error)}`)
      }
      if (round % BLOCK === BLOCK - 1) await endBlock(round)
      if (round % 5000 === 4999) options.tell(`${round + 1 - first} of ${options.times}`)
    }
    if (round % BLOCK !== 0) await endBlock(round - 1)
  } finally {
    for (const close of closers.toReversed()) await close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    lines: [
      `${calls.sum()} mutated payloads, ${sums.http} of them over HTTP: ${calls.list()}`,
      `${outcomes.list()}; ${sums.rejected} records refused, each in quarantine with its reason`,
      `${sums.blocks} times every feed was then read well: boards as if nothing had been, quarantine empty`
    ],
    violations
  }
}

/** What the last pass refused and the quarantine does not have, or has without a reason; it holds a thousand. */
function unexplained({ store, rejected }: FuzzStage): readonly string[] {
  const wanted = rejected()
  if (wanted.length === 0) return []
  const entries = store.quarantine(QUARANTINE_ROWS)
  const reasons = new Map(entries.map((one) => [`${one.feed} ${one.kind} ${one.key}`, one.reason]))
  const found: string[] = []
  if (entries.length > QUARANTINE_ROWS) found.push(`${entries.length} records in quarantine`)
  for (const { feed, kind, key } of wanted) {
    const reason = reasons.get(`${feed} ${kind} ${key}`)
    if (reason === undefined && entries.length < QUARANTINE_ROWS)
      found.push(`the ${kind} ${key} of ${feed} was refused and is not in quarantine`)
    if (reason?.trim() === '') found.push(`the ${kind} ${key} of ${feed} is in quarantine without a reason`)
  }
  return found
}

/** The real replies of a small store in two states. */
async function twoReplies(seed: number): Promise<readonly [Replies, Replies]> {
  const clock = { nowMs: FIRST_MS }
  const store = await startDemoStore({ seed: 1, living: false, nowMs: () => clock.nowMs })
  try {
    const productIds = fewProductsOf(store)
    const longAgoMs = FIRST_MS - 365 * 24 * 3_600_000
    const before = await repliesOf(store, productIds, longAgoMs)
    clock.nowMs += 60_000
    const random = randomOf(seed)
    for (const kind of ['prices', 'promotions', 'taxes'] as const) changeStore(store.state, kind, random)
    return [before, await repliesOf(store, productIds, longAgoMs)]
  } finally {
    await store.close()
  }
}

/** Each state landed by itself: what boards show then, and the database. */
async function goodStates(
  folder: string,
  replies: readonly Replies[]
): Promise<readonly { readonly file: string; readonly boards: string }[]> {
  const states: { readonly file: string; readonly boards: string }[] = []
  for (const [at, state] of replies.entries()) {
    const stage = await openFuzzStage(join(folder, `good-${at}`))
    const stuck = await stage.heal(state)
    if (stuck.length > 0) throw new Error(`a good state does not land: ${stuck.join('; ')}`)
    states.push({ file: join(folder, `good-${at}`, 'cache.sqlite'), boards: boardsOf(stage) })
    await stage.close()
  }
  return states
}

function boardsOf({ boards }: FuzzStage): string {
  return LOCATIONS.map((locationId) => {
    const answer = boards.boardJson({ locationId, atMs: FIRST_MS, groupId: null, customer: 'recreational' })
    if (!answer.ok) return `${locationId}: ${answer.message}`
    const { feeds: _feeds, stale: _stale, ...board } = JSON.parse(answer.json) as Record<string, unknown>
    return JSON.stringify(board)
  }).join('\n')
}

function differenceOf(found: string, expected: string): string {
  let at = 0
  while (at < found.length && found[at] === expected[at]) at += 1
  return `found …${found.slice(Math.max(0, at - 120), at + 160)}…, expected …${expected.slice(Math.max(0, at - 20), at + 160)}…`
}
