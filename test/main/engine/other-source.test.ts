import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createEngineCore } from '../../../src/main/engine/engine-core.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'topshelf-source-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('shows the demo store whatever was chosen of a real company’s stores, frozen or not', async () => {
  saveSettings(dataDir, {
    ...loadSettings(dataDir).settings,
    source: 'cova',
    locationId: 94451,
    restrictToLocationIds: [94451],
    markets: ['CA-BC'],
    frozen: { since: '2026-11-20T16:20:00.000Z' }
  })
  const started = await createEngineCore(
    { dataDir, source: { kind: 'demo' }, syncIntervalMs: 60_000, syncsByItself: false },
    '0.0.0-test',
    () => {}
  )
  if (!started.ok) throw new Error(started.message)
  const { core } = started
  expect(await core.syncOnce(() => {})).toMatchObject({ ok: true })
  expect(core.boards.locations().length).toBeGreaterThan(3)
  await core.stop()
  // What was chosen of the real stores is still there for them.
  expect(loadSettings(dataDir).settings.restrictToLocationIds).toEqual([94451])
})
