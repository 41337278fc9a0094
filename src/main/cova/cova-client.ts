import { unusableProxyOf } from '../proxy/named-proxy.ts'
import { proxiedFetch } from '../proxy/proxied-fetch.ts'
import type { CovaClient, CovaSettings } from './cova-client.types.ts'
import type { CovaResult } from './cova-failure.ts'
import {
  catalogueBody,
  cataloguePath,
  changedPricesPath,
  fullPromotionsPath,
  locationsPath,
  menuBoardPromotionsPath,
  taxPricingPath,
  treePath
} from './cova-requests.ts'
import { exchange, failureOf, type HttpReply, type HttpRequest } from './http-exchange.ts'
import { badReply, jsonOf, statusFailureOf } from './reply-failure.ts'
import { parseCataloguePage } from './schemas/catalogue.ts'
import { parseFullPromotions } from './schemas/full-promotions.ts'
import { parseLocations } from './schemas/locations.ts'
import type { ParseOutcome } from './schemas/parse-outcome.ts'
import { parsePricePage } from './schemas/prices.ts'
import { parsePromotions } from './schemas/promotions.ts'
import { parseTaxPricing } from './schemas/tax-pricing.ts'
import { parseTree } from './schemas/tree.ts'
import { quoteOf } from './secret-redaction.ts'
import { createServerClock } from './server-clock.ts'
import { createServicePolicy, type Attempt, type ServicePolicy } from './service-policy.ts'
import { createTokenSource } from './token-source.ts'

/** All optional; the defaults are what a store runs with. Tests give clocks, sleeps and short times. */
export interface CovaClientOptions {
  readonly fetch?: typeof fetch
  /** The device's clock. */
  readonly nowMs?: () => number
  /** A clock that is never set, for the breaker. */
  readonly monotonicMs?: () => number
  readonly sleep?: (delayMs: number, signal?: AbortSignal) => Promise<void>
  /** For a whole exchange, body included: 30 s; 90 s for catalogue and price pages (`bulkTimeoutMs`). */
  readonly requestTimeoutMs?: number
  readonly bulkTimeoutMs?: number
  /** How long a body may pause: 20 s. */
  readonly stallTimeoutMs?: number
  /** 64 MB. */
  readonly maxBodyBytes?: number
  /** Further attempts after the first: 2. */
  readonly retries?: number
  /** The first pause between attempts: 500 ms; it doubles, with jitter. */
  readonly firstRetryDelayMs?: number
  /** The longest pause inside one call: 10 s. */
  readonly maxSleepMs?: number
  /** Failed calls in a row after which a service is left alone (5), and for how long (30 s). */
  readonly breakerThreshold?: number
  readonly breakerOpenMs?: number
}

const SERVICE_NAMES = {
  accounts: 'the log-in service',
  entities: 'the entity manager',
  catalogue: 'the data platform',
  pricing: 'the pricing service',
  promotions: 'the promotions service',
  taxes: 'the tax service'
} as const

type Service = keyof typeof SERVICE_NAMES

/** A server error on a page of this many products or fewer is an outage and not a page too large. */
const SMALL_PAGE = 50

interface Call<T> {
  readonly service: Service
  readonly subject: string
  readonly path: string
  readonly body?: string
  readonly timeoutMs: number
  /** Number of products asked for at once, where the server may choke on it. */
  readonly bulkOf?: number
  readonly parse: (json: unknown, askedAtMs: number) => ParseOutcome<T>
}

/**
 * The client of one company's Cova. Every outcome is a value; nothing throws but a bug. Codes of failures and what they
 * mean: docs/cova-wire.md, "Errors".
 */
export function createCovaClient(settings: CovaSettings, options: CovaClientOptions = {}): CovaClient {
  const unusable = unusableProxyOf(process.env)
  if (unusable !== null) console.error(`${unusable} is no proxy that can be used: Cova is asked without one`)
  const nowMs = options.nowMs ?? Date.now
  const timeoutMs = options.requestTimeoutMs ?? 30_000
  const bulkTimeoutMs = options.bulkTimeoutMs ?? options.requestTimeoutMs ?? 90_000
  const limits = {
    fetch: options.fetch ?? proxiedFetch(process.env),
    nowMs,
    stallTimeoutMs: options.stallTimeoutMs ?? 20_000,
    maxBodyBytes: options.maxBodyBytes ?? 64 * 1_048_576
  }
  const clock = createServerClock()
  const serverNowMs = () => clock.serverMsAt(nowMs())
  const noteReply = (reply: HttpReply) => {
    clock.note(reply.headers.get('date'), reply.sentAtMs, reply.receivedAtMs)
  }
  const policyOf = (service: Service): ServicePolicy =>
    createServicePolicy({
      name: SERVICE_NAMES[service],
      retries: options.retries ?? 2,
      sleep: options.sleep ?? sleepFor,
      maxSleepMs: options.maxSleepMs ?? 10_000,
      firstDelayMs: options.firstRetryDelayMs ?? 500,
      breakerThreshold: options.breakerThreshold ?? 5,
      breakerOpenMs: options.breakerOpenMs ?? 30_000,
      monotonicMs: options.monotonicMs ?? (() => performance.now())
    })
  const policies: Readonly<Record<Service, ServicePolicy>> = {
    accounts: policyOf('accounts'),
    entities: policyOf('entities'),
    catalogue: policyOf('catalogue'),
    pricing: policyOf('pricing'),
    promotions: policyOf('promotions'),
    taxes: policyOf('taxes')
  }

  const send = (request: HttpRequest, signal: AbortSignal | undefined) => exchange(request, limits, signal)
  const tokens = createTokenSource({
    settings,
    policy: policies.accounts,
    send,
    noteReply,
    nowMs,
    serverNowMs,
    timeoutMs
  })
  const origin = settings.apiUrl.replace(/\/+$/, '')

  const requestOf = (call: Call<unknown>, token: string): HttpRequest => ({
    url: origin + call.path,
    method: call.body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' })
    },
    body: call.body ?? null,
    subject: call.subject,
    timeoutMs: call.timeoutMs
  })

  const readReply = <T>(reply: HttpReply, call: Call<T>): CovaResult<T> => {
    const secrets = tokens.secrets()
    const service = SERVICE_NAMES[call.service]
    const failure = statusFailureOf(reply, { subject: call.subject, service, secrets, serverNowMs: serverNowMs() })
    const body = jsonOf(reply.text, secrets)
    // Only what speaks JSON is taken for Cova: a captive portal's clock is nobody's.
    if ('json' in body) noteReply(reply)
    if (failure !== null) return { ok: false, failure }
    if ('what' in body) return { ok: false, failure: badReply(reply, call.subject, body.what) }
    const parsed = call.parse(body.json, clock.serverMsAt(reply.sentAtMs))
    if (parsed.ok) return parsed
    const start = quoteOf(reply.text, secrets).slice(0, 80)
    const what = `has another shape (${parsed.reason}), starting with "${start}"`
    return { ok: false, failure: badReply(reply, call.subject, what) }
  }

  const ask = async <T>(call: Call<T>, signal: AbortSignal | undefined): Promise<CovaResult<T>> => {
    const fault = addressFaultOf('API address', settings.apiUrl) ?? addressFaultOf('token URL', settings.tokenUrl)
    if (fault !== null) return failureOf('unreachable', fault)
    let hasLoggedInAgain = false
    const attempt = async (): Promise<Attempt<T>> => {
      let token = await tokens.token(signal)
      // The log-in has retries and a breaker of its own.
      if (!token.ok) return { result: token, final: true }
      let reply = await send(requestOf(call, token.value), signal)
      if (reply.ok && reply.value.status === 401 && !hasLoggedInAgain) {
        hasLoggedInAgain = true
        tokens.drop(token.value)
        token = await tokens.token(signal)
        if (!token.ok) return { result: token, final: true }
        reply = await send(requestOf(call, token.value), signal)
      }
      return { result: reply.ok ? readReply(reply.value, call) : reply }
    }
    return policies[call.service].run(attempt, { signal, isLargePage: (call.bulkOf ?? 0) > SMALL_PAGE })
  }

  const { companyId } = settings
  return {
    fetchLocations: (signal) =>
      ask(
        {
          service: 'entities',
          subject: 'the locations',
          path: locationsPath(companyId),
          timeoutMs,
          parse: parseLocations
        },
        signal
      ),
    fetchTree: (signal) =>
      ask(
        { service: 'entities', subject: 'the company tree', path: treePath(companyId), timeoutMs, parse: parseTree },
        signal
      ),
    fetchCataloguePage: (query, signal) =>
      ask(
        {
          service: 'catalogue',
          subject: 'the catalogue',
          path: cataloguePath(companyId, query.changedSinceMs),
          body: catalogueBody(query),
          timeoutMs: bulkTimeoutMs,
          bulkOf: query.top,
          parse: parseCataloguePage
        },
        signal
      ),
    fetchPricePage: (query, signal) =>
      ask(
        {
          service: 'pricing',
          subject: 'the changed prices',
          path: changedPricesPath(companyId, query.asOfMs, query.skip, query.top),
          timeoutMs: bulkTimeoutMs,
          parse: parsePricePage
        },
        signal
      ),
    fetchPromotions: (signal) =>
      ask(
        {
          service: 'promotions',
          subject: 'the promotions',
          path: menuBoardPromotionsPath(companyId),
          timeoutMs,
          parse: parsePromotions
        },
        signal
      ),
    fetchFullPromotions: (signal) =>
      ask(
        {
          service: 'promotions',
          subject: 'the full promotions',
          path: fullPromotionsPath(companyId),
          timeoutMs,
          parse: parseFullPromotions
        },
        signal
      ),
    fetchTaxPricing: (signal) =>
      ask(
        {
          service: 'taxes',
          subject: 'the tax settings',
          path: taxPricingPath(companyId),
          timeoutMs,
          parse: parseTaxPricing
        },
        signal
      ),
    checkCredentials: async (signal) => {
      const fault = addressFaultOf('token URL', settings.tokenUrl)
      if (fault !== null) return failureOf('unreachable', fault)
      const token = await tokens.token(signal)
      return token.ok ? { ok: true, value: null } : token
    },
    clockOffsetMs: clock.offsetMs,
    clockReadings: clock.readings
  }
}

/** What is wrong with an address, without quoting it: it may hold a password. */
function addressFaultOf(name: string, url: string): string | null {
  if (!URL.canParse(url)) return `Cova's ${name} is not a URL. Check it in the settings.`
  const { protocol, username, password } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return `Cova's ${name} must begin with https://.`
  return username === '' && password === '' ? null : `Cova's ${name} must not hold a user name or a password.`
}

function sleepFor(delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, delayMs)
    if (signal?.aborted === true) wake()
    else signal?.addEventListener('abort', wake, { once: true })
  })
}
