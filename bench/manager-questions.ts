import Database from 'better-sqlite3'
import { join } from 'node:path'
import { answered, type AskedStore, figureOf, median, MINUTE_MS, msOf, QUERY, withAskedStore } from './asked-store.ts'
import { LOCATION, productIdOf, PRODUCTS, skuOf } from './large-store.ts'
import type { BenchFigure } from './run.ts'

const QUESTIONS = 200
const ROUNDS = 7
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * What a manager waits for, in a store of 5,000 products with six rungs each, through the engine's own answers.
 * **absence-search**: "Why isn't it up?" for a name, a part of one, a SKU and a misspelt name, median in ms, against SQLite's `LIKE`
 * over the names. **time-machine**: the board at another instant, ms, against its `JSON.stringify`. **explain**: why a
 * price is what it is, median in ms, against building the whole board that it stands on.
 */
export function benchQuestions(): Promise<readonly BenchFigure[]> {
  return withAskedStore(async (asked) => [await searching(asked), await travelling(asked), await explaining(asked)])
}

async function searching({ ask, folder }: AskedStore): Promise<BenchFigure> {
  // A connection of its own to the same database.
  const bare = new Database(join(folder, 'cache.sqlite'), { readonly: true })
  const like = bare.prepare('SELECT product_id, name FROM product WHERE name LIKE ?')
  const texts = Array.from({ length: QUESTIONS }, (_, at) => {
    const index = (at * 37) % PRODUCTS
    return [`product ${index}`, `prod ${String(index).slice(0, 2)}`, skuOf(index), `prodact ${index}`][at % 4] as string
  })
  const ours: number[] = []
  const theirs: number[] = []
  for (const text of texts) {
    ours.push(
      await msOf(async () => {
        const { matches, nothing } = await answered(ask['absence:search'](LOCATION, null, text))
        if (matches.length === 0 && (nothing?.nearest ?? []).length === 0)
          throw new Error(`nothing is found for ${text}`)
      })
    )
    theirs.push(await msOf(() => like.all(`%${text}%`)))
  }
  bare.close()
  return figureOf('absence-search', 'ms', median(ours), median(theirs))
}

async function travelling({ ask, nowMs }: AskedStore): Promise<BenchFigure> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const at = { kind: 'instant', at: new Date(nowMs + round * DAY_MS).toISOString() } as const
    let board: unknown = null
    ours.push(
      await msOf(async () => {
        const answer = await answered(ask['time-machine:board']({ locationId: LOCATION, screen: null, at }))
        if (answer.view.items.length !== PRODUCTS) throw new Error('the board is not whole')
        board = answer
      })
    )
    theirs.push(await msOf(() => JSON.stringify(board)))
  }
  return figureOf('time-machine', 'ms', median(ours), median(theirs))
}

async function explaining({ ask, boards, nowMs }: AskedStore): Promise<BenchFigure> {
  const ours: number[] = []
  for (let at = 0; at < QUESTIONS; at += 1) {
    const productId = productIdOf((at * 37) % PRODUCTS)
    const instant = { kind: 'instant', at: new Date(nowMs + at * MINUTE_MS).toISOString() } as const
    ours.push(
      await msOf(async () => {
        const { explanation } = await answered(
          ask['price:explain']({
            locationId: LOCATION,
            screen: null,
            at: instant,
            productIds: [productId],
            quantity: '7\u00a0g',
            payer: 'everybody'
          })
        )
        if (explanation.steps.length === 0) throw new Error('nothing is explained')
      })
    )
  }
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    theirs.push(
      await msOf(() => {
        const answer = boards.boardJson({ ...QUERY, atMs: nowMs + round * MINUTE_MS })
        if (!answer.ok) throw new Error(answer.message)
      })
    )
  return figureOf('explain', 'ms', median(ours), median(theirs))
}
