import { screen } from 'electron'
import type { MachineDisplay } from './window-plan.ts'

/** A cable that is pulled, a television that wakes: the system tells of one after the other within this. */
const SETTLE_MS = 300

/** The displays there are now. Electron must be ready. */
export function machineDisplays(): readonly MachineDisplay[] {
  const primary = screen.getPrimaryDisplay()
  return screen.getAllDisplays().map(({ id, label, bounds }) => ({
    id,
    label,
    bounds: { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height },
    isPrimary: id === primary.id && bounds.x === primary.bounds.x && bounds.y === primary.bounds.y
  }))
}

/** Tells once displays came, went, moved, turned or changed their size, when no more changes follow. */
export function onDisplaysChanged(changed: () => void): void {
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE_MS)
  }
  screen.on('display-added', soon)
  screen.on('display-removed', soon)
  screen.on('display-metrics-changed', soon)
}
