import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCovaClient } from '../../../src/main/cova/cova-client.ts'
import type { CovaFailure, CovaResult } from '../../../src/main/cova/cova-failure.ts'
import { json, raw, SECRETS, startScriptedCova, token, type Answer, type ScriptedCova } from './scripted-cova.ts'

let cova: ScriptedCova
beforeEach(async () => {
  cova = await startScriptedCova()
})
afterEach(() => {
  vi.useRealTimers()
  return cova.close()
})

function failureIn(result: CovaResult<unknown>): CovaFailure {
  if (result.ok) throw new Error('the call succeeded')
  expect(result.failure.message).not.toMatch(/\p{Cc}/u)
  expect(result.failure.message.length).toBeLessThan(800)
  return result.failure
}

/** The client's own time is over as soon as the server has the question: how busy the machine is decides nothing. */
const never: Answer = () => {
  vi.advanceTimersByTime(LONGEST_MS)
}
const LONGEST_MS = 100_000

function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
}
const echoBody: Answer = (request, response) => raw(`<p>${request.body}</p> ${request.body}`, 401)(request, response)
const echoHeaders: Answer = (request, response) => raw(JSON.stringify(request.headers), 500)(request, response)
const reset: Answer = (_request, response) => {
  response.socket?.resetAndDestroy()
}

describe('bad input', () => {
  const badReplies: readonly (readonly [string, Answer, RegExp])[] = [
    ['not JSON', raw('so sorry'), /not JSON, starting with "so sorry"/],
    ['truncated', raw('[{"PromotionId": "18a5'), /cut off after 22 characters/],
    ['empty', raw(''), /is empty/],
    ['an HTML page', raw('<!doctype html><title>Wi-Fi log-in</title>'), /a web page and not data/],
    ['another shape', json({ Promotions: [] }), /expected a list of promotions, received object/],
    ['null', raw('null'), /expected a list of promotions, received null/],
    ['a redirect', raw('', 302, { location: 'https://elsewhere.example/' }), /elsewhere \(302\)/],
    ['badly packed', raw('plain', 200, { 'content-encoding': 'gzip' }), /unpacked/]
  ]
  test.each(badReplies)('%s: a bad reply that says where', async (_name, answer, words) => {
    cova.script({ data: [answer] })
    const failure = failureIn(await cova.client().fetchPromotions())
    expect(failure.code).toBe('bad-reply')
    expect(failure.message).toMatch(words)
    expect(cova.calls()).toHaveLength(1)
  })

  test('control characters of a reply do not reach a message', async () => {
    cova.script({ data: [raw('a\u0000b\u001b[31m\r\nc\u202Ed')] })
    expect(failureIn(await cova.client().fetchPromotions()).message).toContain('"a b [31m c d"')
  })

  test('a 10 MB page is read; one beyond the bound is not', async () => {
    const big = JSON.stringify([{ filler: 'x'.repeat(10_000_000) }])
    cova.script({ data: [raw(big)] })
    expect(await cova.client().fetchPromotions()).toMatchObject({ ok: true, value: { rejected: [{ key: '?' }] } })
    const failure = failureIn(await cova.client({ maxBodyBytes: 1_048_576 }).fetchPromotions())
    expect(failure).toMatchObject({ code: 'bad-reply' })
    expect(failure.message).toContain('larger than 1 MB')
  })

  test('an empty page is a page', async () => {
    cova.script({ data: [json({ Products: [], Packages: [], TaxRates: [], Classifications: [] })] })
    const page = await cova.client().fetchCataloguePage({ skip: 0, top: 10, changedSinceMs: null })
    expect(page).toMatchObject({ ok: true, value: { count: 0, products: [], rejected: [] } })
  })

  test('403 names the permission to ask for', async () => {
    cova.script({ data: [json({ statusCode: 403, message: 'Access denied' }, 403)] })
    const failure = failureIn(await cova.client().fetchPromotions())
    expect(failure).toMatchObject({ code: 'forbidden', status: 403 })
    expect(failure.message).toContain('"Manage Dispensary Specific Elements"')
    expect(failure.message).toContain('the promotions service')
    expect(failure.message).toContain('Access denied')
    expect(cova.calls()).toHaveLength(1)
  })

  test('403 on what promotions do names it and the permission', async () => {
    cova.script({ data: [json({}, 403)] })
    const failure = failureIn(await cova.client().fetchFullPromotions())
    expect(failure).toMatchObject({ code: 'forbidden', status: 403 })
    expect(failure.message).toContain('the full promotions')
    expect(failure.message).toContain('"Manage Dispensary Specific Elements"')
  })

  test('404 points at the company id', async () => {
    cova.script({ data: [raw('<html><title>404 Not Found</title>', 404)] })
    const failure = failureIn(await cova.client().fetchLocations())
    expect(failure).toMatchObject({ code: 'not-found', status: 404 })
    expect(failure.message).toContain('company id')
    expect(failure.message).toContain('404 Not Found')
  })

  test('another 4xx quotes what Cova says', async () => {
    cova.script({ data: [json({ Message: 'Top must be below 1000' }, 400)] })
    const failure = failureIn(await cova.client().fetchCataloguePage({ skip: 0, top: 5000, changedSinceMs: null }))
    expect(failure).toMatchObject({ code: 'bad-reply', status: 400 })
    expect(failure.message).toContain('Top must be below 1000')
  })

  test.each([
    ['{"Message"}', json({ Message: 'it broke' }, 500)],
    ['{"statusCode","message"}', json({ statusCode: 500, message: 'it broke' }, 500)],
    ['{"error_description"}', json({ error: 'x', error_description: 'it broke' }, 500)],
    ['plain text', raw('it broke', 500)],
    ['a web page', raw('<html><head><title>it broke</title></head></html>', 502)]
  ])('an error body as %s is quoted', async (_name, answer) => {
    cova.script({ data: [answer] })
    const failure = failureIn(await cova.client({ retries: 0 }).fetchPromotions())
    expect(failure.code).toBe('server-error')
    expect(failure.message).toContain('it broke')
  })
})

describe('retries', () => {
  test('a 500 and a reset are tried again, after growing pauses', async () => {
    cova.script({ data: [json({}, 500), reset, json([])] })
    expect(await cova.client().fetchPromotions()).toMatchObject({ ok: true })
    expect(cova.pauses).toHaveLength(2)
    expect(cova.pauses.every((pauseMs) => pauseMs >= 0 && pauseMs <= 10_000)).toBe(true)
  })

  test('are bounded', async () => {
    cova.script({ data: [json({}, 500)] })
    expect(failureIn(await cova.client({ retries: 3 }).fetchPromotions())).toMatchObject({ code: 'server-error' })
    expect(cova.calls()).toHaveLength(4)
  })

  test('a large catalogue page that fails is handed back at once, for the next to ask for half', async () => {
    cova.script({ data: [json({ Message: 'Execution Timeout Expired' }, 500)] })
    const client = cova.client({ breakerThreshold: 2 })
    for (const top of [500, 250, 125, 62]) {
      const failure = failureIn(await client.fetchCataloguePage({ skip: 0, top, changedSinceMs: null }))
      expect(failure).toMatchObject({ code: 'server-error', status: 500 })
    }
    expect(cova.calls()).toHaveLength(4)
  })

  test('a large catalogue page that times out is handed back at once; a small one is like any call', async () => {
    holdTime()
    cova.script({ data: [never] })
    const client = cova.client({ retries: 1, breakerThreshold: 1 })
    const large = await client.fetchCataloguePage({ skip: 0, top: 500, changedSinceMs: null })
    expect(failureIn(large).code).toBe('timeout')
    expect(cova.calls()).toHaveLength(1)
    const small = { skip: 0, top: 25, changedSinceMs: null }
    expect(failureIn(await client.fetchCataloguePage(small)).code).toBe('timeout')
    expect(cova.calls()).toHaveLength(3)
    expect(failureIn(await client.fetchCataloguePage(small)).code).toBe('circuit-open')
  })

  test.each([
    ['seconds', '7', 7000],
    ['an HTTP date', new Date(Date.UTC(2026, 5, 1, 12, 0, 9)).toUTCString(), 8500]
  ])('a short Retry-After in %s is waited for', async (_name, header, expectedMs) => {
    const date = new Date(Date.UTC(2026, 5, 1, 12)).toUTCString()
    cova.script({
      login: [json({ access_token: 't', expires_in: 100 }, 200, { date })],
      data: [json({ message: 'slow' }, 429, { date, 'retry-after': header }), json([])]
    })
    const client = cova.client({ nowMs: () => Date.UTC(2020, 0, 1), firstRetryDelayMs: 1 })
    expect(await client.fetchPromotions()).toMatchObject({ ok: true })
    expect(cova.pauses).toEqual([expectedMs])
  })

  test.each([
    ['long', '30', 30_000],
    ['missing', null, 60_000],
    ['unreadable', 'soon', 60_000],
    ['absurd', '99999999999', 3_600_000]
  ])('a %s Retry-After is handed to the schedule', async (_name, header, expectedMs) => {
    cova.script({ data: [json({}, 429, header === null ? {} : { 'retry-after': header })] })
    const failure = failureIn(await cova.client().fetchPromotions())
    expect(failure).toMatchObject({ code: 'rate-limited', status: 429, retryAfterMs: expectedMs })
    expect(cova.calls()).toHaveLength(1)
    expect(cova.pauses).toEqual([])
  })

  test('a 503 that asks for patience says so', async () => {
    cova.script({ data: [json({}, 503, { 'retry-after': '120' })] })
    const failure = failureIn(await cova.client().fetchPromotions())
    expect(failure).toMatchObject({ code: 'server-error', retryAfterMs: 120_000 })
    expect(cova.calls()).toHaveLength(1)
  })
})

describe('the circuit breaker', () => {
  test('opens per service after failed calls in a row, and closes with the first that succeeds', async () => {
    let monotonicMs = 1000
    const client = cova.client({
      retries: 0,
      breakerThreshold: 3,
      breakerOpenMs: 30_000,
      monotonicMs: () => monotonicMs
    })
    cova.script({ data: [json({ Message: 'database down' }, 500)] })
    for (let call = 0; call < 3; call += 1) {
      expect(failureIn(await client.fetchPromotions()).code).toBe('server-error')
    }
    monotonicMs += 10_000
    const failure = failureIn(await client.fetchPromotions())
    expect(failure).toMatchObject({ code: 'circuit-open', retryAfterMs: 20_000 })
    expect(failure.message).toContain('database down')
    expect(cova.calls()).toHaveLength(3)
    expect(failureIn(await client.fetchTaxPricing()).code).toBe('server-error')

    monotonicMs += 20_000
    expect(failureIn(await client.fetchPromotions()).code).toBe('server-error')
    expect(failureIn(await client.fetchPromotions())).toMatchObject({ code: 'circuit-open', retryAfterMs: 30_000 })

    monotonicMs += 30_000
    cova.script({ data: [json([])] })
    expect(await client.fetchPromotions()).toMatchObject({ ok: true })
    expect(await client.fetchPromotions()).toMatchObject({ ok: true })
  })

  test('after its pause one call tries for all that wait', async () => {
    let monotonicMs = 0
    const client = cova.client({ retries: 0, breakerThreshold: 1, breakerOpenMs: 1000, monotonicMs: () => monotonicMs })
    cova.script({ data: [json({}, 500)] })
    await client.fetchPromotions()
    monotonicMs = 1000
    const results = await Promise.all([1, 2, 3].map(() => client.fetchPromotions()))
    expect(results.map((result) => failureIn(result).code)).toEqual(['server-error', 'circuit-open', 'circuit-open'])
    expect(cova.calls()).toHaveLength(2)
  })

  test('refusals and cancelled calls do not open it', async () => {
    const client = cova.client({ retries: 0, breakerThreshold: 1 })
    cova.script({ data: [json({}, 403)] })
    await client.fetchPromotions()
    await client.fetchPromotions(AbortSignal.abort())
    cova.script({ data: [json({}, 429)] })
    await client.fetchPromotions()
    cova.script({ data: [json([])] })
    expect(await client.fetchPromotions()).toMatchObject({ ok: true })
  })

  test('a log-in that fails is not held against the data services', async () => {
    const client = cova.client({ retries: 0, breakerThreshold: 2 })
    cova.script({ login: [json({}, 500)] })
    for (let call = 0; call < 2; call += 1) {
      expect(failureIn(await client.fetchPromotions()).code).toBe('server-error')
    }
    const failure = failureIn(await client.fetchPromotions())
    expect(failure.code).toBe('circuit-open')
    expect(failure.message).toContain('log-in')
  })
})

describe('time and connections', () => {
  test('a server that never answers is a time-out', async () => {
    holdTime()
    cova.script({ data: [never] })
    const failure = failureIn(await cova.client({ retries: 1 }).fetchPromotions())
    expect(failure.code).toBe('timeout')
    expect(failure.message).toContain('did not answer within 30 s')
    expect(cova.calls()).toHaveLength(2)
  })

  test('a log-in that never answers is a time-out', async () => {
    holdTime()
    cova.script({ login: [never] })
    expect(failureIn(await cova.client({ retries: 0 }).checkCredentials()).code).toBe('timeout')
  })

  test('a body that stops in the middle is a time-out', async () => {
    cova.script({
      data: [
        (_request, response) => {
          response.writeHead(200).write('[{')
        }
      ]
    })
    const failure = failureIn(await cova.client({ stallTimeoutMs: 60, retries: 0 }).fetchPromotions())
    expect(failure.code).toBe('timeout')
    expect(failure.message).toContain('in the middle of the promotions')
  })

  test('a body that drips counts against the time of the whole request', async () => {
    const drips: NodeJS.Timeout[] = []
    cova.script({
      data: [
        (_request, response) => {
          response.writeHead(200)
          drips.push(setInterval(() => response.write(' '), 10))
        }
      ]
    })
    const options = { requestTimeoutMs: 120, stallTimeoutMs: 5000, retries: 0 }
    expect(failureIn(await cova.client(options).fetchPromotions()).code).toBe('timeout')
    for (const drip of drips) clearInterval(drip)
  })

  test('a reset connection and a body that breaks off are told as such', async () => {
    cova.script({ data: [reset] })
    const failure = failureIn(await cova.client({ retries: 0 }).fetchPromotions())
    expect(failure.code).toBe('unreachable')
    expect(failure.message).toMatch(/the connection was (reset|broken off)/)
    cova.script({
      data: [
        (_request, response) => {
          response.writeHead(200, { 'content-length': '1000' })
          response.write('[', () => response.socket?.destroy())
        }
      ]
    })
    expect(failureIn(await cova.client({ retries: 0 }).fetchPromotions()).code).toBe('unreachable')
  })

  test('a refused connection and an unknown name are told in words', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const free = (server.address() as AddressInfo).port
        server.close(() => resolve(free))
      })
    })
    const refused = createCovaClient({ ...cova.settings, tokenUrl: `http://127.0.0.1:${port}/token` }, { retries: 0 })
    expect(failureIn(await refused.checkCredentials())).toMatchObject({
      code: 'unreachable',
      message: `Cannot get a log-in from 127.0.0.1:${port}: the connection was refused.`
    })
    const unknown = createCovaClient(
      { ...cova.settings, tokenUrl: 'http://cova.invalid/token' },
      { retries: 0, requestTimeoutMs: 5000 }
    )
    const failure = failureIn(await unknown.checkCredentials())
    expect(failure.code).toBe('unreachable')
    expect(failure.message).toMatch(/DNS/)
  })

  test('a TLS error says so', async () => {
    const tokenUrl = cova.settings.tokenUrl.replace('http:', 'https:')
    const client = createCovaClient({ ...cova.settings, tokenUrl }, { retries: 0 })
    const failure = failureIn(await client.checkCredentials())
    expect(failure.code).toBe('unreachable')
    expect(failure.message).toMatch(/TLS/)
  })

  test('something that is not HTTP says so', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => socket.write('SSH-2.0-OpenSSH_9.9\r\n'))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
    const failure = failureIn(await createCovaClient({ ...cova.settings, tokenUrl }, { retries: 0 }).checkCredentials())
    server.close()
    expect(failure.code).toBe('bad-reply')
    expect(failure.message).toContain('does not speak HTTP')
  })

  test('cancelling ends a call at once: before it, while it runs, and between attempts', async () => {
    const client = cova.client()
    expect(failureIn(await client.fetchPromotions(AbortSignal.abort())).code).toBe('cancelled')
    expect(cova.requests).toHaveLength(0)

    const running = new AbortController()
    cova.script({ data: [() => running.abort()] })
    expect(failureIn(await client.fetchPromotions(running.signal)).code).toBe('cancelled')

    const pausing = new AbortController()
    cova.script({ data: [json({}, 500)] })
    const sleeper = cova.client({
      sleep: async () => {
        pausing.abort()
      }
    })
    const before = cova.calls().length
    expect(failureIn(await sleeper.fetchPromotions(pausing.signal)).code).toBe('cancelled')
    expect(cova.calls()).toHaveLength(before + 1)
  })

  test('the pause between attempts itself can be cancelled', async () => {
    const abort = new AbortController()
    cova.script({
      data: [
        (request, response) => {
          json({}, 503, { 'retry-after': '9' })(request, response)
          setTimeout(() => abort.abort(), 30)
        }
      ]
    })
    expect(failureIn(await createCovaClient(cova.settings).fetchPromotions(abort.signal)).code).toBe('cancelled')
  })
})

describe('secrets', () => {
  const issued = 'tok-3nS3cret.value'
  const spelled = [
    ...Object.values(SECRETS),
    issued,
    `refresh-${issued}`,
    encodeURIComponent(SECRETS.password),
    new URLSearchParams({ s: SECRETS.clientSecret }).toString().slice(2),
    JSON.stringify(SECRETS.clientSecret).slice(1, -1),
    Buffer.from(SECRETS.password).toString('base64')
  ]

  test('that a server echoes do not reach a message, in any spelling', async () => {
    for (const secret of spelled) {
      for (const text of [secret, secret.toUpperCase()]) {
        for (const answer of [json({ Message: `no, ${text}!` }, 500), raw(`no, ${text}!`, 403), raw(`no, ${text}!`)]) {
          cova.script({ login: [token(issued)], data: [answer] })
          const { message } = failureIn(await cova.client({ retries: 0 }).fetchPromotions())
          for (const one of [...Object.values(SECRETS), issued]) {
            expect(message.toLowerCase()).not.toContain(one.toLowerCase())
          }
          expect(message.toLowerCase()).not.toContain(text.toLowerCase().replace('refresh-', ''))
        }
      }
    }
  })

  test('echoed by the log-in do not either', async () => {
    cova.script({ login: [echoBody] })
    const { message } = failureIn(await cova.client().checkCredentials())
    for (const value of new URLSearchParams(cova.logins()[0]?.body).values()) {
      if (value !== 'password') expect(message).not.toContain(value)
    }
  })

  test('nor does the request that carried the token', async () => {
    cova.script({ login: [token(issued)], data: [echoHeaders] })
    const { message } = failureIn(await cova.client({ retries: 0 }).fetchPromotions())
    expect(message).not.toContain(issued)
    expect(message).toContain('[redacted]')
  })
})
