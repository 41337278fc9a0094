import { describe, expect, it } from 'vitest'
import {
  asAsked,
  type DarkMachine,
  isDark,
  litMachine,
  type PowerEvent,
  withPowerEvent
} from '../../../src/domain/watch/dark-machine.ts'

const after = (events: readonly PowerEvent[], machine: DarkMachine = litMachine): DarkMachine =>
  events.reduce((now, event) => withPowerEvent(now, event, 1000), machine)

describe('a machine that nobody can see', () => {
  it('sleeps until it wakes', () => {
    expect(isDark(after(['suspend']))).toBe(true)
    expect(isDark(after(['suspend', 'resume']))).toBe(false)
  })

  it('is locked until it is unlocked, through a sleep too', () => {
    expect(isDark(after(['lock-screen']))).toBe(true)
    expect(isDark(after(['lock-screen', 'suspend', 'resume']))).toBe(true)
    expect(isDark(after(['lock-screen', 'suspend', 'resume', 'unlock-screen']))).toBe(false)
    expect(isDark(after(['lock-screen', 'suspend', 'unlock-screen']))).toBe(false)
  })

  it('is awake a minute after it should sleep, whatever was said of its waking', () => {
    const asleep = after(['suspend'])
    expect(isDark(asAsked(asleep, false, 60_000))).toBe(true)
    expect(isDark(asAsked(asleep, false, 61_001))).toBe(false)
  })

  it('is unlocked once the system says so that said it was locked', () => {
    const locked = after(['lock-screen'])
    const confirmed = asAsked(locked, true, 2000)
    expect(isDark(confirmed)).toBe(true)
    expect(isDark(asAsked(confirmed, false, 3000))).toBe(false)
  })

  it('stays locked for a night where the system cannot be asked, and is watched again after that', () => {
    expect(isDark(asAsked(after(['lock-screen']), false, 15 * 3_600_000))).toBe(true)
    expect(isDark(asAsked(after(['lock-screen']), false, 17 * 3_600_000))).toBe(false)
  })
})
