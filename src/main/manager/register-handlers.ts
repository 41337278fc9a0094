import { loadSettings, saveSettings } from '../settings/settings-file.ts'
import { answered, type HostHandlers, refused } from './desk.ts'

/** What the host answers of the register check: how a report is read is a setting, and needs no new engine. */
export function registerHandlers(dataDir: string): Pick<HostHandlers, 'register:remember'> {
  return {
    // Read and written at once: nothing that is saved meanwhile is lost by it.
    'register:remember': (_caller, registerReport) => {
      const saved = saveSettings(dataDir, { ...loadSettings(dataDir).settings, registerReport })
      return saved.ok ? answered(null) : refused('failed', saved.message)
    }
  }
}
