import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PhoneAddress, PrintedPdf, PrintRequest } from '../../../src/shared/manager/print.ts'
import { pageTextsOf } from '../print/pdf-text.ts'
import { environmentOf, eventually, removeDir, type Serving, startServe, temporaryDir } from './serve-process.ts'

const REQUEST: PrintRequest = {
  kind: 'price-list',
  locationId: 110501,
  screen: null,
  set: { kind: 'classifications', paths: [['Topicals']] },
  paper: 'a4',
  language: 'fr-CA',
  soldOut: true,
  qrCode: true
}

let dir: string
let serving: Serving | null = null

beforeEach(() => void (dir = temporaryDir()))
afterEach(async () => {
  await serving?.stop('SIGKILL')
  removeDir(dir)
})

async function serve(...args: readonly string[]): Promise<(channel: string, ...given: unknown[]) => Promise<unknown>> {
  serving = await startServe(['--demo', ...args], environmentOf(null, dir))
  const base = `http://127.0.0.1:${new URL(serving.url).port}`
  let token = ''
  const call = async (channel: string, ...given: unknown[]): Promise<unknown> => {
    const response = await fetch(`${base}/manager/calls/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ args: given })
    })
    return response.json()
  }
  const chosen = (await call('gate:choose-pin', '2580')) as { answer: { token: string } }
  token = chosen.answer.token
  return call
}

type Printed = { readonly ok: true; readonly answer: PrintedPdf } | { readonly ok: false }

function firstPageOf(printed: Printed): ReturnType<typeof pageTextsOf>[number] | null {
  return printed.ok ? (pageTextsOf(Buffer.from(printed.answer.base64, 'base64'))[0] ?? null) : null
}

describe('the built program', () => {
  it('prints with its own fonts, from where it was built to', { timeout: 60_000 }, async () => {
    const call = await serve()
    // What is printed while the first sync is under way says that its prices are not verified.
    const page = await eventually(
      async () => firstPageOf((await call('print:pdf', REQUEST)) as Printed),
      (printed) => printed?.all.includes('Prix en date du') ?? false
    )
    expect(page?.size).toEqual([595.28, 841.89])
    expect(page?.all).not.toContain('non vérifiés')
    expect(page?.all).toMatch(/\d+,\d\d\u00a0\$/)
    // On loopback no phone could follow a code.
    expect(page?.all).not.toContain('sur votre téléphone')
    expect(await call('print:address', 110501, null)).toMatchObject({
      answer: { url: null, noPhones: 'this-machine-only', saves: false }
    })
    expect(await call('print:save', REQUEST)).toMatchObject({ ok: false, code: 'refused' })
  })

  it('knows its address in the network once it listens there', { timeout: 60_000 }, async () => {
    const call = await serve('--host', '0.0.0.0')
    const { answer } = (await call('print:address', 110501, null)) as { answer: PhoneAddress }
    // A machine without a network has none.
    if (answer.noPhones === 'no-network') return
    expect(answer.url).toMatch(
      new RegExp(`^http://.+:${new URL(serving?.url ?? '').port}/boards/110501\\?phone=1&link=[\\w-]{22}$`)
    )
    expect(answer.url).not.toContain('127.0.0.1')
    expect((await fetch(answer.url ?? '')).status).toBe(200)
    // From there it is another machine: without what the code carries it is shown nothing.
    expect((await fetch(`${new URL(answer.url ?? '').origin}/boards/110501?phone=1`)).status).toBe(401)
  })
})
