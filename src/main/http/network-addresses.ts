import { networkInterfaces } from 'node:os'

/** Bridges of containers and virtual machines: no phone is in their network. */
const VIRTUAL = /^(docker|veth|br-|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|vEthernet)/i

/** Addresses of this machine that others in its network reach, IPv4 first; real networks before virtual ones. */
export function networkAddresses(): readonly string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, ones]) =>
    (ones ?? [])
      .filter(({ internal, address }) => !internal && !isLinkLocal(address))
      .map(({ address, family }) => ({ address, rank: Number(VIRTUAL.test(name)) * 2 + Number(family !== 'IPv4') }))
  )
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address)
}

/** What a machine gives itself where nobody else does: no phone finds it there. */
function isLinkLocal(address: string): boolean {
  return /^(fe[89ab]|169\.254\.)/i.test(address)
}
