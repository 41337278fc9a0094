import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings, loadSettings, saveSettings, SETTINGS_FILE } from '../../src/main/settings/settings-file.ts'
import { type FaultOptions, type FaultViolation, randomOfRound } from './fault-part.ts'

/**
 * Settings cut at random bytes, as a disk could leave them that does not keep its word (the product flushes the file before
 * it takes the place of the one before): they are moved aside, with the defaults and a line that says so, or read whole.
 */
export function cutSettings(options: FaultOptions): {
  readonly line: string
  readonly violations: readonly FaultViolation[]
} {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-settings-'))
  const violations: FaultViolation[] = []
  const file = join(folder, SETTINGS_FILE)
  const saved = { ...defaultSettings, locationId: 110501, language: 'fr-CA', storeColour: '#224466' }
  const count = Math.max(1, Math.min(200, options.times))
  let aside = 0
  try {
    saveSettings(folder, saved)
    const whole = readFileSync(file)
    for (let round = options.from; round < options.from + count; round += 1) {
      const random = randomOfRound(options.seed, round)
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      writeFileSync(file, whole.subarray(0, Math.floor(random() * whole.length)))
      const { settings, movedAside, problem } = loadSettings(folder, () => 0)
      const text = JSON.stringify(settings)
      if (text === JSON.stringify(saved)) continue
      aside += 1
      if (text !== JSON.stringify(defaultSettings))
        violations.push({ round, message: `half of the settings were read: ${text}` })
      if (movedAside === null || problem === null)
        violations.push({ round, message: 'cut settings were lost without a word' })
      else if (readdirSync(folder).length !== 1)
        violations.push({ round, message: 'cut settings were not moved aside' })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    line: `settings cut ${count} times: ${aside} moved aside with the defaults and a line, ${count - aside} whole`,
    violations
  }
}
