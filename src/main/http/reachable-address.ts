import { networkAddresses } from './network-addresses.ts'

const EVERY_ADDRESS = new Set(['0.0.0.0', '::', ''])

/** An address under which a server is found: of all that it listens on, one that other machines can use. */
export function reachableAddress(host: string, port: number): string {
  const name = EVERY_ADDRESS.has(host) ? (networkAddresses()[0] ?? '127.0.0.1') : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
