import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of the memory-hard function: 128 x N x r bytes of memory for every attempt. */
export interface PinCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 128 MiB and about half a second on a small machine. */
export const PIN_COST: PinCost = { N: 2 ** 17, r: 8, p: 1 }

const SALT_BYTES = 16
const HASH_BYTES = 64

export interface PinHash {
  readonly salt: Buffer
  readonly hash: Buffer
  readonly cost: PinCost
}

export async function hashPin(pin: string, cost: PinCost): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES)
  return { salt, hash: await derive(pin, salt, cost), cost }
}

export async function isPin(pin: string, { salt, hash, cost }: PinHash): Promise<boolean> {
  const given = await derive(pin, salt, cost)
  return given.length === hash.length && timingSafeEqual(given, hash)
}

function derive(pin: string, salt: Buffer, { N, r, p }: PinCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Node refuses more than 32 MiB unless told.
    scrypt(pin, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error)
    )
  })
}
