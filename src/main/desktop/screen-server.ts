import { createBoardServer } from '../http/board-server.ts'
import type { ScreensHost } from '../screens/screens-host.ts'
import type { HandOvers } from '../kiosk/hand-overs.ts'
import type { Engine } from '../engine/engine.types.ts'

const USUAL_PORT = 4747
const LOOPBACK = '127.0.0.1'

export interface ScreenServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * The contract's HTTP for this machine's other screens and programs: loopback only, at the usual port or, where another
 * program has that, at any free one. Null when no port can be had: the window does not need it.
 */
export async function openScreenServer(
  session: {
    readonly engine: () => Engine | null
    readonly problem: () => string | null
    readonly screens: ScreensHost
    readonly handOvers: HandOvers
    readonly language: () => string | null
  },
  rendererDir: string,
  wantedPort: number | null
): Promise<ScreenServer | null> {
  for (const port of [wantedPort ?? USUAL_PORT, 0]) {
    const boards = createBoardServer({ ...session, rendererDir })
    try {
      return { url: await boards.server.listen({ port, host: LOOPBACK }), close: boards.close }
    } catch {
      await boards.close()
    }
  }
  return null
}
