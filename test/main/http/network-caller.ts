import { connect } from 'node:net'
import { request } from 'node:http'

export interface Called {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
  /** The code of a refusal, where it is one. */
  readonly code: string | null
}

/** Another address of this machine counts as another machine: only 127.0.0.1 and ::1 are the machine itself. */
export const OTHER_MACHINE = '127.0.0.2'

/** A call from an address, with the headers as they are given. */
export function callFrom(
  from: string,
  url: string,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } = {}
): Promise<Called> {
  return new Promise((resolve, reject) => {
    const { body, headers } = more
    const asked = request(
      url,
      {
        localAddress: from,
        agent: false,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code: codeOf(text) })
        )
      }
    )
    asked.on('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function codeOf(text: string): string | null {
  try {
    return (JSON.parse(text) as { error?: { code?: string } }).error?.code ?? null
  } catch {
    return null
  }
}

export interface OpenCall {
  readonly status: number
  /** Once the host has ended it. */
  readonly ended: Promise<void>
  readonly close: () => void
}

/** A stream from an address; it stays open. */
export function streamFrom(from: string, url: string): Promise<OpenCall> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { localAddress: from, agent: false }, (response) => {
      response.resume()
      const ended = new Promise<void>((settle) => response.on('close', settle))
      response.on('error', () => undefined)
      resolve({ status: response.statusCode ?? 0, ended, close: () => asked.destroy() })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Writes just these bytes, and gives what comes back until the host closes or has answered once. */
export function rawCall(url: string, text: string, from = '127.0.0.1'): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), localAddress: from }, () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error)
    )
  })
}
