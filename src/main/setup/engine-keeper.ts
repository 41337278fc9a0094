import type { EngineProblem } from '../../shared/engine-problem.ts'
import type { Engine, EngineStart } from '../engine/engine.types.ts'

const firstRestartAfterMs = 1000
const longestRestartAfterMs = 60_000
/** An engine that ran for so long was sound: the next one is not kept waiting for what happened before. */
const soundAfterMs = 60_000

/** One engine and, where it does not start or dies, the next one. */
export interface EngineKeeper {
  /** The first start. A refusal is the answer, and another is started later all the same, until `stop`. */
  readonly start: () => Promise<EngineStart>
  /** Null before the first and between two. */
  readonly engine: () => Engine | null
  /** Why none runs; null while one runs. */
  readonly problem: () => EngineProblem | null
  /**
   * Ends the engine and starts the next, which reads the settings anew; told by `onRestarted`, or `onProblem` where it
   * does not start. Several calls at a time make one start more than is under way, not one each.
   */
  readonly restart: () => Promise<void>
  /** Ends the engine, and the starting of others. What is started just then is ended too. */
  readonly stop: () => Promise<void>
}

/**
 * Keeps an engine running: one that dies or does not start is followed by another, after a second, then at doubled
 * distances up to a minute. There is one engine, or one start, or one timer at a time.
 */
export function keepEngine(options: {
  /** `onDeath` is told, once, that the engine it started ended by itself. */
  readonly startEngine: (onDeath: (message: string) => void) => Promise<EngineStart>
  /** Another engine than the first runs now. */
  readonly onRestarted: () => void
  /** The engine died, or another one did not start; `message` is one line. */
  readonly onProblem: (message: string) => void
}): EngineKeeper {
  let engine: Engine | null = null
  let problem: EngineProblem | null = null
  let stopped = false
  let failures = 0
  let restart: NodeJS.Timeout | undefined
  let starting: Promise<unknown> = Promise.resolve()
  let nextRestart: Promise<void> | null = null

  async function tryStart(): Promise<EngineStart> {
    const life: { engine: Engine | null; death: string | null; sinceMs: number } = {
      engine: null,
      death: null,
      sinceMs: performance.now()
    }
    const started = await startedOf((message) => {
      life.death = message
      if (life.engine !== null && life.engine === engine) died(message, performance.now() - life.sinceMs)
    })
    if (!started.ok) {
      if (!stopped) restartLater(started)
      return started
    }
    if (stopped) {
      await started.engine.stop()
      return notWanted
    }
    if (life.death !== null) {
      const death = { code: 'engine-failed', message: life.death } as const
      restartLater(death)
      return { ok: false, ...death }
    }
    life.engine = started.engine
    engine = started.engine
    problem = null
    return started
  }

  /** A start that throws is one that failed: nobody waits for a restart's promise. */
  async function startedOf(onDeath: (message: string) => void): Promise<EngineStart> {
    try {
      return await options.startEngine(onDeath)
    } catch (error) {
      return { ok: false, code: 'engine-failed', message: `The engine did not start: ${(error as Error).message}` }
    }
  }

  function died(message: string, livedMs: number): void {
    engine = null
    if (livedMs >= soundAfterMs) failures = 0
    restartLater({ code: 'engine-failed', message })
    options.onProblem(message)
  }

  function restartLater({ code, message }: EngineProblem): void {
    problem = { code, message }
    if (stopped) return
    clearTimeout(restart)
    restart = setTimeout(
      () => {
        starting = again()
      },
      Math.min(longestRestartAfterMs, firstRestartAfterMs * 2 ** Math.min(failures, 10))
    )
    failures += 1
  }

  async function again(): Promise<void> {
    const started = await tryStart()
    if (stopped) return
    if (started.ok) options.onRestarted()
    else options.onProblem(started.message)
  }

  async function endAndStart(): Promise<void> {
    await starting
    nextRestart = null
    if (stopped) return
    clearTimeout(restart)
    const running = engine
    engine = null
    problem = null
    starting = (async () => {
      await running?.stop()
      failures = 0
      await again()
    })()
    await starting
  }

  return {
    restart: () => {
      nextRestart ??= endAndStart()
      return nextRestart
    },
    start: () => {
      const first = tryStart()
      starting = first
      return first
    },
    engine: () => engine,
    problem: () => problem,
    stop: async () => {
      stopped = true
      clearTimeout(restart)
      const running = engine
      engine = null
      await running?.stop()
      await starting
    }
  }
}

const notWanted: EngineStart = { ok: false, code: 'engine-failed', message: 'The engine was stopped while it started' }
