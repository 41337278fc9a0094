import type { LookupAddress, LookupOptions } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { isPublicAddress } from './public-address.ts'

/** Every address of a host. Rejects where there is none. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>

export const resolveBySystem: ResolveHost = (hostname) => lookup(hostname, { all: true })

/** A host of which an address is not public. */
export class PrivateAddressError extends Error {}

/**
 * The look-up of a connection that tries every address (`autoSelectFamily`): it answers what was checked, and nothing is
 * resolved again after it. One address that is not public refuses the host: a name that points both ways is no picture's.
 */
export function lookupPublicOnly(resolve: ResolveHost): LookupFunction {
  return callbackify(async (hostname: string, _options: LookupOptions): Promise<LookupAddress[]> => {
    const addresses = await resolve(hostname)
    if (addresses.length === 0) throw new Error(`no address of ${hostname}`)
    if (addresses.every(({ address }) => isPublicAddress(address))) return [...addresses]
    throw new PrivateAddressError(`${hostname} is not public`)
  })
}
