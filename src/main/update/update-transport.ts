import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { HttpExecutor } from 'builder-util-runtime'
import { UpdateFailure } from './update-failure.ts'
import { isSafeAddress } from '../../domain/update/feed-url.ts'
import { wayTo } from '../proxy/named-proxy.ts'
import { tunnelAgent } from '../proxy/tunnel-agent.ts'

export interface TransportLimits {
  /** For a feed's yml or a signature, body included. */
  readonly answerMs: number
  readonly answerBytes: number
  /** How long a file may pause. */
  readonly stallMs: number
  /** For one file, all attempts together; what came by then is kept. */
  readonly fileMs: number
}

export const USUAL_LIMITS: TransportLimits = {
  answerMs: 60_000,
  answerBytes: 1_000_000,
  stallMs: 60_000,
  fileMs: 6 * 60 * 60_000
}

/** How electron-updater asks for its yml: over Node, within limits of time and size. A page that drips a byte a second ends too. */
export class UpdateTransport extends HttpExecutor<ClientRequest> {
  readonly limits: TransportLimits

  constructor(limits: TransportLimits) {
    super()
    this.limits = limits
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    const { answerMs, answerBytes } = this.limits
    let answer: IncomingMessage | null = null
    const stop = (failure: UpdateFailure): void => {
      if (answer === null) request.destroy(failure)
      else answer.destroy(failure)
    }
    const request = requestOf(options, (response) => {
      answer = response
      let bytes = 0
      response.on('data', (chunk: Buffer | string) => {
        bytes += Buffer.byteLength(chunk)
        if (bytes > answerBytes) stop(new UpdateFailure('not-a-feed', `the answer is longer than ${answerBytes} bytes`))
      })
      callback(response)
    })
    const timer = setTimeout(
      () => stop(new UpdateFailure('no-answer', `no whole answer within ${answerMs / 1000} s`)),
      answerMs
    )
    request.on('close', () => clearTimeout(timer))
    return request
  }

  /** A small file as text: a signature. Throws as the library does. */
  async text(url: URL): Promise<string> {
    return (await this.request(requestOptionsOf(url, {}))) ?? ''
  }
}

export function requestOptionsOf(url: URL, headers: Readonly<Record<string, string>>): RequestOptions {
  return {
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: url.port }),
    path: url.pathname + url.search,
    headers: { ...headers }
  }
}

function addressOf({ protocol, hostname, port }: RequestOptions): URL {
  return new URL(`${protocol}//${hostname}${port === undefined || port === null ? '' : `:${port}`}/`)
}

/**
 * A request over https, or http on loopback, through the proxy of the environment where one is named; anything else is an
 * `UpdateFailure`.
 */
export function requestOf(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
  const { protocol, hostname } = options
  // Nothing of an update comes in the open, wherever a redirect leads.
  if (!isSafeAddress({ protocol: protocol ?? '', hostname: hostname ?? '' }))
    throw new UpdateFailure('not-https', `${protocol}//${hostname} is not https`)
  const way = wayTo(addressOf(options), process.env)
  // A connection each: the library leaves its listeners on one that is kept.
  const agent = way.kind === 'proxy' ? tunnelAgent(way.proxy, 'https:') : false
  return (protocol === 'http:' ? http : https).request({ ...options, agent }, callback)
}
