import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve as absolutePath } from 'node:path'
import type { DemoStore } from '../../src/main/demo-store/demo-store.ts'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

export const root = absolutePath(import.meta.dirname, '../..')
const screens = join(root, 'test/output/screens')

/** Inclusive of tax: what a shopper pays is the price itself. */
export const hamilton = { locationId: 110502, name: 'Tern & Timber Hamilton' }

export interface DesktopApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** What the app wrote to stderr so far. */
  readonly stderr: () => string
  readonly close: () => Promise<void>
}

/** The runtime that the tests start: scripts/test-electron.ts found it. */
export function runtime(): string {
  const executable = process.env['TOPSHELF_TEST_ELECTRON']
  if (executable === undefined) throw new Error('run these tests by `npm run test:electron`')
  return executable
}

/** Arguments for the built app. Chromium does not start as root with its sandbox on. */
export function launchArguments(options: readonly string[] = []): string[] {
  const unsandboxed = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...unsandboxed, root, ...options]
}

/** The machine's environment without what configures Topshelf, and with what the test says. */
export function environmentWith(variables: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(COVA_|TOPSHELF_|ELECTRON_|NODE_)/.test(entry[0])
  )
  return { ...Object.fromEntries(inherited), ...variables }
}

/** Starts the built app, or what starts it, and waits for its window's page. */
export async function launchDesktop(
  variables: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  executablePath: string = runtime()
): Promise<DesktopApp> {
  const electron = await _electron.launch({
    executablePath,
    args: launchArguments(options),
    env: environmentWith(variables)
  })
  let stderr = ''
  electron.process().stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  // A busy machine takes its time over a first sync: what bounds a wait is the test's own time.
  electron.context().setDefaultTimeout(90_000)
  const page = await electron.firstWindow()
  await page.waitForSelector('main, [data-state]')
  return { electron, page, stderr: () => stderr, close: () => electron.close() }
}

/** Keeps a picture for whoever looks at the run, and gives its bytes. */
export async function keepScreen(page: Page, name: string): Promise<Buffer> {
  mkdirSync(screens, { recursive: true })
  return page.screenshot({ path: join(screens, `electron-${name}.png`) })
}

/** Opens the board anew with a page that stays: turning pages would take a price off the screen. */
export async function holdPage(page: Page): Promise<void> {
  await page.goto('app://topshelf/index.html?dwell=3600000')
  await page.waitForSelector('main.board[data-revision]')
}

/** Says plainly that something is not tried on this machine, and why; answers the reason. The run's sum counts it. */
export function tellSkipped(why: string): string {
  process.stdout.write(`skipped: ${why}\n`)
  return why
}

/** What makes the app a Cova store of the demo company. */
export function covaVariables(store: DemoStore, dataDir: string): Record<string, string> {
  return {
    TOPSHELF_DATA_DIR: dataDir,
    TOPSHELF_SYNC_INTERVAL_SECONDS: '1',
    COVA_API_URL: store.url,
    COVA_TOKEN_URL: store.tokenUrl,
    COVA_COMPANY_ID: store.credentials.companyId,
    COVA_CLIENT_ID: store.credentials.clientId,
    COVA_CLIENT_SECRET: store.credentials.clientSecret,
    COVA_USERNAME: store.credentials.username,
    COVA_PASSWORD: store.credentials.password
  }
}

/** No tier, no group, no shelf, no sale: its cell shows the price that is set. */
export function hasOnePlainPrice(store: DemoStore, productId: string): boolean {
  const entries = store.state.pricesAt(productId, hamilton.locationId)
  return (
    entries.length === 1 && entries[0]!.tier === null && entries[0]!.shelf === null && entries[0]!.sales.length === 0
  )
}

/** A port that nobody has just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
