import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPictureKeeper, type PictureKeeper } from '../../../src/main/pictures/picture-keeper.ts'
import { createPictureResizer, type PictureResizer } from '../../../src/main/pictures/picture-resizer.ts'
import { eventually } from '../serve/serve-process.ts'
import { pngOf, type PictureHost, send, startPictureHost } from './picture-host.ts'

let dir: string
let host: PictureHost
let resizer: PictureResizer
let keepers: PictureKeeper[]
/** What was told, a set for each time. */
let told: ReadonlySet<string>[]

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'topshelf-pictures-'))
  host = await startPictureHost()
  resizer = createPictureResizer()
  keepers = []
  told = []
})
afterEach(async () => {
  for (const keeper of keepers) keeper.close()
  resizer.close()
  await host.close()
  rmSync(dir, { recursive: true, force: true })
})

function keep(more: Partial<Parameters<typeof createPictureKeeper>[0]> = {}): PictureKeeper {
  const keeper = createPictureKeeper({
    dir,
    resizer,
    rules: { trustedOrigin: host.origin },
    nowMs: Date.now,
    onChanged: (urls) => told.push(urls),
    passingWaitMs: 20,
    refusedWaitMs: 60_000,
    ...more
  })
  keepers.push(keeper)
  return keeper
}

const url = (name: string | number): string => `${host.origin}/${name}.png`
const there = (keeper: PictureKeeper, names: readonly (string | number)[]): (string | number)[] =>
  names.filter((name) => keeper.find(url(name)) !== null)

it('what screens show is fetched, four at a time and in their order, and told in one step', async () => {
  const png = await pngOf(700, 500)
  host.answer = (_path, response) => setTimeout(() => send(response, png), 20)
  const keeper = keep()
  const names = Array.from({ length: 12 }, (_, index) => index)
  expect(keeper.find(url(0))).toBeNull()
  keeper.want(new Set(names.map(url)))
  await eventually(
    async () => told.length,
    (count) => count > 0
  )
  expect(told).toEqual([new Set(names.map(url))])
  expect(there(keeper, names)).toEqual(names)
  expect(keeper.find(url(0))).toMatchObject({ widthPx: 480, heightPx: 343 })
  expect(host.most.atOnce).toBeLessThanOrEqual(4)
  expect(host.asked.slice(0, 4).sort()).toEqual(['/0.png', '/1.png', '/2.png', '/3.png'])
  expect(host.asked).toHaveLength(12)
})

it('what no screen shows is not asked for', async () => {
  const png = await pngOf(20, 20)
  host.answer = (_path, response) => send(response, png)
  const keeper = keep()
  keeper.want(new Set([url('a')]))
  await eventually(
    async () => told.length,
    (count) => count === 1
  )
  expect(there(keeper, ['a', 'b'])).toEqual(['a'])
  expect(host.asked).toEqual(['/a.png'])
})

it('what is on the disk is there after a restart, with nobody asked', async () => {
  const png = await pngOf(20, 20)
  host.answer = (_path, response) => send(response, png)
  const first = keep()
  first.want(new Set([url('a')]))
  await eventually(
    async () => told.length,
    (count) => count === 1
  )
  first.close()
  const second = keep()
  second.want(new Set([url('a')]))
  expect(there(second, ['a'])).toEqual(['a'])
  expect(host.asked).toEqual(['/a.png'])
})

it('another address is another picture', async () => {
  const [one, other] = [await pngOf(20, 20), await pngOf(40, 20)]
  host.answer = (path, response) => send(response, path === '/a.png' ? one : other)
  const keeper = keep()
  keeper.want(new Set([url('a')]))
  await eventually(
    async () => told.length,
    (count) => count === 1
  )
  keeper.want(new Set([url('b')]))
  await eventually(
    async () => told.length,
    (count) => count === 2
  )
  expect(keeper.find(url('a'))?.hash).not.toBe(keeper.find(url('b'))?.hash)
})

it('a host that is busy is asked again, each time later; what it gives then is shown', async () => {
  const png = await pngOf(20, 20)
  let nowMs = 1000
  host.answer = (_path, response) => {
    if (host.asked.length < 4) response.writeHead(503).end()
    else send(response, png)
  }
  const keeper = keep({ nowMs: () => nowMs })
  keeper.want(new Set([url('a')]))
  for (const [count, waitMs] of [20, 40, 80].entries()) {
    await eventually(
      async () => host.asked.length,
      (asked) => asked === count + 1
    )
    let waitedMs = 0
    while (host.asked.length === count + 1) {
      nowMs += 1
      waitedMs += 1
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    // The wait begins with the refusal, which may come after the first of these.
    expect(waitedMs).toBeGreaterThanOrEqual(waitMs)
  }
  await eventually(
    async () => there(keeper, ['a']),
    (found) => found.length === 1
  )
  expect(host.asked).toHaveLength(4)
  expect(keeper.problems()).toEqual([])
})

it('what is refused for good is asked once, and said in one line with its count', async () => {
  const png = await pngOf(20, 20)
  host.answer = (path, response) => {
    if (path === '/good.png') send(response, png)
    else if (path === '/page.png') send(response, Buffer.from('<html></html>'), 'text/html')
    else if (path === '/lie.png') send(response, Buffer.from('<html></html>'))
    else response.writeHead(404).end()
  }
  const keeper = keep()
  const inside = 'https://10.0.0.1/a.png'
  keeper.want(new Set([...['gone', 'lost', 'page', 'lie', 'good'].map(url), inside]))
  await eventually(
    async () => told.length,
    (count) => count === 1
  )
  expect(keeper.problems()).toMatchObject([
    {
      code: 'pictures-missing',
      message:
        '5 of 6 product pictures cannot be had (2 bad-status, 2 wrong-type, 1 private-address): their products show none, and they are tried again',
      locationId: null
    }
  ])
  keeper.want(new Set([url('gone'), url('good')]))
  expect(keeper.problems()[0]?.message).toMatch(/^1 of 2 .*\(1 bad-status\)/)
  keeper.want(new Set())
  expect(keeper.problems()).toEqual([])
  expect(host.asked.filter((path) => path === '/gone.png')).toHaveLength(1)
})

it('what fails after its screen was closed is no problem of anybody', async () => {
  const waiting: (() => void)[] = []
  host.answer = (_path, response) => waiting.push(() => response.writeHead(404).end())
  const keeper = keep()
  keeper.want(new Set([url('a')]))
  await eventually(
    async () => waiting.length,
    (count) => count === 1
  )
  keeper.want(new Set())
  waiting[0]?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(keeper.problems()).toEqual([])
})

it('a damaged file is fetched again while a screen shows it', async () => {
  const png = await pngOf(20, 20)
  host.answer = (_path, response) => send(response, png)
  const keeper = keep()
  keeper.want(new Set([url('a')]))
  await eventually(
    async () => told.length,
    (count) => count === 1
  )
  const hash = keeper.find(url('a'))?.hash ?? ''
  const [name = ''] = readdirSync(dir)
  writeFileSync(join(dir, name), 'damaged')
  expect(await keeper.read(hash)).toBeNull()
  await eventually(
    async () => told.length,
    (count) => count === 2
  )
  expect(await keeper.read(hash)).not.toBeNull()
  expect(host.asked).toEqual(['/a.png', '/a.png'])
})

it('where there is no room for what is shown, the rest shows none', async () => {
  const png = await pngOf(20, 20)
  host.answer = (_path, response) => send(response, png)
  const keeper = keep({ mostBytes: 10 })
  keeper.want(new Set([url('a')]))
  await eventually(
    async () => keeper.problems(),
    (problems) => problems.length === 1
  )
  expect(keeper.problems()[0]?.message).toContain('1 no-room')
  expect(readdirSync(dir)).toEqual([])
})

it('what is under way ends with the keeper, and nothing is told any more', async () => {
  host.answer = () => {}
  const keeper = keep()
  keeper.want(new Set([url('a')]))
  await eventually(
    async () => host.asked.length,
    (count) => count === 1
  )
  keeper.close()
  keeper.want(new Set([url('b')]))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(host.asked).toEqual(['/a.png'])
  expect(told).toEqual([])
})
