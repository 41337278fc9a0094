import type { NetworkChannels, NetworkNews } from '../../shared/manager/network.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { answered, type HostHandlers } from './desk.ts'
import type { SaveWhole } from './settings-calls.ts'

/** What a host has to do with its network. */
export interface NetworkHost {
  /** Where others find this host; null where they do not. */
  readonly address: () => string | null
  /** Begins or ends serving others; null where the program's options say whom it serves. */
  readonly serve: ((network: boolean) => Promise<void>) | null
}

/** Where nothing is served to others, and nothing can be switched. */
export const NO_NETWORK: NetworkHost = { address: () => null, serve: null }

/** Whom this machine shows its boards, beside its own windows (docs/security.md). */
export function networkHandlers(
  dataDir: string,
  host: NetworkHost,
  saveWhole: SaveWhole
): Pick<HostHandlers, keyof NetworkChannels> {
  function news(): NetworkNews {
    const { serve, boards } = loadSettings(dataDir).settings.network
    const address = host.address()
    const canServe = host.serve !== null
    return { serve: canServe ? serve : null, boards, address, failed: canServe && serve && address === null }
  }
  return {
    'network:read': () => answered(news()),
    'network:keep': async (_caller, { serve, boards }) => {
      const failed = await saveWhole(async (settings) => ({
        ...settings,
        network: { ...settings.network, boards, serve: host.serve === null ? settings.network.serve : serve }
      }))
      if (failed !== null) return failed
      await host.serve?.(serve)
      return answered(news())
    }
  }
}
