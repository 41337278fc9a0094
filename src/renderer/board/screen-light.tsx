import { useEffect, useState, type ReactElement } from 'react'
import type { ViewLight } from '../../shared/board-view.ts'
import type { OutsideHours } from '../../shared/screen-settings.ts'

/** A hand on a dark screen wakes it for so long. */
const AWAKE_MS = 120_000

/** The light in force: as the host said, and after it as it planned, whether or not the host is heard again. */
function useLightInForce(light: ViewLight | null): OutsideHours {
  const [reached, setReached] = useState<{ readonly of: ViewLight; readonly light: OutsideHours } | null>(null)
  useEffect(() => {
    if (light === null) return
    const timers = light.later.map((step) =>
      setTimeout(() => setReached({ of: light, light: step.light }), Math.max(0, step.inMs))
    )
    return () => timers.forEach(clearTimeout)
  }, [light])
  if (light === null) return 'on'
  return reached?.of === light ? reached.light : light.now
}

function useWoken(isDark: boolean): boolean {
  const [touched, setTouched] = useState(0)
  useEffect(() => {
    if (!isDark) return
    const wake = (): void => setTouched((count) => count + 1)
    window.addEventListener('pointerdown', wake)
    window.addEventListener('keydown', wake)
    return () => {
      window.removeEventListener('pointerdown', wake)
      window.removeEventListener('keydown', wake)
      setTouched(0)
    }
  }, [isDark])
  useEffect(() => {
    if (touched === 0) return
    const timer = setTimeout(() => setTouched(0), AWAKE_MS)
    return () => clearTimeout(timer)
  }, [touched])
  return touched > 0
}

/** Over the board while the store is closed: dimmed, its prices still to be read and true, or black. */
export function ScreenLight({ light }: { readonly light: ViewLight | null }): ReactElement | null {
  const inForce = useLightInForce(light)
  const isWoken = useWoken(inForce !== 'on')
  if (inForce === 'on' || isWoken) return null
  return <div className={`screen-light ${inForce}`} data-light={inForce} aria-hidden="true" />
}
