import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { typedCodeOf } from '../../../src/domain/screen/pairing-code.ts'
import { createPairing, type Pairing } from '../../../src/main/screens/pairing.ts'

const MINUTE = 60_000
const SCREEN = { name: 'Front', locationId: 94451, board: null }

let dataDir: string
let nowMs: number
let pairing: Pairing

function open(): Pairing {
  return createPairing({ dataDir, nowMs: () => nowMs, elapsedMs: () => nowMs, warn: () => undefined })
}

function waitOf(ticket: string | null, address = '10.0.0.7'): { readonly ticket: string; readonly code: string } {
  const waited = pairing.wait(ticket, address)
  if (waited.kind !== 'code') throw new Error('it is paired')
  return waited
}

function tokenOf(ticket: string): string {
  const waited = pairing.wait(ticket, '10.0.0.7')
  if (waited.kind !== 'paired') throw new Error('it is not paired')
  return waited.token
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-pairing-'))
  nowMs = Date.parse('2026-11-20T22:20:00Z')
  pairing = open()
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the code of a browser without a board', () => {
  it('has six letters and figures that nobody takes for one another, and is another one for each', () => {
    const codes = Array.from({ length: 60 }, (_, index) => waitOf(null, `10.0.0.${index}`).code)
    expect(new Set(codes).size).toBe(60)
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{3} [A-HJKMNP-Z2-9]{3}$/)
  })

  it('stays while the browser asks again, and changes after ten minutes; the old one is nobody’s', () => {
    const { ticket, code } = waitOf(null)
    nowMs += 9 * MINUTE
    expect(waitOf(ticket).code).toBe(code)
    nowMs += MINUTE
    // Not asked again yet: the code on the glass is old all the same.
    expect(pairing.tryCode(code)).toEqual({ ok: false, fault: { kind: 'code-unknown' } })
    expect(waitOf(ticket).code).not.toBe(code)
  })

  it('may be typed in small letters, with or without what stands between', () => {
    const { ticket, code } = waitOf(null)
    for (const typed of [code, code.toLowerCase(), code.replace(' ', ''), code.replace(' ', '-'), ` ${code} `])
      expect(pairing.tryCode(typed)).toEqual({ ok: true, ticket })
    expect(typedCodeOf('K7M 4Q0')).toBeNull()
    expect(typedCodeOf('K7M 4Q')).toBeNull()
  })

  it('cannot be guessed: after ten wrong ones in a minute none is looked at, also the right one', () => {
    const { ticket, code } = waitOf(null)
    const wrong = code.startsWith('A') ? 'BBBBBB' : 'AAAAAA'
    for (let count = 0; count < 10; count += 1) {
      expect(pairing.tryCode(wrong)).toEqual({ ok: false, fault: { kind: 'code-unknown' } })
      nowMs += 1000
    }
    expect(pairing.tryCode(code)).toEqual({ ok: false, fault: { kind: 'wait', seconds: 50 } })
    nowMs += 50_000
    expect(pairing.tryCode(code)).toEqual({ ok: true, ticket })
  })

  it('that has not its shape counts as no attempt', () => {
    const { ticket, code } = waitOf(null)
    for (let count = 0; count < 30; count += 1)
      expect(pairing.tryCode('12')).toEqual({ ok: false, fault: { kind: 'code-shape' } })
    expect(pairing.tryCode(code)).toEqual({ ok: true, ticket })
  })

  it('is not pushed out by another machine that asks for codes without end', () => {
    const { ticket, code } = waitOf(null)
    for (let count = 0; count < 500; count += 1) pairing.wait(null, '10.0.0.66')
    expect(waitOf(ticket).code).toBe(code)
  })
})

describe('a paired browser', () => {
  it('is given a token once its code was typed, is known by it after a restart, and by nothing else', () => {
    const { ticket } = waitOf(null)
    const paired = pairing.pair(ticket, SCREEN)
    const token = tokenOf(ticket)
    // An answer may be lost on its way.
    expect(tokenOf(ticket)).toBe(token)
    expect(pairing.pair(ticket, SCREEN)).toBeNull()
    pairing = open()
    expect(pairing.find(token)).toEqual(paired)
    for (const other of ['', 'x', token.slice(1), paired?.tokenHash ?? '', ticket])
      expect(pairing.find(other)).toBeNull()
  })

  it('has its token nowhere on the disk, and a file that its owner alone can read', () => {
    const { ticket } = waitOf(null)
    pairing.pair(ticket, SCREEN)
    const file = join(dataDir, 'paired-screens.json')
    expect(readFileSync(file, 'utf8')).not.toContain(tokenOf(ticket))
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('is nobody’s once it is unpaired', () => {
    const { ticket } = waitOf(null)
    const paired = pairing.pair(ticket, SCREEN)
    const token = tokenOf(ticket)
    pairing.unpair(paired?.id ?? '')
    expect(pairing.find(token)).toBeNull()
    expect(open().find(token)).toBeNull()
  })

  it('is said to have been seen, written down once a minute at most', () => {
    const paired = pairing.pair(waitOf(null).ticket, SCREEN)
    const seenAt = (): number | null | undefined => open().list()[0]?.lastSeenAtMs
    pairing.seen(paired?.id ?? '')
    const first = nowMs
    nowMs += 30_000
    pairing.seen(paired?.id ?? '')
    expect(seenAt()).toBe(first)
    nowMs += 30_000
    pairing.seen(paired?.id ?? '')
    expect(seenAt()).toBe(nowMs)
  })

  it.each(['{', '{"version":1,"screens":[{"id":"x"}]}'])('of a damaged file (%s) is put aside with it', (text) => {
    writeFileSync(join(dataDir, 'paired-screens.json'), text)
    expect(open().list()).toEqual([])
    expect(readdirSync(dataDir)).toEqual(['paired-screens.json.damaged-2026-11-20T22-20-00-000Z'])
  })
})
