import { createOpenScreens, type OpenScreens } from './open-screens.ts'
import { createPairing, type Pairing } from './pairing.ts'
import { createPhoneLinks, type PhoneLinks } from './phone-links.ts'
import { createScreenNumbers, type ScreenNumbers } from './screen-numbers.ts'

/** What a host knows of its screens, whatever its engine does: which are open, and which browsers are paired. */
export interface ScreensHost {
  readonly open: OpenScreens
  readonly pairing: Pairing
  readonly numbers: ScreenNumbers
  readonly links: PhoneLinks
}

export function createScreensHost(
  dataDir: string,
  warn: (line: string) => void,
  clocks: { readonly nowMs: () => number; readonly elapsedMs: () => number } = {
    nowMs: Date.now,
    elapsedMs: () => performance.now()
  }
): ScreensHost {
  const pairing = createPairing({ dataDir, warn, ...clocks })
  return {
    pairing,
    open: createOpenScreens(clocks.nowMs, pairing.seen),
    numbers: createScreenNumbers(),
    links: createPhoneLinks(dataDir, clocks.nowMs)
  }
}
