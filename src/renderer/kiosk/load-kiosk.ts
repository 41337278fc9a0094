import { lazy } from 'react'

const RETRY_MS = 2000

/** Needed on kiosks alone: a television need not read it. One that does not come is asked for again. */
export const Kiosk = lazy(async () => {
  for (;;) {
    try {
      return await import('./kiosk.tsx')
    } catch (cause) {
      console.error('the kiosk could not be loaded', cause)
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
})
