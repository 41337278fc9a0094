import type { PairedAnswer, PairingAnswer } from '../../shared/pairing.ts'

const TOKEN = 'topshelf-screen'
const TAB = 'topshelf-tab'
const ANSWERS_WITHIN_MS = 10_000

/** Who this browser is, as far as it knows: kept in its storage, or until its page ends where it has none. */
export interface ScreenIdentity {
  readonly token: () => string | null
  readonly keep: (token: string) => void
  readonly forget: () => void
}

export function storedIdentityOf(storage: () => Storage): ScreenIdentity {
  let held: string | null = null
  return {
    token: () => {
      try {
        return storage().getItem(TOKEN) ?? held
      } catch {
        return held
      }
    },
    keep: (token) => {
      held = token
      try {
        storage().setItem(TOKEN, token)
      } catch (cause) {
        console.warn('this browser keeps nothing: it is known until its page ends', cause)
      }
    },
    forget: () => {
      held = null
      try {
        storage().removeItem(TOKEN)
      } catch {
        // Then nothing was kept either.
      }
    }
  }
}

let ownTab: string | null = null

/** A name for this tab that stays when its page is loaded anew. */
export function tabOf(storage: () => Storage): string {
  if (ownTab !== null) return ownTab
  try {
    ownTab = storage().getItem(TAB)
  } catch {
    // A name for as long as the page is there will do.
  }
  // Not randomUUID: pages of plain HTTP have none.
  ownTab ??= [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  try {
    storage().setItem(TAB, ownTab)
  } catch {
    // See above.
  }
  return ownTab
}

/** Throws where the host does not answer. */
export async function sayHere(token: string | null, page: string | null): Promise<PairedAnswer> {
  return ask('/pair/here', { token, page, tab: tabOf(() => window.sessionStorage) })
}

/** Throws where the host does not answer. */
export async function askForCode(ticket: string | null): Promise<PairingAnswer> {
  return ask('/pair/code', { ticket })
}

async function ask<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    cache: 'no-store',
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MS)
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as Answer
}
