import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, FileChooser, Locator, Page } from 'playwright-core'
import { serveActionsOf } from '../../../src/main/cli/serve-actions.ts'
import { startEngine } from '../../../src/main/engine/start-engine.ts'
import type { Engine, Source } from '../../../src/main/engine/engine.types.ts'
import { createBoardServer } from '../../../src/main/http/board-server.ts'
import { addManagerRoutes } from '../../../src/main/http/manager-routes.ts'
import { settingsBorderOf } from '../../../src/main/http/settings-border.ts'
import { NO_NETWORK, type NetworkHost } from '../../../src/main/manager/network-handlers.ts'
import type { PrintHost } from '../../../src/main/manager/print-handlers.ts'
import { openManagerDesk } from '../../../src/main/manager/open-desk.ts'
import { SERVED_UPDATES, type UpdatesDesk } from '../../../src/main/manager/updates-calls.ts'
import type {
  ManagerAnswer,
  ManagerArgs,
  ManagerChannel,
  ManagerReply
} from '../../../src/shared/manager/manager-channels.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import { type PairedScreen, savePaired } from '../../../src/main/screens/paired-file.ts'
import { createScreensHost } from '../../../src/main/screens/screens-host.ts'
import { keepEngine } from '../../../src/main/setup/engine-keeper.ts'
import { SCREENS } from '../built-page.ts'

export const PIN = '2580'

/** A store of the demo company: exclusive taxes, Vancouver-like ladders. */
export interface ManagerHost {
  readonly url: string
  readonly dataDir: string
  /** The one that runs now: another after a change of the settings. */
  readonly engine: () => Engine
  /** A call over HTTP with a session of its own. */
  readonly call: <C extends ManagerChannel>(
    channel: C,
    ...args: ManagerArgs<C>
  ) => Promise<ManagerReply<ManagerAnswer<C>>>
  /** Ends the engine and starts the next, as a change of settings does. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The real engine over a source, synced once, with the real HTTP server and desk: `serve` in this process. */
export async function startManagerHost(
  rendererDir: string,
  source: Source,
  settings: Partial<Settings> = {},
  more: {
    readonly syncsByItself?: boolean
    readonly print?: PrintHost
    /** Who keeps the program up to date; `serve` has nobody. */
    readonly updates?: UpdatesDesk
    /** Screens that were paired before. */
    readonly paired?: readonly PairedScreen[]
    /** What the host of the screens takes for now. */
    readonly screensNowMs?: () => number
    /** An address of this machine; the one of the machine alone where nothing is said. */
    readonly listensOn?: string
    readonly network?: NetworkHost
  } = {}
): Promise<ManagerHost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-manager-'))
  saveSettings(dataDir, { ...loadSettings(dataDir).settings, source: source.kind, ...settings })
  if (more.paired !== undefined) savePaired(dataDir, more.paired)
  // Kept as `serve` keeps it, so that changed settings are taken up.
  const keeper = keepEngine({
    startEngine: (onDeath) =>
      startEngine({ dataDir, source, syncIntervalMs: 60_000, syncsByItself: more.syncsByItself ?? false }, onDeath),
    onRestarted: () => undefined,
    onProblem: (line) => console.error(line)
  })
  const started = await keeper.start()
  if (!started.ok) throw new Error(started.message)
  const synced = await started.engine.syncOnce(() => undefined)
  if (!synced.ok) throw new Error(synced.message ?? 'the first sync failed')
  const running = { engine: keeper.engine, problem: keeper.problem }
  const screens = createScreensHost(dataDir, (line) => console.error(line), {
    nowMs: more.screensNowMs ?? Date.now,
    elapsedMs: () => performance.now()
  })
  const desk = openManagerDesk({
    ...running,
    updates: more.updates ?? SERVED_UPDATES,
    dataDir,
    warn: (line) => console.error(line),
    actions: serveActionsOf({ kind: 'kept', keeper, source }, dataDir, () => []),
    screens: { screens, pairingAddress: () => `${url}/pair` },
    print: more.print ?? { listening: () => null, addresses: () => [], savePdf: null },
    network: more.network ?? NO_NETWORK
  })
  const { server, close } = createBoardServer({
    ...running,
    problem: () => running.problem()?.message ?? null,
    rendererDir,
    screens,
    network: settingsBorderOf(dataDir, false),
    language: () => loadSettings(dataDir).settings.language,
    extend: (routes) => addManagerRoutes(routes, desk, rendererDir)
  })
  await server.listen({ port: 0, host: more.listensOn ?? '127.0.0.1' })
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  let token: string | null = null

  async function post(channel: string, args: readonly unknown[]): Promise<unknown> {
    const response = await fetch(`${url}/manager/calls/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ args })
    })
    return response.json()
  }
  const chosen = (await post('gate:choose-pin', [PIN])) as { answer: { token: string } }
  token = chosen.answer.token

  return {
    url,
    dataDir,
    engine: () => {
      const engine = keeper.engine()
      if (engine === null) throw new Error('no engine runs')
      return engine
    },
    call: async (channel, ...args) => (await post(channel, args)) as ManagerReply<ManagerAnswer<typeof channel>>,
    restart: keeper.restart,
    close: async () => {
      await close()
      await keeper.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

/** Opens the manager's page at a view and unlocks it by the keyboard. */
export async function openManagerPage(
  browser: Browser,
  host: ManagerHost,
  hash = '',
  viewport = { width: 1440, height: 900 },
  /** What has to be there before the page is: its clock, an answer that is held back. */
  prepare: (page: Page) => Promise<void> = async () => undefined
): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await prepare(page)
  await page.goto(`${host.url}/manager${hash === '' ? '' : `#${hash}`}`)
  await page.waitForSelector('.gate input')
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.window .stage h1')
  return page
}

/** Twice around the longest page. */
const MOST_TABS = 200
/** To find a control by its name is slow, and it seldom becomes another element. */
const FOUND_ANEW_EVERY = 20

/**
 * Presses Tab until the control has the focus, from wherever that is now: it is reached, and not put there. Among things
 * that are one stop together it is another key.
 */
export async function tabTo(control: Locator, key = 'Tab'): Promise<void> {
  const page = control.page()
  // Not there yet is not out of reach: an engine that starts anew answers a moment later.
  await control.first().waitFor({ state: 'attached', timeout: 20_000 })
  for (let presses = 0; presses <= MOST_TABS; presses += 1) {
    if (presses % FOUND_ANEW_EVERY === 0) await control.evaluateAll((wanted) => Object.assign(window, { wanted }))
    if (await page.evaluate(hasWantedFocus)) return
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard does not reach ${String(control)}`)
}

function hasWantedFocus(): boolean {
  const { wanted } = window as unknown as { readonly wanted: readonly Element[] }
  return wanted.some((one) => one === document.activeElement)
}

/** Goes there by Tab, and presses it. */
export async function pressByKey(control: Locator): Promise<void> {
  await tabTo(control)
  await control.page().keyboard.press('Enter')
}

/** Goes to the button that asks for a file, presses it, and takes one. */
export async function chooseByKey(control: Locator, file: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  const chooser = control.page().waitForEvent('filechooser')
  await pressByKey(control)
  await (await chooser).setFiles(file)
}

/** Chooses one of the wall's screens, which are one stop together. */
export async function chooseScreenByKey(page: Page, name: RegExp): Promise<void> {
  await tabTo(page.locator('.wall').getByRole('option'))
  await page.keyboard.press('Home')
  await tabTo(page.getByRole('option', { name }), 'ArrowRight')
  await page.keyboard.press('Enter')
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds on the page, in words; boards of a preview are tested as boards. */
export async function axeFindingsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (context: unknown) => Promise<{ violations: AxeFinding[] }> } }).axe
    interface AxeFinding {
      readonly id: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
    }
    const { violations } = await axe.run({ include: ['body'], exclude: ['.preview-board'] })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`
    )
  })
}

/** Keeps a picture of the page for whoever looks at the run. */
export async function keepManagerScreen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENS, `manager-${name}.png`) })
}
