import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { UpdateChannel } from '../../shared/update.ts'
import { UpdateFailure } from './update-failure.ts'

/** What a signature is over: nothing of it can be changed, and no other file goes by it. */
export interface SignedFile {
  /** Without a folder, as it stands in the feed's directory. */
  readonly file: string
  readonly version: string
  /** Whom it is meant for, in order. */
  readonly channels: readonly UpdateChannel[]
  readonly size: number
  /** Base64. */
  readonly sha512: string
}

export interface UpdateKey {
  /** The first 16 hex digits of the SHA-256 of the key: which of several a signature is by. */
  readonly id: string
  readonly key: KeyObject
}

const FORMAT = 'topshelf-update-1'
const PREFIX = 'ed25519:'

const documentSchema = z.object({
  format: z.literal(FORMAT),
  file: z.string().min(1).max(300),
  version: z.string().min(1).max(100),
  channels: z.array(z.enum(['stable', 'beta'])).min(1),
  size: z.int().positive(),
  sha512: z.base64().length(88),
  signatures: z
    .array(z.object({ key: z.string().max(64), signature: z.base64().max(200) }))
    .min(1)
    .max(20)
})

/** Reads a public key as resources/update-keys.json has it: "ed25519:" and 32 bytes in base64. Throws for anything else. */
export function readPublicKey(line: string): UpdateKey {
  const bytes = Buffer.from(line.slice(PREFIX.length), 'base64')
  if (!line.startsWith(PREFIX) || bytes.length !== 32) throw new Error(`"${line.slice(0, 80)}" is no update key`)
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
    format: 'jwk'
  })
  return { id: keyIdOf(bytes), key }
}

/** The line of the public key that belongs to a key, private or public. */
export function publicLineOf(key: KeyObject): string {
  return `${PREFIX}${rawOf(key).toString('base64')}`
}

/** A `.sig` document: the file, signed by every key given. */
export function signatureTextOf(signed: SignedFile, privateKeys: readonly KeyObject[]): string {
  const signatures = privateKeys.map((key) => ({
    key: keyIdOf(rawOf(key)),
    signature: sign(null, messageOf(signed), key).toString('base64')
  }))
  return `${JSON.stringify({ format: FORMAT, ...signed, signatures }, null, 2)}\n`
}

/** What a `.sig` document says, once one of the accepted keys has signed just that. Throws an `UpdateFailure` otherwise. */
export function readSignature(text: string, keys: readonly UpdateKey[]): SignedFile {
  const parsed = documentSchema.safeParse(jsonOf(text))
  if (!parsed.success) throw new UpdateFailure('signature', 'the signature file cannot be read')
  const { format: _format, signatures, ...signed } = parsed.data
  const message = messageOf(signed)
  const isSigned = signatures.some(({ key: id, signature }) =>
    keys.some(({ key, id: known }) => known === id && verify(null, message, key, Buffer.from(signature, 'base64')))
  )
  if (isSigned) return signed
  const ids = signatures.map(({ key }) => key).join(', ')
  const isKnown = signatures.some(({ key: id }) => keys.some((known) => known.id === id))
  throw new UpdateFailure(
    'signature',
    isKnown
      ? `the signature by ${ids} is not of this file`
      : `signed by ${ids}, which is none of the keys of this program`
  )
}

/** Whether a signature is that of what a feed offers; throws an `UpdateFailure` that names what differs. */
export function checkOffered(
  signed: SignedFile,
  offered: Omit<SignedFile, 'channels' | 'size'> & { readonly channel: UpdateChannel }
): void {
  const differs = (what: string, is: string, said: string): never => {
    throw new UpdateFailure('signature', `the signature is for ${what} ${said}, and the feed offers ${is}`)
  }
  if (signed.file !== offered.file) differs('the file', offered.file, signed.file)
  if (signed.version !== offered.version) differs('version', offered.version, signed.version)
  if (signed.sha512 !== offered.sha512) differs('the SHA-512', offered.sha512, signed.sha512)
  if (!signed.channels.includes(offered.channel))
    differs('the channels', offered.channel, signed.channels.join(' and '))
}

/** Each field by itself, so that no two files have one message. */
function messageOf({ file, version, channels, size, sha512 }: SignedFile): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, file, version, channels, size, sha512]), 'utf8')
}

function rawOf(key: KeyObject): Buffer {
  const { x, crv } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined) throw new Error('this is no Ed25519 key')
  return Buffer.from(x, 'base64url')
}

function keyIdOf(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 16)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
