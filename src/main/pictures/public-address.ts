import ipaddr from 'ipaddr.js'

/** All that has been given out of the global unicast space of IPv6; what lies outside is nobody's, or means IPv4. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an address belongs to the public network and to one machine of it (docs/pictures.md, What is refused). What is no
 * address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST)
}
