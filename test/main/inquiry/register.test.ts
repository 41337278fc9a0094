import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BoardHistory, createBoardHistory } from '../../../src/main/board/board-history.ts'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import { createInquiries, type Inquiries } from '../../../src/main/inquiry/inquiries.ts'
import { defaultSettings } from '../../../src/main/settings/settings-file.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import type { ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import type { ImportBegun, ImportEnded, RegisterReport, TypedLine } from '../../../src/shared/manager/register.ts'
import {
  aLocation,
  aPrice,
  aProduct,
  aRate,
  aSale,
  aSet,
  aTierPrice,
  landPrices,
  makeDataDir,
  NO_OVERRIDES,
  openTestStore,
  passCatalogue,
  passLocations
} from '../store/store-fixture.ts'
import { HOUSE_AS_DELIVERED } from '../board/house-as-delivered.ts'

/** Noon in Regina on a Friday. */
const NOON = Date.parse('2026-11-20T18:00:00Z')
const MINUTE_MS = 60_000
const CATALOGUE = [
  {
    product: aProduct('wren', {
      name: 'Blue Wren',
      applicableTaxRateIds: ['gst', 'pst'],
      skus: [{ sku: 'BW-35', supplierId: null, supplier: null }],
      upcs: ['00628011001234']
    }),
    sets: [aSet(1, 'wren', [aPrice('10'), aTierPrice(4, '3.5', '24.29')])]
  },
  {
    product: aProduct('heron', {
      name: 'Grey Heron',
      applicableTaxRateIds: ['gst', 'pst'],
      measurementType: 'SingleUnit'
    }),
    sets: [aSet(1, 'heron', [aPrice('20', { sales: [aSale('15', NOON - 120 * MINUTE_MS, NOON - 30 * MINUTE_MS)] })])]
  }
]
const RATES = {
  taxRates: [
    aRate('gst', { rate: '0.05' }),
    aRate('pst', { name: 'PST', rate: '0.07' }),
    aRate('excise', { name: 'Excise', rate: '0.1' })
  ]
}

let store: StoreWriter
let boards: BoardService
let history: BoardHistory
let ask: Inquiries
let remembered: RegisterReport | null
let language: string | null
let dataDir: string

beforeEach(() => {
  // The shop opened three hours ago.
  vi.useFakeTimers({ now: NOON - 180 * MINUTE_MS })
  remembered = null
  language = null
  dataDir = makeDataDir()
  store = openTestStore(dataDir)
  passLocations(store, [aLocation(1)])
  passCatalogue(store, CATALOGUE, RATES)
  history = createBoardHistory(store.history)
  boards = createBoardService({ ...HOUSE_AS_DELIVERED, reader: store, history })
  openInquiries()
  boards.subscribeBoard({ locationId: 1, atMs: null, groupId: null, customer: 'recreational' }, () => {})
  vi.advanceTimersByTime(180 * MINUTE_MS)
})

function openInquiries(): void {
  ask = createInquiries({
    ownStoreId: () => null,
    sync: null,
    health: () => {
      throw new Error('this store has no health')
    },
    problems: () => [],
    lateFeeds: () => new Set(),
    reader: store,
    boards,
    nowMs: Date.now,
    settings: { ...defaultSettings, language },
    overrides: NO_OVERRIDES,
    marketRules: [],
    records: { history: store.history, register: store.register, bringUpToDate: history.flush },
    rememberedReport: () => remembered,
    sampleNow: async () => null
  })
}

afterEach(() => {
  history.stop()
  boards.stop()
  vi.useRealTimers()
})

async function answer<T>(reply: ManagerReply<T> | Promise<ManagerReply<T>>): Promise<T> {
  const settled = await reply
  if (!settled.ok) throw new Error(`${settled.field}: ${settled.message}`)
  return settled.answer
}

const typed = (product: string, quantity: string, amount: string, total: string | null = null): TypedLine => ({
  product,
  quantity,
  amount,
  total
})

/** A receipt of today at so many minutes past midnight. */
const check = (minute: number, lines: readonly TypedLine[], day = '2026-11-20', receipt: string | null = null) =>
  ask['register:check-lines']({ locationId: 1, day, minute, receipt, lines })

describe('a typed receipt', () => {
  it('that agrees, by name, SKU and barcode', async () => {
    const { lines, summary } = await answer(
      check(12 * 60 - 5, [
        typed('blue  wren', '3,5', '24,29', '27,20'),
        typed('628011001234', '3.5', '24.29'),
        typed('bw-35', '3.5', '24.29')
      ])
    )
    // The second and third are told without their taxes, and so is what the board said beside them.
    expect(lines.map(({ promised, isBeforeTax }) => [promised, isBeforeTax])).toEqual([
      ['$27.20', false],
      ['$24.29', true],
      ['$24.29', true]
    ])
    expect(lines.map(({ kind, productName }) => [kind, productName])).toEqual([
      ['agrees', 'Blue Wren'],
      ['agrees', 'Blue Wren'],
      ['agrees', 'Blue Wren']
    ])
    expect(summary.headline).toBe('3 of 3 lines agree with the board.')
  })

  it('that differs by a tax, with a sale that had ended, and an unknown product', async () => {
    const { lines, summary } = await answer(
      check(12 * 60 - 5, [
        typed('BW-35', '3.5', '24.29', '25.50'),
        typed('Grey Heron', '1', '15'),
        typed('Snowy Owl', '1', '12')
      ])
    )
    expect(lines.map(({ kind, difference, cause }) => [kind, difference, cause])).toEqual([
      ['under', '$1.70 less than the board said', 'The register left out PST, which the board adds.'],
      [
        'under',
        '$5.00 less than the board said',
        'The sale had ended at 11:30 am. The register still gave it; the board showed the regular price.'
      ],
      ['unchecked', null, 'No product of this store has this name or code.']
    ])
    expect(summary).toMatchObject({
      counts: { lines: 3, agreed: 0, over: 0, under: 2, unchecked: 1 },
      underText: '2 lines charged less, $6.70 in all.'
    })
  })

  it('of a minute in which the board changed may agree with either', async () => {
    vi.advanceTimersByTime(20_000)
    boards.applyChange(landPrices(store, [aSet(1, 'heron', [aPrice('22')])], Date.now()))
    vi.advanceTimersByTime(5 * MINUTE_MS)
    const { lines } = await answer(check(12 * 60, [typed('Grey Heron', '1', '20')]))
    expect(lines[0]?.kind).toBe('agrees')
    const later = await answer(check(12 * 60, [typed('Grey Heron', '1', '22')]))
    expect(later.lines[0]?.kind).toBe('agrees')
    const over = await answer(check(12 * 60 + 4, [typed('Grey Heron', '1', '20')]))
    expect(over.lines[0]?.cause).toContain('The register still charged the earlier one')
  })

  it('of a day that is not kept says so', async () => {
    const { lines } = await answer(check(12 * 60, [typed('Blue Wren', '1', '10')], '2026-10-01'))
    expect(lines[0]).toMatchObject({ kind: 'unchecked', cause: expect.stringContaining('30 days') as unknown })
  })

  it('of a day that is not kept any more says so, on a machine that has never been off', async () => {
    const dayMs = 24 * 60 * MINUTE_MS
    boards.applyChange(landPrices(store, [aSet(1, 'wren', [aPrice('11')])], Date.now()))
    vi.advanceTimersByTime(MINUTE_MS)
    history.flush()
    const board = { locationId: 1, groupId: null }
    store.history.goOn(board, NOON + 45 * dayMs)
    vi.setSystemTime(NOON + 45 * dayMs)
    store.retain(NOON + 15 * dayMs, NOON + 45 * dayMs)
    const { lines } = await answer(check(11 * 60, [typed('Blue Wren', '1', '10')]))
    expect(lines[0]).toMatchObject({ kind: 'unchecked', cause: expect.stringContaining('30 days') as unknown })
    const kept = await answer(check(11 * 60, [typed('Blue Wren', '1', '11')], '2026-12-10'))
    expect(kept.lines[0]?.kind).toBe('agrees')
  })

  it('is refused beside the field that is wrong, in the store’s language', async () => {
    const refusal = async (...args: Parameters<typeof check>) => {
      const reply = await check(...args)
      return reply.ok ? 'taken' : `${reply.field}: ${reply.message}`
    }
    expect(await refusal(12 * 60, [typed('Blue Wren', 'three', '10')])).toBe(
      'lines.0.quantity: A quantity such as 3.5 is needed.'
    )
    expect(await refusal(12 * 60, [typed('Blue Wren', '1', '10'), typed('', '1', '10')])).toBe(
      'lines.1.product: Type a name, a SKU or a barcode.'
    )
    expect(await refusal(12 * 60, [typed('Blue Wren', '1', 'ten')])).toMatch(/^lines\.0\.amount: /)
    expect(await refusal(12 * 60, [typed('Blue Wren', '1', '10', '1.2.3')])).toMatch(/^lines\.0\.total: /)
    expect(await refusal(12 * 60, [typed('Blue Wren', '1', '10')], '2026-02-30')).toMatch(/^day: /)
    for (const day of ['2026-13-01', '2026-00-10', '2026-01-00', '2026-99-99', '0000-00-00', '9999-12-32', '1', ''])
      expect(await refusal(12 * 60, [typed('Blue Wren', '1', '10')], day)).toMatch(/^day: /)
    expect(await refusal(12 * 60 + 1, [typed('Blue Wren', '1', '10')])).toBe('minute: This time is still to come.')
    expect(await refusal(12 * 60, [])).toMatch(/^lines\.0\.product: /)
    language = 'fr-CA'
    openInquiries()
    expect(await refusal(12 * 60, [typed('Blue Wren', 'trois', '10')])).toBe(
      'lines.0.quantity: Il faut une quantité comme 3,5.'
    )
  })

  it('is found by a part of its name and by what a scanner reads', async () => {
    expect(await answer(ask['register:find'](1, 'wre'))).toEqual([
      { productId: 'wren', name: 'Blue Wren', sku: 'BW-35' }
    ])
    expect(await answer(ask['register:find'](1, '628011001234'))).toHaveLength(1)
    expect(await answer(ask['register:find'](1, 'nothing'))).toEqual([])
  })
})

const HEADER =
  'Transaction ID,Patient Number,Customer Name,Phone,Sold At,SKU,Product Name,Qty,Net Sales,Discount,Total Tax,Total'

const row = (id: string, at: string, sku: string, quantity: string, net: string, tax: string, total: string): string =>
  `${id},P-77,"Smith, Jane",555-0100,${at},${sku},,${quantity},${net},0.00,${tax},${total}`

/** Sends a file the way the page does: head, mapping, pieces, end. */
async function importFile(
  text: string,
  options: { readonly report?: (begun: ImportBegun) => RegisterReport; readonly pieceLength?: number } = {}
): Promise<ImportEnded & { readonly importId: string; readonly begun: ImportBegun }> {
  const begun = await answer(ask['register:import-begin'](1, 'report.csv', text.length, text.slice(0, 65_536)))
  const { importId } = begun
  const report = options.report?.(begun) ?? {
    columns: begun.suggested,
    dateOrder: begun.dateOrder ?? 'ymd',
    decimals: begun.decimals ?? 'point'
  }
  await answer(ask['register:import-map'](importId, report))
  const length = options.pieceLength ?? 100_000
  for (let index = 0; index * length < text.length; index += 1)
    await answer(ask['register:import-chunk'](importId, index, text.slice(index * length, (index + 1) * length)))
  return { ...(await answer(ask['register:import-end'](importId))), importId, begun }
}

describe('a line-item report', () => {
  it('is read by its headers, and each line put beside the board', async () => {
    const text = [
      HEADER,
      row('R1', '2026-11-20 11:45:10', 'BW-35', '3.5', '24.29', '2.91', '27.20'),
      row('R2', '2026-11-20 11:46:00', 'BW-35', '3.5', '35.00', '4.20', '39.20'),
      row('R3', '2026-11-20 11:47:00', 'BW-35', '-3.5', '-24.29', '-2.91', '-27.20'),
      row('R4', '2026-11-20 11:48:00', 'ZZ-1', '1', '5.00', '0.60', '5.60')
    ].join('\r\n')
    const { summary, begun, importId } = await importFile(text)
    expect(begun.suggested).toEqual({
      receipt: 'Transaction ID',
      date: 'Sold At',
      code: 'SKU',
      name: 'Product Name',
      quantity: 'Qty',
      amount: 'Net Sales',
      discount: 'Discount',
      tax: 'Total Tax',
      total: 'Total'
    })
    expect(summary.counts).toEqual({ lines: 4, agreed: 2, over: 1, under: 0, unchecked: 1, malformed: 0 })
    expect(summary.overText).toBe('1 line charged more than the board said, $12.00 in all.')
    const { lines, total } = await answer(ask['register:import-lines'](importId, 0, 50))
    expect(total).toBe(2)
    expect(lines.map(({ lineNumber, kind }) => [lineNumber, kind])).toEqual([
      [3, 'over'],
      [5, 'unchecked']
    ])
    expect(lines[0]?.cause).toBe(
      'The register did not charge the price at 3.5\u00a0g for 3.5\u00a0g, but that of a smaller quantity.'
    )
  })

  it('keeps nothing about the customer: not to choose, not in an answer, not on the disk', async () => {
    const text = [HEADER, row('R1', '2026-11-20 11:45:10', 'BW-35', '3.5', '35.00', '4.20', '39.20')].join('\n')
    const { begun, importId } = await importFile(text)
    expect(begun.headers.filter(({ isAboutCustomer }) => isAboutCustomer)).toEqual([
      { header: 'Patient Number', isAboutCustomer: true, samples: [] },
      { header: 'Customer Name', isAboutCustomer: true, samples: [] },
      { header: 'Phone', isAboutCustomer: true, samples: [] }
    ])
    const page = await answer(ask['register:import-lines'](importId, 0, 50))
    for (const said of [begun, page]) {
      expect(JSON.stringify(said)).not.toContain('Smith')
      expect(JSON.stringify(said)).not.toContain('P-77')
    }
    const reply = await ask['register:import-begin'](1, 'report.csv', text.length, text)
    if (!reply.ok) throw new Error(reply.message)
    const report = {
      columns: { ...reply.answer.suggested, name: 'Customer Name' },
      dateOrder: 'ymd',
      decimals: 'point'
    } as const
    expect(await ask['register:import-map'](reply.answer.importId, report)).toMatchObject({
      ok: false,
      field: 'name',
      message: expect.stringContaining('never read') as unknown
    })
    store.retain(0, 0)
    for (const file of ['keep.sqlite', 'keep.sqlite-wal', 'cache.sqlite'])
      expect(readFileSync(join(dataDir, file)).includes('Smith')).toBe(false)
  })

  it('with malformed lines: each is named by its line, and the good ones count', async () => {
    const good = (id: string) => row(id, '2026-11-20 11:45', 'BW-35', '3.5', '24.29', '2.91', '27.20')
    const text = [
      HEADER,
      good('R1'),
      row('R2', '2026-11-20 11:45', 'BW-35', 'some', '24.29', '2.91', '27.20'),
      row('R3', 'yesterday', 'BW-35', '3.5', '24.29', '2.91', '27.20'),
      row('R4', '2026-11-21 11:45', 'BW-35', '3.5', '24.29', '2.91', '27.20'),
      'R5,P-77,"Smith, never closed',
      good('R6'),
      '',
      'R7,two,columns',
      good('R8'),
      `R9,${'x'.repeat(20_000)}`,
      `R10,P-77,"Smith,\nJane",555,2026-11-20 11:45,BW-35,"5"" pipe",3.5,24.29,0,2.91,27.20`,
      good('R11')
    ].join('\n')
    for (const pieceLength of [100_000, 7]) {
      const { summary, malformed } = await importFile(text, { pieceLength })
      expect(summary.counts).toMatchObject({ agreed: 5, malformed: 6 })
      expect(malformed).toEqual([
        { lineNumber: 3, why: '“some” in “Qty” is no number.' },
        { lineNumber: 4, why: '“yesterday” is no date and time as chosen.' },
        { lineNumber: 5, why: '“2026-11-21 11:45” is still to come.' },
        { lineNumber: 6, why: 'A quotation mark is opened and not closed.' },
        { lineNumber: 9, why: 'Nothing stands in “Sold At”.' },
        { lineNumber: 11, why: 'The line is too long to be one of a report.' }
      ])
    }
  })

  it('of 100,000 lines, in pieces', { timeout: 120_000 }, async () => {
    const lines = [HEADER]
    for (let n = 0; n < 100_000; n += 1) {
      const at = `2026-11-20 ${String(9 + (n % 2)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00`
      lines.push(
        n % 1000 === 7
          ? row(`R${n}`, at, 'BW-35', '3.5', '35.00', '4.20', '39.20')
          : row(`R${n}`, at, 'BW-35', '3.5', '24.29', '2.91', '27.20')
      )
    }
    const { summary, importId, checkId } = await importFile(lines.join('\n'), { pieceLength: 131_072 })
    expect(summary.counts).toEqual({ lines: 100_000, agreed: 99_900, over: 100, under: 0, unchecked: 0, malformed: 0 })
    expect(summary.headline).toBe('99,900 of 100,000 lines agree with the board.')
    expect(checkId).not.toBeNull()
    expect((await answer(ask['register:score']())).lines).toBe(100_000)
    const page = await answer(ask['register:import-lines'](importId, 80, 200))
    expect([page.total, page.lines.length]).toEqual([100, 20])
    expect((await answer(ask['register:score']())).share).toBe('99.9%')
  })

  it('separated by semicolons, with decimal commas, day first, in French', async () => {
    const text = [
      '\uFEFFNo de reçu;Date de vente;Heure;SKU;Quantité;Montant avant taxes;Total avec taxes;Nom du client',
      'F1;20/11/2026;11 h 45;BW-35;3,5;24,29 $;27,20 $;Tremblay',
      'F2;20/11/2026;11:46;BW-35;1;10,00 $;11,20 $;Roy'
    ].join('\n')
    const { summary, begun } = await importFile(text)
    expect(begun).toMatchObject({ delimiter: ';', dateOrder: 'dmy', decimals: 'comma' })
    expect(begun.suggested).toMatchObject({ date: 'Date de vente', time: 'Heure', total: 'Total avec taxes' })
    expect(summary.counts).toMatchObject({ agreed: 2, malformed: 0 })
  })

  it('asks how dates are written where the sample does not say, and remembers', async () => {
    const text = ['Date,SKU,Qty,Total', '11/10/2026 11:45 AM,BW-35,1,11.20', '12/10/2026 1:45 PM,BW-35,1,11.20'].join(
      '\n'
    )
    const begun = await answer(ask['register:import-begin'](1, 'report.csv', text.length, text))
    expect(begun.dateOrder).toBeNull()
    expect(begun.dateOrders).toEqual([
      { order: 'mdy', example: 'November 10, 2026' },
      { order: 'dmy', example: 'October 11, 2026' }
    ])
    const asked = { columns: begun.suggested, dateOrder: null, decimals: 'point' } as const
    expect(await ask['register:import-map'](begun.importId, asked)).toMatchObject({
      field: 'dateOrder',
      message: 'Say how “11/10/2026 11:45 AM” is to be read.'
    })
    remembered = { columns: begun.suggested, dateOrder: 'dmy', decimals: 'point' }
    const again = await answer(ask['register:import-begin'](1, 'report.csv', text.length, text))
    expect(again).toMatchObject({ isRemembered: true, dateOrder: 'dmy' })
    expect(await ask['register:import-map'](again.importId, { ...remembered, dateOrder: 'ymd' })).toMatchObject({
      ok: false,
      field: 'dateOrder'
    })
  })

  it('with headers that nobody knows is read by the only order that fits; days without a time are not enough', async () => {
    const columns = { date: 'When', code: 'What', quantity: 'How many', total: 'Paid' }
    const begin = (text: string) => answer(ask['register:import-begin'](1, 'r.csv', text.length, text))
    const map = async (text: string) => {
      const { importId, suggested } = await begin(text)
      expect(suggested).toEqual({})
      return ask['register:import-map'](importId, { columns, dateOrder: null, decimals: 'point' })
    }
    expect(await map('When,What,How many,Paid\n20/11/2026 11:45,BW-35,1,11.20\n')).toMatchObject({
      ok: true,
      answer: { dateOrder: 'dmy' }
    })
    expect(await map('When,What,How many,Paid\n20/11/2026,BW-35,1,11.20\n')).toMatchObject({
      ok: false,
      field: 'time',
      message: '“20/11/2026” tells the day alone. Choose the column of the time, or say that the report tells none.'
    })
    expect(await map('When,What,How many,Paid\nsoon,BW-35,1,11.20\n')).toMatchObject({ field: 'dateOrder' })
  })

  it('without times is compared with everything of its day, once somebody says so, and says so itself', async () => {
    const columns = { date: 'When', code: 'What', quantity: 'How many', total: 'Paid' }
    // The sale of 15.00 ended at 11:30; before and after it the price was 20.00.
    const lines = ['16.80', '22.40', '30.00']
    for (const midnight of ['', ' 00:00', ' 0:00:00']) {
      const text = ['When,What,How many,Paid', ...lines.map((paid) => `2026-11-20${midnight},heron,1,${paid}`)].join(
        '\n'
      )
      const begun = await answer(ask['register:import-begin'](1, 'r.csv', text.length, `${text}\n`))
      expect(begun.suggestedByDay).toBe(false)
      const asked = { columns, dateOrder: null, decimals: 'point' } as const
      expect(await ask['register:import-map'](begun.importId, asked)).toMatchObject({ ok: false, field: 'time' })
      const { importId, summary, note } = await importFile(text, {
        report: () => ({ ...asked, dateOrder: 'ymd', byDay: true })
      })
      expect(summary.counts).toMatchObject({ lines: 3, agreed: 2, over: 1, malformed: 0 })
      expect(note).toMatch(/^The report tells no time of day: each line was compared with everything/)
      const { lines: told } = await answer(ask['register:import-lines'](importId, 0, 50))
      // Beside the price of the day that is nearest to what was charged.
      expect(told).toMatchObject([{ difference: '$7.60 more than the board said', promised: '$22.40' }])
      expect(told[0]?.soldAt?.time).toBe('no time told')
    }
    remembered = { columns, dateOrder: 'ymd', decimals: 'point', byDay: true }
    const again = 'When,What,How many,Paid\n2026-11-20,heron,1,16.80\n'
    const begun = await answer(ask['register:import-begin'](1, 'r.csv', again.length, again))
    expect(begun).toMatchObject({ isRemembered: true, suggestedByDay: true, tellsTime: false })
    // One that tells its times is compared by the minute.
    const timed = 'When,What,How many,Paid\n2026-11-20 11:50,heron,1,16.80\n'
    const withTimes = await importFile(timed, { report: () => ({ columns, dateOrder: 'ymd', decimals: 'point' }) })
    expect(withTimes.begun).toMatchObject({ suggestedByDay: false, tellsTime: true })
    expect(withTimes).toMatchObject({ note: null, summary: { counts: { agreed: 0, under: 1 } } })
  })

  it('that is none, too large, mapped in part, cut in its middle or called off is refused in words', async () => {
    const begin = (text: string, bytes = text.length) => ask['register:import-begin'](1, 'f.csv', bytes, text)
    expect(await begin('')).toMatchObject({ ok: false, field: 'file' })
    expect(await begin('PK\u0003\u0004 no text')).toMatchObject({ ok: false, field: 'file' })
    expect(await begin(HEADER, 3e8)).toMatchObject({
      ok: false,
      field: 'file',
      message: expect.stringContaining('200 MB') as unknown
    })
    expect(await begin(Array.from({ length: 201 }, (_, n) => `c${n}`).join(','))).toMatchObject({
      ok: false,
      field: 'file'
    })
    const begun = await answer(begin(`${HEADER}\n`))
    const mapped = (columns: RegisterReport['columns']) =>
      ask['register:import-map'](begun.importId, { columns, dateOrder: 'ymd', decimals: 'point' })
    expect(await mapped({})).toMatchObject({ ok: false, field: 'date' })
    expect(await mapped({ date: 'Sold At', quantity: 'Qty', code: 'SKU' })).toMatchObject({ ok: false, field: 'total' })
    expect(await mapped({ date: 'Sold At', quantity: 'Qty', total: 'Total' })).toMatchObject({
      ok: false,
      field: 'code'
    })
    expect(await mapped({ date: 'Sold At', quantity: 'Qty', code: 'Qty' })).toMatchObject({
      ok: false,
      field: 'quantity'
    })
    expect(await mapped({ date: 'No such' })).toMatchObject({ ok: false, field: 'date' })
    await answer(mapped({ date: 'Sold At', quantity: 'Qty', code: 'SKU', total: 'Total' }))
    expect(await ask['register:import-chunk'](begun.importId, 1, 'x')).toMatchObject({ ok: false, field: 'file' })
    const other = await answer(begin(`${HEADER}\n`))
    await answer(ask['register:import-cancel'](other.importId))
    expect(await ask['register:import-end'](other.importId)).toMatchObject({ ok: false })
    expect((await answer(ask['register:score']())).lines).toBe(0)
  })
})

describe('the score', () => {
  it('counts the compared lines of 30 days, and not what could not be compared', async () => {
    await answer(check(11 * 60 + 55, [typed('Blue Wren', '1', '10'), typed('Snowy Owl', '1', '5')]))
    await answer(check(11 * 60 + 55, [typed('Blue Wren', '1', '11')]))
    expect(await answer(ask['register:score']())).toMatchObject({ share: '50%', lines: 2, agreed: 1 })
    // The same receipt again takes the place of the first.
    await answer(check(11 * 60 + 55, [typed('Blue Wren', '1', '11')]))
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 2 })
    // So does the same receipt with another minute, in another order, by a code, with another zero.
    const both = [typed('Blue Wren', '1', '10'), typed('Grey Heron', '1', '20')]
    const turned = [typed('Grey Heron', '1.0', '20.00'), typed('BW-35', '1', '10')]
    expect(await answer(check(11 * 60 + 50, both))).toMatchObject({ replaced: null })
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 4 })
    expect((await answer(check(11 * 60 + 52, turned))).replaced).toBe(
      'It takes the place of the same receipt, checked at 12:00 pm: it counts once.'
    )
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 4 })
    // A receipt that is known by its number is the same with its lines put right, and another with another number.
    await answer(check(11 * 60 + 40, both, '2026-11-20', 'A-17'))
    await answer(check(11 * 60 + 40, [...both, typed('Blue Wren', '2', '20')], '2026-11-20', ' a-17 '))
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 7 })
    const { checkId } = await answer(check(11 * 60 + 40, both, '2026-11-20', 'A-18'))
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 9 })
    // One that was typed wrongly is taken out.
    await answer(ask['register:forget-check'](checkId ?? 0))
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 7 })
    // Whoever still has it open takes nobody else's out.
    const { checkId: other } = await answer(check(11 * 60 + 40, both, '2026-11-20', 'A-19'))
    expect(other).not.toBe(checkId)
    await answer(ask['register:forget-check'](checkId ?? 0))
    expect(await answer(ask['register:score']())).toMatchObject({ lines: 9 })
    vi.setSystemTime(NOON + 31 * 24 * 60 * MINUTE_MS)
    expect(await answer(ask['register:score']())).toMatchObject({
      share: null,
      text: 'No receipt has been checked in the last 30 days.'
    })
  })
})
