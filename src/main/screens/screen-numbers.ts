import type { DisplayPlace } from './open-screens.ts'

/** More than hang in any store: of those that are gone, the first are forgotten beyond it. */
const MOST_REMEMBERED = 500
const GONE_AFTER_MS = 60 * 60 * 1000

/** What a screen is known by. */
export interface NumberedScreen {
  readonly id: string
  /** Its id before it said who it is; null where it has no other. */
  readonly formerId: string | null
  /** A display is the same one wherever it hangs. */
  readonly display: DisplayPlace | null
}

/**
 * Numbers that screens keep as long as the program runs, whatever else comes and goes. A browser that has been gone for
 * an hour leaves its own to the next: its tab does not come back.
 */
export interface ScreenNumbers {
  /** Those of the screens, in their order. */
  readonly of: (screens: readonly NumberedScreen[], nowMs: number) => readonly number[]
}

interface Numbered {
  readonly number: number
  readonly display: DisplayPlace | null
  readonly seenAtMs: number
}

export function createScreenNumbers(): ScreenNumbers {
  /** By identity, those heard of last at the end. */
  const known = new Map<string, Numbered>()

  function lowestFree(): number {
    const taken = new Set([...known.values()].map(({ number }) => number))
    for (let number = 1; ; number += 1) if (!taken.has(number)) return number
  }

  /** A display of the same make and size that is not there now: the system moves the others when one goes. */
  function movedTo(display: DisplayPlace | null, present: ReadonlySet<string>): string | null {
    if (display === null) return null
    const moved = [...known].find(
      ([key, one]) => !present.has(key) && one.display !== null && isAlike(one.display, display)
    )
    return moved?.[0] ?? null
  }

  function forgetGone(present: ReadonlySet<string>, nowMs: number): void {
    for (const [key, { display, seenAtMs }] of known) {
      const isGone = !present.has(key) && display === null
      if (isGone && Math.abs(nowMs - seenAtMs) > GONE_AFTER_MS) known.delete(key)
    }
  }

  function forgetOldest(): void {
    for (const key of known.keys()) {
      if (known.size <= MOST_REMEMBERED) return
      known.delete(key)
    }
  }

  return {
    of: (screens, nowMs) => {
      const present = new Set(screens.flatMap((screen) => [keyOf(screen), screen.formerId ?? []].flat()))
      forgetGone(present, nowMs)
      const numbers = screens.map((screen) => {
        const key = keyOf(screen)
        const { formerId, display } = screen
        const before = [key, formerId, movedTo(display, present)].find((one) => one !== null && known.has(one)) ?? key
        const number = known.get(before)?.number ?? lowestFree()
        known.delete(before)
        known.set(key, { number, display, seenAtMs: nowMs })
        return number
      })
      forgetOldest()
      return numbers
    }
  }
}

function keyOf({ id, display }: NumberedScreen): string {
  if (display === null) return id
  const { label, bounds } = display
  return `display ${[label, bounds.x, bounds.y, bounds.width, bounds.height].join(' ')}`
}

function isAlike(a: DisplayPlace, b: DisplayPlace): boolean {
  return a.label === b.label && a.bounds.width === b.bounds.width && a.bounds.height === b.bounds.height
}
