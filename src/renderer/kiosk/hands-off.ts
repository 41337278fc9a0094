import { useEffect } from 'react'

/** What a hand on the glass must not bring about: menus, dragged pictures, another zoom, the page before this one. */
export function useHandsOff(): void {
  useEffect(() => {
    const refuse = (event: Event): void => event.preventDefault()
    const refuseZoom = (event: WheelEvent): void => {
      if (event.ctrlKey) event.preventDefault()
    }
    const refuseFingers = (event: TouchEvent): void => {
      if (event.touches.length > 1) event.preventDefault()
    }
    // A way back would lead off the menu: there is always one step more.
    const stay = (): void => window.history.pushState(null, '')
    stay()
    window.addEventListener('popstate', stay)
    window.addEventListener('contextmenu', refuse)
    window.addEventListener('dragstart', refuse)
    window.addEventListener('selectstart', refuseSelection)
    window.addEventListener('gesturestart', refuse)
    window.addEventListener('wheel', refuseZoom, { passive: false })
    window.addEventListener('touchmove', refuseFingers, { passive: false })
    return () => {
      window.removeEventListener('popstate', stay)
      window.removeEventListener('contextmenu', refuse)
      window.removeEventListener('dragstart', refuse)
      window.removeEventListener('selectstart', refuseSelection)
      window.removeEventListener('gesturestart', refuse)
      window.removeEventListener('wheel', refuseZoom)
      window.removeEventListener('touchmove', refuseFingers)
    }
  }, [])
}

/** Within a field a cursor must be able to stand. */
function refuseSelection(event: Event): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}
