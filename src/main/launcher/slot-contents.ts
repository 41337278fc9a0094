import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { plainFs } from './plain-fs.ts'

const { promises: fs } = plainFs

/** Beside the program, at the top of a slot. */
const LIST_FILE = 'contents.json'
const CHUNK_BYTES = 1024 * 1024

const listSchema = z.object({
  format: z.literal(1),
  /** Paths below the slot. */
  files: z.array(z.object({ path: z.string().min(1), size: z.int().min(0), sha512: z.string() })),
  links: z.array(z.object({ path: z.string().min(1), to: z.string() }))
})
type SlotList = z.infer<typeof listSchema>

/**
 * Flushes all that was unpacked into a folder, files and folders, and writes the list of it last: a slot whose list is there
 * was once whole on the disk. Rejects as the file system does.
 */
export async function sealContents(folder: string): Promise<void> {
  const list: SlotList = { format: 1, files: [], links: [] }
  await sealFolder(folder, '', list)
  const file = await fs.open(join(folder, LIST_FILE), 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(list, null, 1)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await flushFolder(folder)
}

/** Why a slot is not known to be as it was unpacked; `message` is one line. */
export interface ContentsFault {
  /** `unread`: the disk, its rights or the system's limits let nobody look, which says nothing of what lies there. */
  readonly kind: 'damaged' | 'unread'
  readonly message: string
}

/** A name that is not there, or is of another kind than was unpacked. */
const GONE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL', 'ELOOP'])

/**
 * What is not as it was unpacked, in a line that names the file; null where all is. Sizes tell what a power cut leaves, and cost
 * nothing; `digests` reads every byte. A slot without a list was filled by a version that wrote none.
 */
export async function contentsFault(folder: string, thorough: 'sizes' | 'digests'): Promise<ContentsFault | null> {
  let text: string
  try {
    text = await fs.readFile(join(folder, LIST_FILE), 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : faultOf(error)
  }
  const parsed = listSchema.safeParse(jsonOf(text))
  if (!parsed.success) return damaged(`${LIST_FILE} is no list`)
  try {
    for (const { path, size, sha512 } of parsed.data.files) {
      const found = await fs.lstat(join(folder, path))
      if (!found.isFile() || found.size !== size) return damaged(`${path} has ${found.size} bytes in place of ${size}`)
      if (thorough === 'digests' && (await digestAndFlush(join(folder, path), false)) !== sha512)
        return damaged(`${path} is not what was unpacked`)
    }
    for (const { path, to } of parsed.data.links)
      if ((await fs.readlink(join(folder, path))) !== to) return damaged(`${path} leads elsewhere`)
    return null
  } catch (error) {
    return faultOf(error)
  }
}

function damaged(message: string): ContentsFault {
  return { kind: 'damaged', message }
}

function faultOf(error: unknown): ContentsFault {
  const { code, message } = error as NodeJS.ErrnoException
  return { kind: GONE.has(code ?? '') ? 'damaged' : 'unread', message: message.split('\n', 1)[0]! }
}

/** Makes a new name in a folder last; Windows lets no folder be opened, and keeps its names itself. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sealFolder(folder: string, below: string, list: SlotList): Promise<void> {
  for (const entry of await fs.readdir(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name)
    if (entry.isDirectory()) await sealFolder(folder, path, list)
    else if (entry.isSymbolicLink()) list.links.push({ path, to: await fs.readlink(join(folder, path)) })
    else {
      const sha512 = await digestAndFlush(join(folder, path), true)
      list.files.push({ path, size: (await fs.lstat(join(folder, path))).size, sha512 })
    }
  }
  await flushFolder(join(folder, below))
}

/** By turns, a chunk each: the thread stays free for whoever else wants it. */
async function digestAndFlush(path: string, flushes: boolean): Promise<string> {
  // Windows flushes only what may be written.
  const handle = await fs.open(path, flushes && process.platform === 'win32' ? 'r+' : 'r')
  try {
    const hash = createHash('sha512')
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES)
      if (bytesRead === 0) break
      hash.update(chunk.subarray(0, bytesRead))
    }
    if (flushes) await handle.sync()
    return hash.digest('base64')
  } finally {
    await handle.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
