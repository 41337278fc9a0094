import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine, EngineStart } from '../../../src/main/engine/engine.types.ts'
import { keepEngine } from '../../../src/main/setup/engine-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refusal: EngineStart = { ok: false, code: 'engine-failed', message: 'no room' }

/** A keeper whose starts answer one after another as the test says; the last answer stays. */
function keeperOf(answers: (() => Promise<EngineStart>)[]) {
  const seen = { starts: 0, restarted: 0, problems: [] as string[], die: (_message: string): void => undefined }
  const keeper = keepEngine({
    startEngine: (onDeath) => {
      seen.die = onDeath
      const answer = answers[Math.min(seen.starts, answers.length - 1)]
      seen.starts += 1
      return answer === undefined ? Promise.resolve(refusal) : answer()
    },
    onRestarted: () => (seen.restarted += 1),
    onProblem: (message) => seen.problems.push(message)
  })
  return { keeper, seen }
}

function engineOf(onStop: () => void = () => undefined): EngineStart {
  return { ok: true, engine: { stop: async () => onStop() } as unknown as Engine }
}

describe('an engine that is kept', () => {
  it('starts once for each time it failed, at most once a minute in the end', async () => {
    const { keeper, seen } = keeperOf([async () => refusal])
    await keeper.start()
    const startsAfter: number[] = []
    for (const passMs of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
      await vi.advanceTimersByTimeAsync(passMs)
      startsAfter.push(seen.starts)
    }
    expect(startsAfter).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect(keeper.problem()?.message).toBe('no room')
    await keeper.stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(seen.starts).toBe(9)
  })

  it('is tried again where the start throws', async () => {
    const { keeper, seen } = keeperOf([() => Promise.reject(new Error('no thread')), async () => engineOf()])
    expect(await keeper.start()).toMatchObject({ ok: false, message: 'The engine did not start: no thread' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.engine()).not.toBeNull()
    expect(seen.restarted).toBe(1)
  })

  it('that is stopped while it starts is ended once it has', async () => {
    let stops = 0
    let answer: (started: EngineStart) => void = () => undefined
    const { keeper } = keeperOf([() => new Promise((resolve) => (answer = resolve))])
    const started = keeper.start()
    const stopped = keeper.stop()
    answer(engineOf(() => (stops += 1)))
    expect(await started).toMatchObject({ ok: false })
    await stopped
    expect([stops, keeper.engine()]).toEqual([1, null])
  })

  it('that died before its start was heard of did not start', async () => {
    const { keeper, seen } = keeperOf([
      async () => {
        seen.die('a bug')
        return engineOf()
      },
      async () => engineOf()
    ])
    expect(await keeper.start()).toMatchObject({ ok: false, message: 'a bug' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.engine()).not.toBeNull()
  })

  it('is started anew once the one before has ended, and says so', async () => {
    const order: string[] = []
    const { keeper, seen } = keeperOf([
      async () => engineOf(() => order.push('first ended')),
      async () => {
        order.push('second started')
        return engineOf()
      }
    ])
    await keeper.start()
    const first = keeper.engine()
    await keeper.restart()
    expect(order).toEqual(['first ended', 'second started'])
    expect(keeper.engine()).not.toBeNull()
    expect(keeper.engine()).not.toBe(first)
    expect(seen).toMatchObject({ restarted: 1, problems: [] })
    await keeper.stop()
  })

  it('that is started anew and refused is tried again like any other', async () => {
    const { keeper, seen } = keeperOf([async () => engineOf(), async () => refusal, async () => engineOf()])
    await keeper.start()
    await keeper.restart()
    expect(keeper.engine()).toBeNull()
    expect(seen.problems).toEqual(['no room'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(keeper.engine()).not.toBeNull()
    await keeper.stop()
  })

  it('is started anew once for several who ask at a time', async () => {
    const { keeper, seen } = keeperOf([async () => engineOf()])
    await keeper.start()
    await Promise.all([keeper.restart(), keeper.restart(), keeper.restart()])
    expect(seen.starts).toBe(2)
    await keeper.stop()
    await keeper.restart()
    expect(seen.starts).toBe(2)
  })
})
