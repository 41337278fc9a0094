import {
  ConsecutiveBreaker,
  ConstantBackoff,
  ExponentialBackoff,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
  retry,
  type IBackoff
} from 'cockatiel'
import type { CovaFailureCode } from '../../shared/setup.ts'
import type { CovaFailure, CovaResult } from './cova-failure.ts'
import { failureOf } from './http-exchange.ts'

export interface PolicyOptions {
  /** As it stands in a sentence: "the pricing service". */
  readonly name: string
  /** Further attempts after the first. */
  readonly retries: number
  readonly sleep: (delayMs: number, signal?: AbortSignal) => Promise<void>
  /** The longest pause inside one call; whoever is asked to wait longer returns at once. */
  readonly maxSleepMs: number
  readonly firstDelayMs: number
  /** Failed calls in a row, each with its retries, after which the breaker opens. */
  readonly breakerThreshold: number
  readonly breakerOpenMs: number
  /** A clock that is never set: a device clock put back must not keep a breaker open. */
  readonly monotonicMs: () => number
}

/** What one attempt gave. `final`: not worth a retry, and it says nothing about this service's health. */
export interface Attempt<T> {
  readonly result: CovaResult<T>
  readonly final?: boolean
}

export interface RunOptions {
  readonly signal: AbortSignal | undefined
  /**
   * A page that may be too much for the server, better asked for by halves: a 5xx is tried once more only, a time-out not
   * at all, and neither is a sign of an outage.
   */
  readonly isLargePage?: boolean
}

export interface ServicePolicy {
  readonly run: <T>(attempt: () => Promise<Attempt<T>>, options: RunOptions) => Promise<CovaResult<T>>
}

/** Carries an outcome past the breaker, which must not count it either way. */
class Uncounted extends Error {
  readonly outcome: CovaResult<unknown>
  constructor(outcome: CovaResult<unknown>) {
    super('uncounted')
    this.outcome = outcome
  }
}

/**
 * Retries with exponential backoff and jitter, inside a circuit breaker; one per Cova service. Retried: time-outs, broken
 * connections, 5xx, and 429 within `maxSleepMs` (wire, "Cadence and limits").
 */
export function createServicePolicy(options: PolicyOptions): ServicePolicy {
  const { retries, sleep, maxSleepMs, firstDelayMs, breakerThreshold, breakerOpenMs, monotonicMs, name } = options
  let leftAloneUntilMs = 0
  let lastFailure: CovaFailure | null = null

  const breaker = circuitBreaker(
    handleWhenResult((result) => !(result as CovaResult<unknown>).ok && isOutage(result as CovaResult<unknown>)),
    {
      breaker: new ConsecutiveBreaker(breakerThreshold),
      halfOpenAfter: {
        next: function pause(): IBackoff<unknown> {
          leftAloneUntilMs = monotonicMs() + breakerOpenMs
          // The library compares the duration with the wall clock; the answer is given by the clock that is never set.
          return { next: pause, get duration() { return monotonicMs() < leftAloneUntilMs ? Infinity : -Infinity } } // oxfmt-ignore
        }
      }
    }
  )
  const again = retry(
    handleWhenResult((outcome) => (outcome as { readonly again: boolean }).again),
    { maxAttempts: Math.max(0, retries), backoff: new ConstantBackoff(0) }
  )

  const runWithRetries = async <T>(attempt: () => Promise<Attempt<T>>, run: RunOptions): Promise<Attempt<T>> => {
    const { signal } = run
    let backoff: IBackoff<unknown> | null = null
    let failure: CovaFailure | null = null
    const outcome = await again.execute(async (): Promise<Attempt<T> & { readonly again: boolean }> => {
      if (failure !== null) {
        backoff = backoff === null ? new ExponentialBackoff({ initialDelay: firstDelayMs, maxDelay: maxSleepMs }).next() : backoff.next(undefined) // oxfmt-ignore
        await sleep(Math.max(backoff.duration, failure.retryAfterMs ?? 0), signal)
      }
      if (signal?.aborted === true) return { result: cancelled(name), final: true, again: false }
      const one = await attempt()
      if (one.result.ok || one.final === true) return { ...one, again: false }
      failure = one.result.failure
      // A page too large for the server is not asked for again as it is: the sync halves it.
      const overload = run.isLargePage === true && isOverload(failure)
      return { ...one, again: !overload && isRetried(failure) && (failure.retryAfterMs ?? 0) <= maxSleepMs }
    })
    return outcome
  }

  return {
    run: async <T>(attempt: () => Promise<Attempt<T>>, run: RunOptions): Promise<CovaResult<T>> => {
      try {
        return await breaker.execute(async () => {
          const { result, final } = await runWithRetries(attempt, run)
          if (result.ok) return result
          const { failure } = result
          const overload = run.isLargePage === true && isOverload(failure)
          if (final === true || overload || failure.code === 'cancelled' || failure.code === 'rate-limited') {
            throw new Uncounted(result)
          }
          lastFailure = failure
          return result
        })
      } catch (error) {
        if (error instanceof Uncounted) return error.outcome as CovaResult<T>
        if (isBrokenCircuitError(error)) return circuitOpen(name, leftAloneUntilMs - monotonicMs(), lastFailure)
        throw error
      }
    }
  }
}

const isOverload = ({ code }: CovaFailure): boolean => code === 'server-error' || code === 'timeout'

function isRetried(failure: CovaFailure): boolean {
  return isOutageCode(failure.code) || failure.code === 'rate-limited'
}

function isOutage(result: CovaResult<unknown>): boolean {
  return !result.ok && isOutageCode(result.failure.code)
}

function isOutageCode(code: CovaFailureCode): boolean {
  return code === 'timeout' || code === 'unreachable' || code === 'server-error'
}

function cancelled(name: string): CovaResult<never> {
  return failureOf('cancelled', `Asking ${name} was cancelled.`)
}

function circuitOpen(name: string, waitMs: number, last: CovaFailure | null): CovaResult<never> {
  const retryAfterMs = Math.max(0, Math.ceil(waitMs))
  const because = last === null ? '' : ` Last: ${last.message}`
  const message = `${name[0]?.toUpperCase()}${name.slice(1)} keeps failing; it is left alone for ${Math.ceil(retryAfterMs / 1000)} s.${because}`
  return { ok: false, failure: { code: 'circuit-open', message, status: last?.status ?? null, retryAfterMs } }
}
