import { useEffect } from 'react'

/** As long as a session without a call (docs/manager.md, PIN); views that ask by themselves do not count as a hand. */
const IDLE_MS = 15 * 60_000
const LOOK_EVERY_MS = 10_000

/** Locks a window that nobody has touched for a quarter of an hour. */
export function useIdleLock(isOpen: boolean, lock: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    let touchedAtMs = performance.now()
    const touch = (): void => {
      touchedAtMs = performance.now()
    }
    const timer = setInterval(() => {
      if (performance.now() - touchedAtMs >= IDLE_MS) lock()
    }, LOOK_EVERY_MS)
    for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel']) window.addEventListener(event, touch)
    return () => {
      clearInterval(timer)
      for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel']) window.removeEventListener(event, touch)
    }
  }, [isOpen, lock])
}
