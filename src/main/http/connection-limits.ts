import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { LOOPBACK } from './loopback.ts'
import { networkOf } from './request-limits.ts'

/** Connections at a time: of one address in the network, and of all of them. A browser has six, and one for its board. */
export const MOST_OF_ONE_ADDRESS = 64
const MOST_OF_ALL = 1024

/** Closes what an address of the network opens beyond its limit. This machine's own are not counted. */
export function limitConnections(server: Server): void {
  const open = new Map<string, number>()
  let all = 0
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket
    if (remoteAddress === undefined || LOOPBACK.has(remoteAddress)) return
    const key = networkOf(remoteAddress.replace(/^::ffff:(?=\d+\.)/i, ''))
    const ofOne = open.get(key) ?? 0
    if (ofOne >= MOST_OF_ONE_ADDRESS || all >= MOST_OF_ALL) {
      socket.destroy()
      return
    }
    open.set(key, ofOne + 1)
    all += 1
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1
      if (left === 0) open.delete(key)
      else open.set(key, left)
      all -= 1
    })
  })
}
