import { createBoardServer } from '../http/board-server.ts'
import type { NetworkBorder } from '../http/network-border.ts'
import { reachableAddress } from '../http/reachable-address.ts'
import type { ScreensHost } from '../screens/screens-host.ts'
import type { HandOvers } from '../kiosk/hand-overs.ts'
import type { Engine } from '../engine/engine.types.ts'

const USUAL_PORT = 4747
const LOOPBACK = '127.0.0.1'
const EVERY_ADDRESS = '0.0.0.0'

/** Boards for other screens: of this machine alone, or of its network where the settings switch that on. */
export interface ScreenServer {
  /** Where a browser finds them, of the network where it may; null while no port can be had. */
  readonly url: () => string | null
  /** Where it listens, for codes that phones read; null while only this machine is served. */
  readonly listening: () => { readonly host: string; readonly port: number } | null
  /** Serves whom the settings say. One that listens elsewhere by now is closed first: its screens come back by themselves. */
  readonly serveNetwork: (network: boolean) => Promise<void>
  readonly close: () => Promise<void>
}

export interface ScreenServerHost {
  readonly engine: () => Engine | null
  readonly problem: () => string | null
  readonly screens: ScreensHost
  readonly handOvers: HandOvers
  readonly language: () => string | null
  readonly network: NetworkBorder
}

interface Open {
  readonly host: string
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * The contract's HTTP, at the usual port or, where another program has that, at any free one. Where no port can be had,
 * boards go on in the windows, which do not need it; `said` is told where it listens, or that it does not.
 */
export function createScreenServer(
  session: ScreenServerHost,
  rendererDir: string,
  wantedPort: number | null,
  said: (url: string | null) => void
): ScreenServer {
  let open: Open | null = null
  let hasClosed = false
  let work: Promise<void> = Promise.resolve()

  async function listen(host: string, ports: readonly number[]): Promise<Open | null> {
    for (const port of ports) {
      const boards = createBoardServer({ ...session, rendererDir })
      try {
        await boards.server.listen({ port, host })
        const address = boards.server.server.address()
        if (typeof address === 'object' && address !== null) return { host, port: address.port, close: boards.close }
      } catch {
        // The next port, or none.
      }
      await boards.close()
    }
    return null
  }

  async function serve(network: boolean): Promise<void> {
    const host = network ? EVERY_ADDRESS : LOOPBACK
    if (hasClosed || open?.host === host) return
    const before = open?.port
    await open?.close()
    open = await listen(host, [...new Set([before ?? wantedPort ?? USUAL_PORT, wantedPort ?? USUAL_PORT, 0])])
    said(url())
  }

  function url(): string | null {
    return open === null ? null : reachableAddress(open.host, open.port)
  }

  return {
    url,
    listening: () => (open?.host === EVERY_ADDRESS ? { host: open.host, port: open.port } : null),
    serveNetwork: (network) => {
      work = work.then(() => serve(network))
      return work
    },
    close: () => {
      hasClosed = true
      work = work.then(() => open?.close())
      return work
    }
  }
}
