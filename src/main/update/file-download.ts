import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { makeFolder } from '../store/make-folder.ts'
import { UpdateFailure } from './update-failure.ts'
import { requestOf, requestOptionsOf, type TransportLimits } from './update-transport.ts'

export interface WantedFile {
  readonly url: URL
  /** Base64, as a feed and its signature have it. */
  readonly sha512: string
  readonly size: number
}

export interface DownloadHost {
  /** Where what came of a file waits for the rest. */
  readonly partialDir: string
  readonly limits: Pick<TransportLimits, 'stallMs' | 'fileMs'>
  readonly onProgress: (bytes: number) => void
  readonly signal: AbortSignal
}

const ATTEMPTS = 5
const MOST_REDIRECTS = 5

/**
 * Fetches a file whole, from where an earlier attempt broke off: in this call up to five times, as long as each brings
 * something, and in the next call again. Its size and SHA-512 are those wanted, or nothing is put at `destination` and what
 * came is thrown away. Rejects with an `UpdateFailure`, or as the file system does.
 */
export async function downloadFile(wanted: WantedFile, destination: string, host: DownloadHost): Promise<void> {
  makeFolder(host.partialDir)
  const name = wanted.sha512.replaceAll(/[^a-z0-9]/gi, '').slice(0, 32)
  const partial = join(host.partialDir, name)
  // Of a version that is no longer offered.
  for (const other of await readdir(host.partialDir))
    if (other !== name) await rm(join(host.partialDir, other), { recursive: true, force: true })

  const late = AbortSignal.timeout(host.limits.fileMs)
  const signal = AbortSignal.any([host.signal, late])
  for (let attempt = 1; (await sizeOf(partial)) < wanted.size; attempt += 1) {
    const before = await sizeOf(partial)
    try {
      await fetchRest(wanted, partial, before, { ...host, signal })
    } catch (error) {
      const isBrokenOff = error instanceof UpdateFailure && error.code === 'broken-off'
      if (!isBrokenOff || signal.aborted || attempt >= ATTEMPTS || (await sizeOf(partial)) <= before) throw error
    }
  }
  const actual = await digestOf(partial)
  if (actual !== wanted.sha512) {
    await rm(partial, { force: true })
    throw new UpdateFailure('checksum', `sha512 ${actual} in place of ${wanted.sha512}`)
  }
  await rename(partial, destination)
}

/** SHA-512 of a file in base64. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer)
  return hash.digest('base64')
}

async function fetchRest(wanted: WantedFile, partial: string, from: number, host: DownloadHost): Promise<void> {
  const response = await answerOf(wanted.url, from, host, MOST_REDIRECTS)
  const { statusCode = 0 } = response
  const isRest = statusCode === 206 && response.headers['content-range']?.startsWith(`bytes ${from}-`) === true
  // A server that knows no ranges sends it all: then it begins anew.
  if (!isRest && statusCode !== 200) {
    response.destroy()
    if (statusCode === 404 || statusCode === 410)
      throw new UpdateFailure('file-missing', `${wanted.url.pathname}: ${statusCode}`)
    // What came does not fit the file that is there now.
    if (statusCode === 416) await rm(partial, { force: true })
    throw new UpdateFailure('no-answer', `${wanted.url.pathname}: ${statusCode}`)
  }
  const file = await open(partial, isRest ? 'a' : 'w', 0o600)
  try {
    let at = isRest ? from : 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      at += chunk.length
      if (at > wanted.size) throw new UpdateFailure('checksum', `more than the ${wanted.size} bytes that are signed`)
      await file.writeFile(chunk)
      host.onProgress(at)
    }
    if (at < wanted.size) throw new UpdateFailure('broken-off', `${at} of ${wanted.size} bytes came`)
    await file.sync()
  } catch (error) {
    throw await failureAt(error, partial)
  } finally {
    await file.close()
  }
}

/** A connection that ends early is one that may be gone on with; what is too long is none. */
async function failureAt(error: unknown, partial: string): Promise<unknown> {
  if (error instanceof UpdateFailure) {
    if (error.code === 'checksum') await rm(partial, { force: true })
    return error
  }
  const { code, name, message } = error as NodeJS.ErrnoException
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'EPIPE' || name === 'AbortError')
    return new UpdateFailure('broken-off', message)
  return error
}

function answerOf(url: URL, from: number, host: DownloadHost, redirects: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = {
      accept: '*/*',
      'accept-encoding': 'identity',
      'cache-control': 'no-cache',
      ...(from > 0 ? { range: `bytes=${from}-` } : {})
    }
    const request = requestOf({ ...requestOptionsOf(url, headers), signal: host.signal }, (response) => {
      const { statusCode = 0, headers: given } = response
      if (statusCode >= 300 && statusCode < 400 && given.location !== undefined) {
        response.destroy()
        if (redirects === 0) return reject(new UpdateFailure('no-answer', 'too many redirects'))
        return resolve(
          Promise.resolve(given.location).then((to) => answerOf(new URL(to, url), from, host, redirects - 1))
        )
      }
      response.setTimeout(host.limits.stallMs, () =>
        response.destroy(new UpdateFailure('broken-off', `nothing came for ${host.limits.stallMs / 1000} s`))
      )
      resolve(response)
    })
    request.setTimeout(host.limits.stallMs, () =>
      request.destroy(new UpdateFailure('no-answer', `nothing came for ${host.limits.stallMs / 1000} s`))
    )
    request.on('error', reject)
    request.end()
  })
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
