import { randomBytes } from 'node:crypto'

/** A session ends after so long without a call. */
const IDLE_MS = 15 * 60_000
const MOST_SESSIONS = 32

/** Who has opened the manager's window: tokens in this process's memory, gone with it. */
export interface ManagerSessions {
  readonly open: () => string
  /** Whether the token is a session's; one that is goes on from now. */
  readonly goesOn: (token: string | null) => boolean
  readonly end: (token: string | null) => void
  /** After the PIN was changed. */
  readonly endOthers: (token: string | null) => void
}

/** `elapsedMs` counts up whatever is done to the machine's clock. */
export function createManagerSessions(elapsedMs: () => number): ManagerSessions {
  const sessions = new Map<string, number>()

  return {
    open: () => {
      const token = randomBytes(32).toString('base64url')
      sessions.set(token, elapsedMs())
      const [oldest] = sessions.keys()
      if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest)
      return token
    },
    goesOn: (token) => {
      if (token === null) return false
      const usedAtMs = sessions.get(token)
      sessions.delete(token)
      if (usedAtMs === undefined || elapsedMs() - usedAtMs > IDLE_MS) return false
      sessions.set(token, elapsedMs())
      return true
    },
    end: (token) => {
      if (token !== null) sessions.delete(token)
    },
    endOthers: (token) => {
      for (const other of sessions.keys()) if (other !== token) sessions.delete(other)
    }
  }
}
