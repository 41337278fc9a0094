import { useEffect, useState } from 'react'

/** So long is asked whether somebody is there. */
const ASKED_FOR_SECONDS = 10
/** A switch, a voice or a screen reader sends a bare click, moves the focus, or sets a slider, and nothing else. */
const SIGNS = ['pointerdown', 'keydown', 'touchmove', 'wheel', 'click', 'input', 'focusin'] as const

/**
 * Seconds that are left of the question whether somebody is there, which is put after `idleSeconds` without a touch, a key or the like;
 * null while it is not. After it `leave` is called. `isOn` false asks nothing.
 */
export function useIdle(isOn: boolean, idleSeconds: number, leave: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (!isOn) return
    let timer: ReturnType<typeof setTimeout>
    const countFrom = (seconds: number): void => {
      if (seconds === 0) {
        setLeft(null)
        leave()
        return
      }
      setLeft(seconds)
      timer = setTimeout(() => countFrom(seconds - 1), 1000)
    }
    const wait = (sign: Event): void => {
      // The question takes the focus itself.
      if (sign.type === 'focusin' && isOfQuestion(sign.target)) return
      clearTimeout(timer)
      setLeft(null)
      timer = setTimeout(() => countFrom(ASKED_FOR_SECONDS), idleSeconds * 1000)
    }
    timer = setTimeout(() => countFrom(ASKED_FOR_SECONDS), idleSeconds * 1000)
    for (const sign of SIGNS) window.addEventListener(sign, wait, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      setLeft(null)
      for (const sign of SIGNS) window.removeEventListener(sign, wait, { capture: true })
    }
  }, [isOn, idleSeconds, leave])
  return left
}

function isOfQuestion(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=alertdialog]') !== null
}
