import { beforeEach, describe, expect, it } from 'vitest'
import { createOpenScreens, type OpenScreens, type ScreenDescription } from '../../../src/main/screens/open-screens.ts'
import type { ScreenOrder } from '../../../src/shared/screen-order.ts'

let nowMs: number
let gone: string[]
let screens: OpenScreens

beforeEach(() => {
  nowMs = 1_000_000
  gone = []
  screens = createOpenScreens(
    () => nowMs,
    (id) => gone.push(id)
  )
})

function browser(page: string, told: ScreenOrder[] = []): { readonly close: (engineEnded?: boolean) => void } {
  const close = screens.open({
    describe: (): ScreenDescription => ({
      page,
      locationId: 7,
      screen: null,
      board: null,
      setAs: null,
      place: { kind: 'browser', address: '10.0.0.7' }
    }),
    tell: (order) => told.push(order)
  })
  return { close }
}

describe('the screens of a host', () => {
  it('are told something one by one', () => {
    const [first, second]: ScreenOrder[][] = [[], []]
    browser('a', first)
    browser('b', second)
    expect(screens.tell('b', { kind: 'reload' })).toBe(true)
    expect(screens.tell('c', { kind: 'reload' })).toBe(false)
    expect([first, second]).toEqual([[], [{ kind: 'reload' }]])
  })

  it('have been on all the time where their stream only came back, as it does with another engine', () => {
    const { close } = browser('a')
    screens.identified('a', { tab: 'tab', pairedId: 'p' })
    const since = nowMs
    nowMs += 60_000
    close()
    expect(gone).toEqual(['p'])
    nowMs += 5000
    browser('b')
    screens.identified('b', { tab: 'tab', pairedId: 'p' })
    expect(screens.list()).toMatchObject([{ page: 'b', pairedId: 'p', sinceMs: since }])
  })

  it('are on since they came back where they were away', () => {
    const { close } = browser('a')
    screens.identified('a', { tab: null, pairedId: 'p' })
    close()
    nowMs += 60_000
    browser('b')
    screens.identified('b', { tab: null, pairedId: 'p' })
    expect(screens.list()).toMatchObject([{ sinceMs: nowMs }])
  })

  it('are as they were for some seconds where their engine ended, and are not listed twice when they are back', () => {
    const since = nowMs
    const [first, second] = [browser('a'), browser('b')]
    screens.identified('a', { tab: 'one', pairedId: null })
    screens.identified('b', { tab: 'two', pairedId: null })
    first.close(true)
    second.close(true)
    const tabs = (): readonly unknown[] =>
      screens.list().map(({ tab, isComingBack, sinceMs }) => [tab, isComingBack, sinceMs])
    expect(tabs()).toEqual([
      ['one', true, since],
      ['two', true, since]
    ])
    expect(screens.tell('a', { kind: 'reload' })).toBe(false)
    nowMs += 1000
    // Back, and not yet said which it is: it may be either.
    browser('c')
    expect(tabs()).toEqual([
      ['one', true, since],
      ['two', true, since]
    ])
    screens.identified('c', { tab: 'two', pairedId: null })
    expect(tabs()).toEqual([
      ['one', true, since],
      ['two', false, since]
    ])
    nowMs += 12_000
    expect(tabs()).toEqual([['two', false, since]])
  })

  it('are gone at once where their page was closed', () => {
    const { close } = browser('a')
    screens.identified('a', { tab: 'one', pairedId: 'p' })
    close()
    expect(screens.list()).toEqual([])
  })

  it('that were expected back in vain are on since they came', () => {
    const { close } = browser('a')
    screens.identified('a', { tab: null, pairedId: 'p' })
    close(true)
    nowMs += 5000
    expect(screens.list()).toHaveLength(1)
    nowMs += 60_000
    expect(screens.list()).toEqual([])
    browser('b')
    screens.identified('b', { tab: null, pairedId: 'p' })
    expect(screens.list()).toMatchObject([{ sinceMs: nowMs, isComingBack: false }])
  })

  it('are not renamed over the network where they are windows of this machine', () => {
    screens.open({
      describe: () => ({
        page: 'window display 1',
        locationId: 7,
        screen: null,
        board: null,
        setAs: null,
        place: { kind: 'display', display: null }
      }),
      tell: () => undefined
    })
    screens.identified('window display 1', { tab: 'x', pairedId: 'p' })
    expect(screens.list()).toMatchObject([{ tab: null, pairedId: null }])
  })
})
