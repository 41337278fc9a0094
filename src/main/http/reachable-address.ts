import { networkInterfaces } from 'node:os'

const EVERY_ADDRESS = new Set(['0.0.0.0', '::', ''])

/** An address under which a server is found: of all that it listens on, one that other machines can use. */
export function reachableAddress(host: string, port: number): string {
  const name = EVERY_ADDRESS.has(host) ? (outsideAddress() ?? '127.0.0.1') : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** The first of this machine's own in its network. */
function outsideAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}
