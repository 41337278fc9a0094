import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PIN_FILE } from '../../../src/main/manager/pin-file.ts'
import { createPinGate, faultOf, type PinGate } from '../../../src/main/manager/pin-gate.ts'
import { PIN_COST } from '../../../src/main/manager/pin-hash.ts'

const CHEAP = { N: 16, r: 1, p: 1 }
const MINUTE_MS = 60_000
let dataDir: string
let nowMs: number

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-pin-'))
  nowMs = Date.parse('2026-11-20T18:00:00Z')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** As after a restart: nothing but the file is known. */
function gate(): PinGate {
  return createPinGate({ dataDir, nowMs: () => nowMs, cost: CHEAP })
}

async function fail(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await gate().try('0001')).toBe('wrong')
}

describe('the PIN', () => {
  it('is chosen once, in a file of its owner alone, that does not hold it', async () => {
    expect(gate().state()).toEqual({ kind: 'no-pin' })
    expect(await gate().try('2580')).toBe('no-pin')
    expect(await gate().choose('2580')).toBe('chosen')
    expect(await gate().choose('2468')).toBe('has-one')
    const file = join(dataDir, PIN_FILE)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain('2580')
    expect(await gate().try('2580')).toBe('right')
    expect(await gate().try('2581')).toBe('wrong')
  })

  it('is hashed with a function that needs 128 MiB', async () => {
    expect(128 * PIN_COST.N * PIN_COST.r).toBe(128 * 1024 * 1024)
    const dear = createPinGate({ dataDir, nowMs: () => nowMs })
    expect(await dear.choose('2580')).toBe('chosen')
    expect(await dear.try('2580')).toBe('right')
    expect(JSON.parse(readFileSync(join(dataDir, PIN_FILE), 'utf8'))).toMatchObject({ cost: PIN_COST })
  })

  it.each([
    ['123', 'digits'],
    ['1234567890123', 'digits'],
    ['12a4', 'digits'],
    ['', 'digits'],
    ['0000', 'easy'],
    ['1234', 'easy'],
    ['7890', 'easy'],
    ['4321', 'easy'],
    ['1357', null],
    ['2580', null]
  ])('%s is refused as %s', (pin, fault) => {
    expect(faultOf(pin)).toBe(fault)
  })

  it('makes whoever fails five times wait a minute, then twice as long, at most an hour', async () => {
    await gate().choose('2580')
    await fail(4)
    expect(gate().state()).toEqual({ kind: 'locked', attemptsLeft: 1, waitSeconds: 0 })
    await fail(1)
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      expect(gate().state()).toEqual({ kind: 'locked', attemptsLeft: 1, waitSeconds: minutes * 60 })
      nowMs += minutes * MINUTE_MS - 1
      expect(await gate().try('2580')).toBe('wait')
      nowMs += 1
      await fail(1)
    }
  })

  it('forgets failed attempts once the PIN is right', async () => {
    await gate().choose('2580')
    await fail(4)
    expect(await gate().try('2580')).toBe('right')
    await fail(4)
    expect(gate().state()).toMatchObject({ waitSeconds: 0 })
  })

  it('counts an attempt before it is looked at: ten at once gain nothing', async () => {
    await gate().choose('2580')
    const one = gate()
    const answers = await Promise.all(Array.from({ length: 10 }, () => one.try('0001')))
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(5)
  })

  it('waits no longer than the wait itself when the clock is set back a year', async () => {
    await gate().choose('2580')
    await fail(5)
    nowMs -= 365 * 24 * 60 * MINUTE_MS
    expect(gate().state()).toMatchObject({ waitSeconds: 60 })
  })

  it('goes on counting where the disk takes nothing more', async () => {
    await gate().choose('2580')
    const one = gate()
    const file = join(dataDir, PIN_FILE)
    const kept = readFileSync(file)
    for (let n = 0; n < 5; n += 1) {
      expect(await one.try('0001')).toBe('wrong')
      // As if the write had not come through.
      writeFileSync(file, kept)
    }
    expect(await one.try('2580')).toBe('wait')
  })

  it.each(['', '{}', 'null', '{"version":1,"salt":"AA==","hash":"AA=="}'])(
    'stays shut where its file is damaged: %j',
    async (text) => {
      await gate().choose('2580')
      writeFileSync(join(dataDir, PIN_FILE), text)
      expect(gate().state()).toEqual({ kind: 'damaged' })
      expect(await gate().try('2580')).toBe('damaged')
      expect(await gate().choose('1357')).toBe('has-one')
    }
  )

  it('is changed by whoever knows it, and a wrong guess there counts like any other', async () => {
    await gate().choose('2580')
    expect(await gate().change('0001', '1357')).toBe('wrong')
    expect(await gate().change('2580', '1111')).toBe('easy')
    expect(await gate().change('2580', '1357')).toBe('chosen')
    expect(await gate().try('2580')).toBe('wrong')
    expect(await gate().try('1357')).toBe('right')
  })

  it('says so where it cannot be kept', async () => {
    if (process.getuid?.() === 0) {
      // Root writes anywhere: a file in the folder's place stops it.
      rmSync(dataDir, { recursive: true })
      writeFileSync(dataDir, '')
    } else chmodSync(dataDir, 0o500)
    expect(await gate().choose('2580')).toBe('unwritable')
  })
})
