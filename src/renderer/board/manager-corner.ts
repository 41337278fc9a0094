import { useEffect } from 'react'

/** A side of the corner, in CSS px: a fingertip finds it, and no price stands there alone. */
const CORNER_PX = 120
const LONG_PRESS_MS = 2000
/** A finger is never quite still. */
const MOST_WANDERING_PX = 24

/**
 * Opens the manager's window from any board: a press of two seconds in the upper left corner, or Ctrl+Shift+M. Nothing shows
 * while it is held: the board is the shoppers'.
 */
export function useManagerCorner(open: () => void, degrees: 0 | 90 | -90): void {
  useEffect(() => {
    let pressed: { readonly atMs: number; readonly x: number; readonly y: number } | null = null
    const end = (): void => {
      pressed = null
    }
    const begin = ({ clientX: x, clientY: y, isPrimary }: PointerEvent): void => {
      end()
      if (!isPrimary || !isInCorner(x, y, degrees)) return
      pressed = { atMs: performance.now(), x, y }
    }
    const move = ({ clientX, clientY }: PointerEvent): void => {
      if (pressed !== null && Math.hypot(clientX - pressed.x, clientY - pressed.y) > MOST_WANDERING_PX) end()
    }
    // On release: a browser opens no window for a hand that is still down.
    const release = (): void => {
      if (pressed !== null && performance.now() - pressed.atMs >= LONG_PRESS_MS) open()
      end()
    }
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.code !== 'KeyM') return
      event.preventDefault()
      open()
    }
    const noMenu = (event: Event): void => {
      // A long touch would bring the browser's own menu.
      if (pressed !== null) event.preventDefault()
    }
    window.addEventListener('pointerdown', begin)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', end)
    window.addEventListener('contextmenu', noMenu)
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('pointerdown', begin)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('contextmenu', noMenu)
      window.removeEventListener('keydown', press)
    }
  }, [open, degrees])
}

/** The board's upper left corner, wherever it lies on a screen whose page is turned. */
function isInCorner(x: number, y: number, degrees: 0 | 90 | -90): boolean {
  const fromLeft = degrees === 90 ? window.innerWidth - x : x
  const fromTop = degrees === -90 ? window.innerHeight - y : y
  return fromLeft <= CORNER_PX && fromTop <= CORNER_PX
}
