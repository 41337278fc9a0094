import { loadSettings } from '../settings/settings-file.ts'
import type { NetworkSettings } from '../settings/settings.types.ts'
import type { NetworkBorder } from './network-border.ts'

/** A file is read no oftener: a network may ask a lot, and a change counts a second later. */
const KNOWN_MS = 1000

/** What the settings of a data directory say of the network; `isOpen` shows boards to everybody, whatever they say. */
export function settingsBorderOf(
  dataDir: string,
  isOpen: boolean,
  elapsedMs: () => number = () => performance.now()
): NetworkBorder {
  let known: { readonly atMs: number; readonly boards: NetworkSettings['boards']; readonly names: readonly string[] }
  function now(): typeof known {
    const atMs = elapsedMs()
    if (known === undefined || atMs - known.atMs > KNOWN_MS) {
      const { network, publicUrl } = loadSettings(dataDir).settings
      const publicName = publicUrl === null ? [] : [new URL(publicUrl).hostname.toLowerCase()]
      known = { atMs, boards: network.boards, names: [...network.names, ...publicName] }
    }
    return known
  }
  return { boardsFor: () => (isOpen ? 'everybody' : now().boards), names: () => now().names }
}
