import { beforeEach, describe, expect, it } from 'vitest'
import { createMachineUse, type MachineUse } from '../../../src/main/desktop/machine-use.ts'

const MINUTE_MS = 60_000

describe('a machine that an update must not take from somebody', () => {
  let mayBeTyping: boolean
  let idleSeconds: number
  let elapsedMs: number
  let use: MachineUse

  beforeEach(() => {
    mayBeTyping = false
    idleSeconds = 0
    elapsedMs = 0
    use = createMachineUse({
      mayBeTyping: () => mayBeTyping,
      idleSeconds: () => idleSeconds,
      elapsedMs: () => elapsedMs
    })
  })

  it('is one where a manager types; one who left the window open and went is nobody', () => {
    expect(use.isInUse()).toBe(false)
    mayBeTyping = true
    idleSeconds = 4 * 60
    expect(use.isInUse()).toBe(true)
    idleSeconds = 5 * 60
    expect(use.isInUse()).toBe(false)
  })

  it('is one where a shopper fills a kiosk’s basket', () => {
    use.kioskAsked()
    elapsedMs = 14 * MINUTE_MS
    expect(use.isInUse()).toBe(true)
    idleSeconds = 5 * 60
    expect(use.isInUse()).toBe(false)
  })

  it('is not one whose boards are touched, where nobody has a basket', () => {
    use.kioskAsked()
    elapsedMs = 15 * MINUTE_MS
    expect(use.isInUse()).toBe(false)
  })
})
