import { useEffect } from 'react'

const RESTS_AFTER_MS = 3000

/** Hides the pointer over a board unless it has just been moved: on a television it is nobody's. */
export function useRestingPointer(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = (): void => {
      dataset['pointer'] = 'rests'
    }
    const move = (): void => {
      delete dataset['pointer']
      clearTimeout(timer)
      timer = setTimeout(rest, RESTS_AFTER_MS)
    }
    rest()
    window.addEventListener('pointermove', move)
    return () => {
      window.removeEventListener('pointermove', move)
      clearTimeout(timer)
      delete dataset['pointer']
    }
  }, [])
}
