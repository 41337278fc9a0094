import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BoardItem, BoardRung, BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import { intercept } from '../intercept.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  startManagerHost,
  type ManagerHost
} from './manager-host.ts'

const STORE = 110501
let browser: Browser
let host: ManagerHost
let rendererDir: string
let items: readonly BoardItem[]

beforeAll(async () => {
  rendererDir = await builtRenderer()
  host = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: STORE })
  browser = await launchChromium()
  const response = await fetch(`${host.url}/api/boards/${STORE}`)
  items = ((await response.json()) as BoardSnapshot).items
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

/** A product with a base price of its own and a name that no other has. */
function plainItem(nth: number): { readonly item: BoardItem; readonly rung: BoardRung } {
  const plain = items.filter(
    ({ name, ladder }) =>
      ladder[0]?.quantity === '1' &&
      ladder[0].source === 'regular' &&
      ladder[0].taxes.length > 0 &&
      items.filter((other) => other.name === name).length === 1
  )
  const item = plain[nth]
  const rung = item?.ladder[0]
  if (item === undefined || rung === undefined) throw new Error('the demo store has no such product')
  return { item, rung }
}

const view = (page: Page) => page.locator('main.register-check')

async function fillLine(page: Page, index: number, texts: readonly string[]): Promise<void> {
  const line = page.locator('.receipt-line').nth(index)
  for (const [at, text] of texts.entries()) await line.locator('input').nth(at).fill(text)
}

/** Holds every call of a channel back until it is let go; counts them. */
async function holdCalls(
  page: Page,
  channel: string
): Promise<{ readonly release: () => void; readonly count: () => number }> {
  let count = 0
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await intercept(
    page,
    (path) => path.endsWith(`/calls/${channel}`),
    async (route) => {
      count += 1
      await held
      await route.continue()
    }
  )
  return { release, count: () => count }
}

/** What the store's clock says, as the form of a page that is still to be opened asks for it. */
async function setStoreClock(page: Page, now: () => { readonly day: string; readonly minute: number }): Promise<void> {
  await page.route(
    (url) => decodeURIComponent(url.pathname).endsWith('/calls/register:blank'),
    async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as { readonly answer: object }
      await route.fulfill({ response, json: { ...body, answer: { ...body.answer, ...now() } } })
    }
  )
}

/** "21 23:58": the day and the time that stand in the form. */
const shownWhen = (page: Page): Promise<string> =>
  page.locator('.receipt-when').evaluate((when) => {
    const of = (type: string): string => when.querySelector(`[data-type=${type}]`)?.textContent ?? ''
    return `${of('day')} ${of('hour')}:${of('minute')} ${of('dayPeriod').toLowerCase().replaceAll('.', '')}`
  })

async function untilWhen(page: Page, text: string): Promise<void> {
  await expect.poll(() => shownWhen(page), { timeout: 10_000 }).toBe(text)
}

describe('a typed receipt', () => {
  it('is put beside the board: one line agrees, one was charged too much, one is not known', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.waitForSelector('.receipt-line input')
    expect(await axeFindingsOn(page)).toEqual([])
    const [first, second] = [plainItem(0), plainItem(1)]
    await fillLine(page, 0, [first.item.name, '1', first.rung.price ?? '', first.rung.outTheDoor ?? ''])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add a line' }).click()
    await fillLine(page, 1, [second.item.name, '1', '', String(Number(second.rung.outTheDoor) + 50)])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add a line' }).click()
    await fillLine(page, 2, ['Snowy Owl', '2', '10', ''])
    await page.keyboard.press('Escape')
    await keepManagerScreen(page, 'register-typed')
    await page.getByRole('button', { name: 'Compare with the board' }).click()
    await page.waitForSelector('.check-table tbody tr')
    const kinds = await page.locator('.check-table tbody tr').evaluateAll((rows) => rows.map((row) => row.className))
    await keepManagerScreen(page, 'register-typed-result')
    expect(kinds).toEqual(['agrees', 'over', 'unchecked'])
    expect(await page.locator('.check-headline').innerText()).toBe('1 of 2 lines agree with the board.')
    await page.waitForFunction(() => document.querySelector('.score')?.textContent === '50%')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.locator('.check-results').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'register-typed-result')
    await page.close()
  })

  it('by the keyboard alone: a product chosen from the list, Enter, and what is wrong gets the focus', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    const { item, rung } = plainItem(2)
    await page.waitForSelector('.receipt-line input')
    await page.getByRole('tab', { name: 'Type a receipt' }).focus()
    // Past the day and the time, which are today and now.
    while (
      !(await page
        .locator('.receipt-line input')
        .first()
        .evaluate((input) => input === document.activeElement))
    )
      await page.keyboard.press('Tab')
    await page.keyboard.type(item.name.slice(0, Math.max(4, item.name.length - 2)))
    // The list follows what is typed a moment later, and has others whose names begin alike.
    await page.locator('.popover [role=option]').filter({ hasText: item.name }).first().waitFor()
    const chosen = page.locator('.popover [role=option][data-focused]').filter({ hasText: item.name })
    for (let n = 0; n < 20 && (await chosen.count()) === 0; n += 1) await page.keyboard.press('ArrowDown')
    await keepManagerScreen(page, 'register-product')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (name) => document.querySelector<HTMLInputElement>('.receipt-line input')?.value === name,
      item.name
    )
    await page.keyboard.press('Enter')
    await page.keyboard.type('one')
    await page.keyboard.press('Tab')
    await page.keyboard.type(rung.price ?? '')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.receipt-line .field-error:has-text("A quantity such as 3.5 is needed")')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'register-refused')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.check-table tr.agrees')
    await page.close()
  })

  it('that is typed anew counts once, and not at all when somebody says so', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`, { width: 1024, height: 768 })
    await page.waitForSelector('.receipt-line input')
    const { item, rung } = plainItem(3)
    const score = async (): Promise<number> => {
      const told = await host.call('register:score')
      if (!told.ok) throw new Error(told.message)
      return told.answer.lines
    }
    const before = await score()
    const compare = async (): Promise<void> => {
      await fillLine(page, 0, [item.name, '1', rung.price ?? ''])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Compare with the board' }).click()
      await page.waitForSelector('.check-table tr.agrees')
    }
    await compare()
    await page.locator('.kept-check', { hasText: 'This check counts in the score.' }).waitFor()
    expect(await score()).toBe(before + 1)
    await page.getByRole('button', { name: 'Type the next receipt' }).click()
    expect(await page.locator('.check-table').count()).toBe(0)
    // An earlier minute is one of before the board was shown: inquiry/register.test.ts has it.
    await compare()
    await page.locator('.kept-check', { hasText: 'It takes the place of the same receipt, checked at' }).waitFor()
    expect(await score()).toBe(before + 1)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'register-again-1024')
    await page.getByRole('button', { name: 'Do not count this check' }).click()
    await page.locator('.kept-check', { hasText: 'This check does not count any more.' }).waitFor()
    expect(await score()).toBe(before)
    await page.close()
  })

  it('that is half typed survives a sync and a look at the other tab', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.waitForSelector('.receipt-line input')
    await fillLine(page, 0, ['Half a na', '3'])
    await page.keyboard.press('Escape')
    await host.engine().syncOnce(() => undefined)
    await page.getByRole('tab', { name: 'Import a report' }).click()
    await page.getByRole('tab', { name: 'Type a receipt' }).click()
    expect(await page.locator('.receipt-line input').first().inputValue()).toBe('Half a na')
    await page.close()
  })
})

describe('the day and the time of a receipt', () => {
  const ago = (days: number): string => new Date(Date.now() - days * 24 * 60 * 60_000).toISOString().slice(0, 10)
  const dayOf = (text: string): string => String(Number(text.slice(8)))

  it('are now until somebody types others, also after midnight and for the next receipt', async () => {
    let now = { day: ago(3), minute: 23 * 60 + 58 }
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`, undefined, async (opened) => {
      await opened.clock.install()
      await setStoreClock(opened, () => now)
    })
    await page.waitForSelector('.receipt-line input')
    await untilWhen(page, `${dayOf(ago(3))} 11:58 pm`)
    await fillLine(page, 0, ['Snowy Owl', '1', '10'])
    await page.keyboard.press('Escape')
    now = { day: ago(2), minute: 7 }
    await page.clock.fastForward(60_000)
    await untilWhen(page, `${dayOf(ago(2))} 12:07 am`)
    expect(await page.locator('.receipt-line input').first().inputValue()).toBe('Snowy Owl')
    const compared = page.waitForRequest((request) => request.url().includes('check-lines'))
    await page.getByRole('button', { name: 'Compare with the board' }).click()
    expect((await compared).postDataJSON()).toMatchObject({ args: [{ day: ago(2), minute: 7 }] })
    await page.waitForSelector('.check-table tbody tr')

    // What was found stands beside its own minute.
    now = { day: ago(2), minute: 9 }
    const asked = page.waitForResponse((response) => response.url().includes('blank'))
    await page.clock.fastForward(60_000)
    await asked
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await shownWhen(page)).toBe(`${dayOf(ago(2))} 12:07 am`)
    await page.getByRole('button', { name: 'Type the next receipt' }).click()
    await untilWhen(page, `${dayOf(ago(2))} 12:09 am`)

    await page.locator('.receipt-when [data-type=minute]').focus()
    await page.keyboard.type('05')
    now = { day: ago(1), minute: 30 }
    const askedLater = page.waitForResponse((response) => response.url().includes('blank'))
    await page.clock.fastForward(60_000)
    await askedLater
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await shownWhen(page)).toBe(`${dayOf(ago(2))} 12:05 am`)
    await page.close()
  })
})

describe('a typed receipt that is changed', () => {
  it('says that what was found is of before, and can still take it out of the score', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.waitForSelector('.receipt-line input')
    const { item, rung } = plainItem(4)
    await fillLine(page, 0, [item.name, '1', rung.price ?? ''])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Compare with the board' }).click()
    await page.waitForSelector('.check-table tr.agrees')
    const note = page.getByText('The receipt was changed since. This is what was found before.')
    expect(await note.count()).toBe(0)
    await fillLine(page, 0, [item.name, '1', '99'])
    await page.keyboard.press('Escape')
    await note.waitFor()
    expect(await axeFindingsOn(page)).toEqual([])
    await page.locator('.check-results').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'register-changed')
    await page.getByRole('button', { name: 'Do not count this check' }).click()
    await page.locator('.kept-check', { hasText: 'This check does not count any more.' }).waitFor()
    await page.getByRole('button', { name: 'Compare with the board' }).click()
    await page.waitForSelector('.check-table tr.over')
    expect(await note.count()).toBe(0)
    await page.getByRole('button', { name: 'Do not count this check' }).click()
    await page.close()
  })

  it('while it is compared keeps what is wrong beside its own line', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.waitForSelector('.receipt-line input')
    await fillLine(page, 0, ['First', '1', '10'])
    await page.keyboard.press('Escape')
    for (const [at, texts] of [
      [1, ['Second', 'two', '10']],
      [2, ['Third', '1', '10']]
    ] as const) {
      await page.getByRole('button', { name: 'Add a line' }).click()
      await fillLine(page, at, texts)
      await page.keyboard.press('Escape')
    }
    const calls = await holdCalls(page, 'register:check-lines')
    // Twice before the page has drawn the first.
    await page.locator('form.receipt').evaluate((form: HTMLFormElement) => {
      form.requestSubmit()
      form.requestSubmit()
    })
    await page.getByRole('button', { name: 'Comparing' }).waitFor()
    await page.getByRole('button', { name: 'Remove line 1' }).click()
    calls.release()
    await page.locator('.receipt-line .field-error:has-text("A quantity such as 3.5 is needed")').waitFor()
    expect(calls.count()).toBe(1)
    const wrong = page.locator('.receipt-line', { has: page.locator('.field-error') })
    expect(await wrong.locator('input').first().inputValue()).toBe('Second')
    await page.close()
  })
})

/** A report of so many lines, sold just now; every fiftieth was charged a dollar too much. */
function reportOf(lines: number): string {
  const { item, rung } = plainItem(0)
  // The stretch of what was shown began with this test.
  const at = new Date().toISOString().slice(0, 19) + '+00:00'
  const rows = ['Transaction ID,Customer Name,Sold At,Product Name,Qty,Net Sales,Total']
  for (let n = 0; n < lines; n += 1) {
    const extra = n % 50 === 7 ? 1 : 0
    const net = (Number(rung.price) + extra).toFixed(2)
    const total = (Number(rung.outTheDoor) + extra).toFixed(2)
    rows.push(`R${n},"Smith, Jane",${at},${item.name},1,${net},${total}`)
  }
  rows.push(`R-bad,x,yesterday,${item.name},1,1,1`)
  return rows.join('\n')
}

async function chooseFile(page: Page, text: string | Buffer, name = 'line-items.csv'): Promise<void> {
  await page.getByRole('tab', { name: /Import|Importer|Importar/ }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Choose a file|^Choisir un fichier|^Elegir un archivo/ }).click()
  const buffer = typeof text === 'string' ? Buffer.from(text) : text
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer })
}

describe("the register's report", () => {
  it('is mapped once, read with its progress, and told worst first', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.getByRole('tab', { name: 'Import a report' }).click()
    await keepManagerScreen(page, 'register-choose')
    expect(await axeFindingsOn(page)).toEqual([])
    await chooseFile(page, reportOf(5000))
    await page.waitForSelector('.mapping')
    expect(await axeFindingsOn(page)).toEqual([])
    expect(await page.locator('.mapping').innerText()).toContain(
      'Never read, because they may be about the customer: Customer Name.'
    )
    await keepManagerScreen(page, 'register-mapping')
    // What is about the customer stands in the list, and cannot be chosen.
    await page
      .getByRole('button', { name: /^Product Name Product name|Product name/ })
      .first()
      .click()
    const customer = page.getByRole('option', { name: /Customer Name/ })
    expect(await customer.getAttribute('aria-disabled')).toBe('true')
    await keepManagerScreen(page, 'register-columns')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Check line-items.csv' }).click()
    await page.waitForSelector('.check-table tbody tr', { timeout: 60_000 })
    expect(await page.locator('.check-headline').innerText()).toBe('4,900 of 5,000 lines agree with the board.')
    expect(await page.locator('.malformed').innerText()).toContain('“yesterday” is no date and time as chosen.')
    expect(await page.locator('.check-table tbody tr').count()).toBe(50)
    await page.locator('.register-check h1').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'register-report')
    await page.getByRole('button', { name: 'Show more lines' }).click()
    await page.waitForFunction(() => document.querySelectorAll('.check-table tbody tr').length === 100)
    expect(await view(page).innerText()).not.toContain('Smith')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.locator('.malformed').scrollIntoViewIfNeeded()
    await keepManagerScreen(page, 'register-report-end')
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await chooseFile(page, reportOf(10))
    await page.waitForSelector('.mapping')
    expect(await page.locator('.mapping .lead').innerText()).toBe('These columns were chosen the last time.')
    await page.close()
  })

  it('is read once, however often it is pressed, and not at all once another is asked for', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await chooseFile(page, reportOf(50))
    await page.waitForSelector('.mapping')
    const calls = await holdCalls(page, 'register:import-map')
    const pressTwice = (): Promise<void> =>
      page.locator('form.mapping').evaluate((form: HTMLFormElement) => {
        form.requestSubmit()
        form.requestSubmit()
      })
    await pressTwice()
    await pressTwice()
    calls.release()
    await page.waitForSelector('.check-headline')
    expect(await page.locator('.check-headline').innerText()).toBe('49 of 50 lines agree with the board.')
    expect(calls.count()).toBe(1)
    await page.unrouteAll()

    await page.getByRole('button', { name: 'Choose another file' }).click()
    await chooseFile(page, reportOf(50))
    await page.waitForSelector('.mapping')
    const others = await holdCalls(page, 'register:import-map')
    const answered = page.waitForResponse((response) => response.url().includes('import-map'))
    await page.getByRole('button', { name: 'Check line-items.csv' }).click()
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.waitForSelector('.drop')
    others.release()
    await answered
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await page.locator('.drop').count()).toBe(1)
    expect(await page.locator('.checking, .check-headline, .choose-report .alert').count()).toBe(0)
    // It is refused and asked for again: the second time counts.
    await chooseFile(page, 'Sold,SKU,How many,Total\n2026-11-20 10:00,A,1,2\n')
    await page.waitForSelector('.mapping')
    for (let presses = 0; presses < 2; presses += 1) {
      const refused = page.waitForResponse((response) => response.url().includes('import-map'))
      await page.getByRole('button', { name: /^Check / }).click()
      await refused
      await page.waitForSelector('.mapping .field-error:has-text("Choose the column for")')
    }
    await page.close()
  })

  it('without times asks for their column, or whether the day will do, and says how it compared', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`, { width: 1280, height: 720 })
    const { item, rung } = plainItem(0)
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Regina' }).format()
    await chooseFile(page, `Day,SKU,Product Name,Qty,Total\n${day},,${item.name},1,${rung.outTheDoor}\n`)
    await page.waitForSelector('.mapping')
    await page.getByRole('button', { name: /^(Not in this report )?Date|^Date/ }).click()
    await page.getByRole('option', { name: /^Day/ }).click()
    await page.getByRole('button', { name: 'Check line-items.csv' }).click()
    await page.waitForSelector('.mapping .field-error:has-text("tells the day alone")')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'register-no-times')
    const byDay = page.getByRole('checkbox', { name: /^This report tells no time of day/ })
    await byDay.focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Check line-items.csv' }).click()
    await page.waitForSelector('.check-headline')
    expect(await page.locator('.by-day').innerText()).toContain('compared with everything the board showed on its day')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'register-by-day')
    await page.close()
  })

  it('is refused beside the column that is missing, and stopped on the way', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await chooseFile(page, 'Sold,SKU,How many,Total\n2026-11-20 10:00,A,1,2\n')
    await page.waitForSelector('.mapping')
    await page.getByRole('button', { name: /^Check / }).click()
    await page.waitForSelector('.mapping .field-error:has-text("Choose the column for")')
    await keepManagerScreen(page, 'register-mapping-refused')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Choose another file' }).click()
    // The letters of old Windows, as some registers still write them.
    await chooseFile(page, Buffer.from('Quantité;Produit;Total;Date\r\n3,5;Thé;27,20;2026-11-20 10:00\r\n', 'latin1'))
    await page.waitForSelector('.mapping button:has-text("Quantité")')
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await chooseFile(page, 'no table at all', 'photo.csv')
    await page.waitForSelector('.alert:has-text("no first line")')
    await chooseFile(page, reportOf(60_000))
    await page.getByRole('button', { name: 'Check line-items.csv' }).click()
    await page.waitForSelector('.progress-fill')
    await page.waitForFunction(() => /[1-9]/.test(document.querySelector('.checking [role=status]')?.textContent ?? ''))
    await keepManagerScreen(page, 'register-progress')
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.waitForSelector('[role=status]:has-text("Stopped. Nothing of it was kept.")')
    await page.close()
  })
})

/** Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const text = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
    if (text.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

describe('a report by the keyboard alone', () => {
  it('is chosen, mapped, checked and left', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.waitForSelector('.receipt-line input')
    await tabTo(page, 'Type a receipt')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, 'Choose a file')
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    const text = reportOf(20).replace('Qty', 'How many')
    await (await chooser).setFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.waitForSelector('.mapping')
    // From the mapping's start on, without a mouse: the quantity's column, by its first letters.
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.popover [role=option]')
    await page.keyboard.type('How')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Check r.csv')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.check-headline')
    expect(await page.locator('.check-headline').innerText()).toBe('19 of 20 lines agree with the board.')
    await tabTo(page, 'Choose another file')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.drop')
    await page.close()
  })
})

describe('a sample from Cova', () => {
  it('is fetched by the keyboard, and says what came', async () => {
    const page = await openManagerPage(browser, host, `register-check?store=${STORE}`)
    await page.waitForSelector('.receipt-line input')
    const said = page.locator('.sample [role=status]')
    const before = await said.innerText()
    await tabTo(page, 'Fetch a sample now')
    const calls = await holdCalls(page, 'register:sample-now')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Fetching' }).waitFor()
    expect(await axeFindingsOn(page)).toEqual([])
    calls.release()
    await page.waitForFunction((text) => document.querySelector('.sample [role=status]')?.textContent !== text, before)
    expect(await said.innerText()).toMatch(/\d+ products fetched again from Cova, all as stored\.$/)
    await page.getByRole('button', { name: 'Fetch a sample now' }).waitFor()
    expect(await page.locator('.sample [role=alert]').count()).toBe(0)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'register-sample')
    await page.close()
  })

  it('that cannot be fetched says why', async () => {
    const frozen = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: STORE })
    try {
      const read = await frozen.call('settings:read')
      if (!read.ok) throw new Error(read.message)
      const saved = await frozen.call('settings:save', read.answer.revision, { frozen: true })
      if (!saved.ok) throw new Error(saved.message)
      await frozen.restart()
      const page = await openManagerPage(browser, frozen, `register-check?store=${STORE}`)
      await page.waitForSelector('.receipt-line input')
      await tabTo(page, 'Fetch a sample now')
      await page.keyboard.press('Enter')
      await page.locator('.sample [role=alert]').waitFor()
      expect(await page.locator('.sample [role=alert]').innerText()).toBe(
        'Cova cannot be asked now: syncing is frozen, or the first sync is still under way.'
      )
      expect(await page.getByRole('button', { name: 'Fetch a sample now' }).isEnabled()).toBe(true)
      expect(await axeFindingsOn(page)).toEqual([])
      await page.close()
    } finally {
      await frozen.close()
    }
  })
})

describe('in the other languages', () => {
  it.each([
    ['fr-CA', 'Vérifier la caisse', 'Comparer au tableau'],
    ['es-US', 'Revisar la caja', 'Comparar con el tablero']
  ])('%s: the view, its refusals and its answers', async (language, title, compare) => {
    const other = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: STORE, language })
    try {
      const page = await openManagerPage(browser, other, `register-check?store=${STORE}`)
      await page.waitForSelector('.receipt-line input')
      expect(await page.locator('h1').innerText()).toBe(title)
      await fillLine(page, 0, ['Snowy Owl', '1', '10'])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: compare }).click()
      await page.waitForSelector('.check-table tr.unchecked')
      await keepManagerScreen(page, `register-${language}`)
      expect(await axeFindingsOn(page)).toEqual([])
      await page.close()
    } finally {
      await other.close()
    }
  })
})
