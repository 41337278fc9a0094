import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recoveryNewsOf } from '../../../src/main/manager/recovery-news.ts'
import { openRecoveries } from '../../../src/main/screens/recoveries.ts'
import type { Recovery } from '../../../src/shared/recovery.ts'

const MINUTE_MS = 60_000

let dataDir: string
let nowMs: number

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-recoveries-'))
  nowMs = Date.parse('2026-11-20T22:20:00Z')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const recovery = (more: Partial<Recovery> = {}): Recovery => ({
  atMs: nowMs,
  screen: 'display 1',
  fault: 'crashed',
  step: 'reload',
  tookMs: 2500,
  ...more
})
const opened = () => openRecoveries(dataDir, () => nowMs)

describe('what went wrong with windows', () => {
  it('is known after a restart, the latest first, and no more than fifty of them', () => {
    const recoveries = opened()
    for (let count = 0; count < 60; count += 1) recoveries.remember(recovery({ tookMs: count }))
    const list = opened().list()
    expect(list).toHaveLength(50)
    expect(list[0]?.tookMs).toBe(59)
  })

  it('begins anew where its file is damaged', () => {
    for (const text of ['{', '[{"atMs":"soon"}]', '{}']) {
      writeFileSync(join(dataDir, 'recoveries.json'), text)
      expect(opened().list()).toEqual([])
    }
  })

  it('lets the program be started anew at once, and then at doubled distances, over restarts too', () => {
    expect(opened().mayRelaunch()).toBe(true)
    opened().remember(recovery({ step: 'relaunch' }))
    expect([opened().mayRelaunch(), opened().relaunchesLately()]).toEqual([false, 1])
    nowMs += MINUTE_MS
    expect(opened().mayRelaunch()).toBe(true)
    opened().remember(recovery({ step: 'relaunch' }))
    nowMs += MINUTE_MS
    expect(opened().mayRelaunch()).toBe(false)
    nowMs += MINUTE_MS
    expect(opened().mayRelaunch()).toBe(true)
    nowMs += 24 * 60 * MINUTE_MS
    expect(opened().relaunchesLately()).toBe(0)
  })

  it('is told in the reader’s words', () => {
    expect(recoveryNewsOf([recovery()], null)[0]).toMatchObject({
      screen: 'display 1',
      what: 'The page’s process ended',
      mended: 'page loaded anew'
    })
    expect(recoveryNewsOf([recovery({ step: 'relaunch', fault: 'still' })], 'fr-CA')[0]).toMatchObject({
      what: 'L’image était figée',
      mended: 'programme redémarré'
    })
  })
})
