/** A real HTTP server that answers as the test scripts it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCovaClient, type CovaClientOptions } from '../../../src/main/cova/cova-client.ts'
import type { CovaSettings } from '../../../src/main/cova/cova-client.types.ts'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Answer = (request: SeenRequest, response: ServerResponse) => void

export const SECRETS = {
  clientId: 'GREENLEAF.Topshelf',
  clientSecret: 's3cr3t/+&client "x"',
  username: 'Topshelf.APIUser.GREENLEAF',
  password: 'p@ss wörd%42'
} as const

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

export const raw =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(body)
  }

export interface ScriptedCova {
  readonly origin: string
  readonly settings: CovaSettings
  readonly requests: readonly SeenRequest[]
  /** Requests other than log-ins. */
  readonly calls: () => readonly SeenRequest[]
  readonly logins: () => readonly SeenRequest[]
  /** Answers to log-ins and to data calls, in order; the last one goes on. */
  readonly script: (answers: { readonly login?: readonly Answer[]; readonly data?: readonly Answer[] }) => void
  readonly client: (options?: CovaClientOptions) => ReturnType<typeof createCovaClient>
  /** Pauses that clients of `client` took, in ms; none of them is slept. */
  readonly pauses: number[]
  readonly close: () => Promise<void>
}

export const token = (value: string, expiresIn = 43_199): Answer =>
  json({ access_token: value, expires_in: expiresIn, refresh_token: `refresh-${value}`, token_type: 'Bearer' })

export async function startScriptedCova(): Promise<ScriptedCova> {
  const requests: SeenRequest[] = []
  const pauses: number[] = []
  let login: Answer[] = [token('token-1')]
  let data: Answer[] = [json([])]
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() }
      requests.push(seen)
      const answers = url === '/token' ? login : data
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      answer?.(seen, response)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: CovaSettings = { apiUrl: origin, tokenUrl: `${origin}/token`, companyId: '94447', ...SECRETS }
  return {
    origin,
    settings,
    requests,
    pauses,
    calls: () => requests.filter((request) => request.url !== '/token'),
    logins: () => requests.filter((request) => request.url === '/token'),
    script: (answers) => {
      if (answers.login !== undefined) login = [...answers.login]
      if (answers.data !== undefined) data = [...answers.data]
    },
    client: (options) =>
      createCovaClient(settings, {
        sleep: async (delayMs) => {
          pauses.push(delayMs)
        },
        ...options
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
