import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import {
  publicLineOf,
  readPublicKey,
  signatureTextOf,
  type UpdateKey
} from '../../../src/main/update/update-signature.ts'
import type { UpdateChannel } from '../../../src/shared/update.ts'

export interface TestKey {
  readonly privateKey: KeyObject
  readonly accepted: UpdateKey
}

export function makeTestKey(): TestKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, accepted: readPublicKey(publicLineOf(privateKey)) }
}

export interface Published {
  readonly version: string
  readonly channels?: readonly UpdateChannel[]
  readonly content?: Buffer
  /** What the yml says of the file; its own by default. */
  readonly sha512?: string
  readonly stagingPercentage?: number
  readonly minimumSystemVersion?: string
  /** Who signs it; nobody for null. */
  readonly key: TestKey | null
  readonly signed?: Partial<{ file: string; version: string; channels: readonly UpdateChannel[]; sha512: string }>
}

/** Answers in place of the directory; false leaves it to that. */
type Fault = (request: IncomingMessage, response: ServerResponse, file: string) => boolean

export interface Feed {
  readonly dir: string
  readonly url: string
  /** What was asked for, in order: "GET latest-linux.yml", "GET topshelf-1.1.0.tar.gz bytes=100-". */
  readonly asked: string[]
  readonly publish: (published: Published) => string
  readonly fault: (fault: Fault | null) => void
  readonly close: () => Promise<void>
}

/** A channel's file as this platform asks for it. */
function channelFileOf(channel: UpdateChannel): string {
  const name = channel === 'stable' ? 'latest' : 'beta'
  if (process.platform === 'linux') return `${name}-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`
  return process.platform === 'darwin' ? `${name}-mac.yml` : `${name}.yml`
}

/** A plain directory of files over real HTTP, with ranges, as any static server has it. */
export async function startFeed(): Promise<Feed> {
  const dir = mkdtempSync(join(tmpdir(), 'topshelf-feed-'))
  const asked: string[] = []
  let fault: Fault | null = null
  const server = createServer((request, response) => {
    const file = basename(new URL(request.url ?? '/', 'http://feed').pathname)
    const { range } = request.headers
    asked.push(`${request.method} ${file}${range === undefined ? '' : ` ${range}`}`)
    if (fault?.(request, response, file) === true) return
    serve(join(dir, file), range, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    dir,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    publish: (published) => publish(dir, published),
    fault: (next) => {
      fault = next
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}

function serve(path: string, range: string | undefined, response: ServerResponse): void {
  let body: Buffer
  try {
    body = readFileSync(path)
  } catch {
    response.writeHead(404).end('not found')
    return
  }
  const from = /^bytes=(\d+)-$/.exec(range ?? '')?.[1]
  if (from === undefined) {
    response.writeHead(200, { 'content-length': body.length }).end(body)
    return
  }
  if (Number(from) >= body.length) {
    response.writeHead(416).end()
    return
  }
  const rest = body.subarray(Number(from))
  response
    .writeHead(206, {
      'content-length': rest.length,
      'content-range': `bytes ${from}-${body.length - 1}/${body.length}`
    })
    .end(rest)
}

function publish(dir: string, published: Published): string {
  const { version, channels = ['stable'], key } = published
  const content = published.content ?? Buffer.alloc(300_000, version)
  const file = `topshelf-${version}.tar.gz`
  const sha512 = createHash('sha512').update(content).digest('base64')
  writeFileSync(join(dir, file), content)
  const said = published.sha512 ?? sha512
  const lines = [
    `version: ${version}`,
    'files:',
    `  - url: ${file}`,
    `    sha512: ${said}`,
    `    size: ${statSync(join(dir, file)).size}`,
    `path: ${file}`,
    `sha512: ${said}`,
    "releaseDate: '2026-11-21T12:00:00.000Z'",
    ...(published.stagingPercentage === undefined ? [] : [`stagingPercentage: ${published.stagingPercentage}`]),
    ...(published.minimumSystemVersion === undefined ? [] : [`minimumSystemVersion: ${published.minimumSystemVersion}`])
  ]
  for (const channel of channels) writeFileSync(join(dir, channelFileOf(channel)), `${lines.join('\n')}\n`)
  if (key !== null) {
    const signed = { file, version, channels: [...channels].sort(), size: content.length, sha512, ...published.signed }
    writeFileSync(join(dir, `${file}.sig`), signatureTextOf(signed, [key.privateKey]))
  }
  return file
}
