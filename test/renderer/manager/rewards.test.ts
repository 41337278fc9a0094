import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { eventually } from '../../main/serve/serve-process.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import { intercept } from '../intercept.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  PIN,
  pressByKey,
  startManagerHost,
  tabTo,
  type ManagerHost
} from './manager-host.ts'

const REGINA = 110_501

let browser: Browser
let host: ManagerHost
let store: string

beforeAll(async () => {
  const rendererDir = await builtRenderer()
  host = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: REGINA })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

function stored() {
  return loadSettings(host.dataDir).settings.rewards
}

beforeEach(async () => {
  saveSettings(host.dataDir, { ...loadSettings(host.dataDir).settings, rewards: {}, language: null })
  const choices = await eventually(
    () => host.call('settings:choices'),
    ({ ok }) => ok
  )
  store = choices.ok ? (choices.answer.stores.find(({ locationId }) => locationId === REGINA)?.name ?? '') : ''
})

/** The store's form, opened by the keyboard. */
async function openRewards(page: Page): Promise<Locator> {
  page.setDefaultTimeout(12_000)
  const part = page.locator('[aria-labelledby=part-rewards]')
  const trigger = part.getByRole('button', { name: store })
  await trigger.waitFor()
  await pressByKey(trigger)
  const form = part.locator('.disclosure[data-expanded] form')
  await form.getByRole('button', { name: 'Add a reward' }).waitFor()
  return form
}

async function openSettings(): Promise<{ readonly page: Page; readonly form: Locator }> {
  const page = await openManagerPage(browser, host, 'settings')
  return { page, form: await openRewards(page) }
}

async function pickByKey(page: Page, select: Locator, option: string | RegExp): Promise<void> {
  await pressByKey(select)
  const wanted = page.getByRole('option', { name: option })
  await wanted.waitFor()
  await tabTo(wanted, 'ArrowDown')
  await page.keyboard.press('Enter')
  await wanted.waitFor({ state: 'detached' })
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

const selectIn = (form: Locator, label: string): Locator => form.getByRole('button', { name: new RegExp(`${label}$`) })

describe('the rewards of a store', () => {
  it('begin with Cova and its conditions, and are added, refused and saved by the keyboard alone', async () => {
    const { page, form } = await openSettings()
    const said = await form.innerText()
    for (const condition of [
      'Switch off every other loyalty programme, Cova’s own too.',
      'An order takes one reward.',
      'Rewards are a flat amount or a percentage off the cart.',
      'choose whether rewards apply before or after taxes. Choose the same here.',
      'Make no discount in Cova.',
      'Redeemed at the register, in Cova.'
    ])
      expect(said).toContain(condition)
    expect(await selectIn(form, 'Point of sale').innerText()).toContain('Cova')

    await pressByKey(form.getByRole('button', { name: 'Add a reward' }))
    // The keyboard goes on in the new reward.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('fieldset') !== null)).toBe(true)
    await page.keyboard.type('Five off')
    await type(page, form.getByLabel('Amount', { exact: true }), '0')
    await type(page, form.getByLabel('Points', { exact: true }), '12.5')
    await page.keyboard.press('Enter')
    await form.locator('.field-error:has-text("A reward of zero gives nothing")').waitFor()
    await form.locator('.field-error:has-text("Write whole points")').waitFor()
    await form.locator('.field-error:has-text("Choose before or after taxes")').waitFor()
    expect(await axeFindingsOn(page)).toEqual([])
    await form.scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'rewards-refused')
    expect(stored()).toEqual({})

    await pickByKey(page, selectIn(form, 'Taken'), 'before taxes')
    await type(page, form.getByLabel('Amount', { exact: true }), '5,00')
    await type(page, form.getByLabel('Points', { exact: true }), '100')
    await page.keyboard.press('Enter')
    await form.locator('.settings-saved:has-text("Five off: 5 off for 100 points")').waitFor()
    expect(stored()).toEqual({
      [REGINA]: {
        system: { kind: 'listed', id: 'cova' },
        takenFrom: 'before-taxes',
        rewards: [{ rewardId: 'five-off', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null }]
      }
    })
    await keepManagerScreen(page, 'rewards-saved')

    await pressByKey(form.getByRole('button', { name: 'Remove Five off' }))
    expect(await form.locator('fieldset').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add a reward')
    await pressByKey(form.getByRole('button', { name: /^Save rewards of/ }))
    await form.locator('.settings-saved').waitFor()
    expect(stored()[REGINA]?.rewards).toEqual([])
    await page.close()
  }, 60_000)

  it('“spend X, get Y” is refused beside its field, with what Cova can do', async () => {
    const { page, form } = await openSettings()
    await pickByKey(page, selectIn(form, 'Taken'), 'after taxes')
    await pressByKey(form.getByRole('button', { name: 'Add a reward' }))
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('fieldset') !== null)).toBe(true)
    await page.keyboard.type('Big spender')
    await pickByKey(page, selectIn(form, 'What it gives'), 'spend X, get Y')
    await pressByKey(form.getByRole('button', { name: /^Save rewards of/ }))
    const error = form.locator('.select .field-error')
    await error.filter({ hasText: 'Cova cannot run “spend X, get Y”' }).waitFor()
    await keepManagerScreen(page, 'rewards-spend-get')
    expect(stored()).toEqual({})
    await page.close()
  }, 60_000)

  it('at a system that is not listed wait for the answer what it is like, and then ask for the ID', async () => {
    const { page, form } = await openSettings()
    await pickByKey(page, selectIn(form, 'Point of sale'), 'Another one')
    expect(await form.innerText()).toContain('Until this is answered, no board shows its rewards.')
    expect(await form.locator('.reward-steps').count()).toBe(0)
    await pickByKey(page, selectIn(form, 'Taken'), 'after taxes')
    await type(page, form.getByLabel('What it is called'), 'Tillmate')
    await page.keyboard.press('Enter')
    await form.locator('.field-error:has-text("Say which of these it is like")').waitFor()
    await keepManagerScreen(page, 'rewards-question')
    await pickByKey(page, selectIn(form, 'Which of these is it like\\?'), /^Discount made in both, joined/)
    expect(await form.innerText()).toContain('Make the same discount in the point of sale.')
    await pressByKey(form.getByRole('button', { name: 'Add a reward' }))
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('fieldset') !== null)).toBe(true)
    await page.keyboard.type('Ten percent')
    await pickByKey(page, selectIn(form, 'What it gives'), 'a percentage off the basket')
    await type(page, form.getByLabel('Percentage', { exact: true }), '10')
    await type(page, form.getByLabel('Points', { exact: true }), '250')
    await page.keyboard.press('Enter')
    await form.locator('.field-error:has-text("Paste the ID that Tillmate has for the discount")').waitFor()
    await type(page, form.getByLabel('Discount ID'), 'D-77')
    await page.keyboard.press('Enter')
    await form.locator('.settings-saved').waitFor()
    expect(stored()[REGINA]).toMatchObject({
      system: { kind: 'other', name: 'Tillmate', like: 'mirrored' },
      takenFrom: 'after-taxes',
      rewards: [{ kind: 'percent', value: '10', points: 250, linkedId: 'D-77' }]
    })
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'rewards-other')
    await page.close()
  }, 60_000)

  it('that are refused bring the keyboard to the fault at once, and never again while somebody types', async () => {
    const { page, form } = await openSettings()
    await pressByKey(form.getByRole('button', { name: 'Add a reward' }))
    await type(page, form.getByLabel('Name', { exact: true }), 'Five off')
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await intercept(
      page,
      (path) => path.endsWith('/settings:read'),
      async (route) => {
        await held
        await route.continue()
      }
    )
    await page.keyboard.press('Enter')
    await form.locator('.field-error').first().waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-invalid]')?.textContent))
      .toContain('Choose before or after taxes')
    await type(page, form.getByLabel('Points', { exact: true }), '1')
    const read = page.waitForResponse((response) => /settings(:|%3A)read$/.test(response.url()))
    letGo()
    await read
    await page.waitForTimeout(500)
    await page.keyboard.type('00')
    expect(await form.getByLabel('Points', { exact: true }).inputValue()).toBe('100')
    await page.close()
  }, 60_000)

  it('stay half typed through a sync and a refresh', async () => {
    const { page, form } = await openSettings()
    await pressByKey(form.getByRole('button', { name: 'Add a reward' }))
    await type(page, form.getByLabel('Name', { exact: true }), 'Half a na')
    await host.engine().syncOnce(() => undefined)
    await page.waitForResponse((response) => /settings(:|%3A)read$/.test(response.url()), { timeout: 20_000 })
    await page.keyboard.type('me')
    expect(await form.getByLabel('Name', { exact: true }).inputValue()).toBe('Half a name')
    await page.close()
  }, 60_000)

  it('are set up by touch, with targets that a finger meets', async () => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, hasTouch: true })
    const page = await context.newPage()
    await page.goto(`${host.url}/manager#settings`)
    await page.locator('.gate input').first().fill(PIN)
    await page.keyboard.press('Enter')
    const part = page.locator('[aria-labelledby=part-rewards]')
    await part.getByRole('button', { name: store }).tap()
    const form = part.locator('.disclosure[data-expanded] form')
    await selectIn(form, 'Point of sale').tap()
    await page.getByRole('option', { name: 'Treez' }).tap()
    await form.getByRole('button', { name: 'Add a reward' }).tap()
    await form.getByLabel('Discount ID').waitFor()
    for (const control of await form.locator('button:visible, input:visible').all()) {
      const box = await control.boundingBox()
      expect(box?.height ?? 0, await control.innerText()).toBeGreaterThanOrEqual(40)
    }
    await keepManagerScreen(page, 'rewards-touch')
    // Nothing is wider than the window.
    expect(await page.evaluate(() => document.querySelector('.stage')?.scrollWidth ?? 0)).toBeLessThanOrEqual(
      1024 - 176
    )
    await form.getByRole('button', { name: 'Remove Reward 1' }).tap()
    expect(await form.locator('fieldset').count()).toBe(0)
    await context.close()
  }, 60_000)
})

describe('a board', () => {
  it('shows what was saved once its screen is set to, and says so in health where a reward no longer fits', async () => {
    const read = await host.call('settings:read')
    if (!read.ok) throw new Error(read.message)
    const saved = await host.call('settings:save', read.answer.revision, {
      rewards: {
        [REGINA]: {
          system: { kind: 'listed', id: 'cova' },
          takenFrom: 'before-taxes',
          rewards: [{ rewardId: null, name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null }]
        }
      },
      screens: { till: { rewardsPanel: true } }
    })
    expect(saved).toMatchObject({ ok: true })
    const board = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const open = async (query: string): Promise<boolean> => {
      const told = board.waitForResponse((response) => response.url().includes('/stream'))
      await board.goto(`${host.url}/boards/${REGINA}?dwell=400&${query}`)
      await told
      await board.waitForSelector('[data-state=board]')
      return board
        .waitForSelector('[data-reward="five-off"]', { timeout: 60_000 })
        .then(() => true)
        .catch(() => false)
    }
    await eventually(
      () => host.call('settings:choices'),
      ({ ok }) => ok
    )
    expect(await open('screen=till&theme=light')).toBe(true)
    expect((await board.locator('[data-reward]').innerText()).replaceAll(/\s+/g, ' ')).toBe(
      '$5.00 off 100 points Five off, before tax'
    )
    await board.close()

    const damaged = loadSettings(host.dataDir).settings
    const [five] = damaged.rewards[REGINA]?.rewards ?? []
    if (five === undefined) throw new Error('no reward was saved')
    const table = { ...damaged.rewards[REGINA], system: { kind: 'listed', id: 'treez' } as const }
    saveSettings(host.dataDir, {
      ...damaged,
      rewards: { [REGINA]: { takenFrom: 'before-taxes', rewards: [five], ...table } }
    })
    await host.restart()
    const problems = await eventually(
      () => host.call('health:read'),
      (reply) => reply.ok
    )
    if (!problems.ok) throw new Error(problems.message)
    expect(JSON.stringify(problems.answer)).toContain('Paste the ID that Treez has for the discount')
  }, 120_000)
})
