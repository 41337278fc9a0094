import { parseArgs } from 'node:util'
import { parseInstant, parseLocationId } from '../http/board-query.ts'

export interface ServeOptions {
  readonly port: number
  readonly host: string
  /** Boards for everybody who reaches the address, paired or not. */
  readonly open: boolean
  readonly dataDir: string | null
  readonly demo: boolean
  readonly setup: boolean
  readonly syncIntervalMs: number | null
}

export type Command =
  | { readonly kind: 'help' }
  | ({ readonly kind: 'serve' } & ServeOptions)
  | { readonly kind: 'reset-pin'; readonly dataDir: string | null }
  | { readonly kind: 'sync'; readonly dataDir: string | null; readonly demo: boolean }
  | {
      readonly kind: 'board'
      readonly dataDir: string | null
      readonly demo: boolean
      readonly locationId: number
      readonly atMs: number | null
      readonly groupId: number | null
      readonly customer: 'recreational' | 'medical'
    }

/** `message` is one line that names the option. */
export type CommandLine =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly message: string }

export const HELP = `Topshelf: menu boards for cannabis dispensaries.

Commands
  serve [options]                 syncs and serves boards over HTTP until stopped
    --port NUMBER                 port to listen on, 0 takes any free one (4747)
    --host ADDRESS                address to listen on (127.0.0.1); screens of a network are paired at /pair
    --open                        boards for everybody in that network, paired or not
    --sync-interval SECONDS       how often changed prices are asked for (60)
    --setup                       with nothing configured, offers first run at /setup
  sync                            one full sync into the data directory
  board --location ID [options]   a board as JSON, from local data alone
    --at INSTANT                  the board at an instant, e.g. 2026-11-20T16:20:00Z (now)
    --group ID                    for shoppers of a pricing group
    --customer KIND               recreational or medical (recreational)
  reset-pin                       forgets the PIN of the manager's window
  --help                          this text

Options of every command
  --data-dir DIR                  where data and settings are kept
  --demo                          the built-in demo store in place of Cova

Environment (options win over it, it wins over the settings file)
  TOPSHELF_DATA_DIR, COVA_API_URL, COVA_TOKEN_URL, COVA_COMPANY_ID, COVA_CLIENT_ID, COVA_CLIENT_SECRET, COVA_USERNAME,
  COVA_PASSWORD
`

const COMMON = {
  'data-dir': { type: 'string' },
  demo: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const
const RESET_PIN = { 'data-dir': COMMON['data-dir'], help: COMMON.help } as const
const SERVE = {
  ...COMMON,
  port: { type: 'string' },
  host: { type: 'string' },
  open: { type: 'boolean' },
  setup: { type: 'boolean' },
  'sync-interval': { type: 'string' }
} as const
const BOARD = {
  ...COMMON,
  location: { type: 'string' },
  at: { type: 'string' },
  group: { type: 'string' },
  customer: { type: 'string' }
} as const

const DEFAULT_PORT = 4747

function refused(message: string): CommandLine {
  return { ok: false, message }
}

/** Reads a command line (contract, Commands). */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const [name, ...rest] = args
  if (name === undefined) return refused('expected a command: serve, sync, board, reset-pin or --help')
  if (name === '--help' || name === '-h' || name === 'help') return { ok: true, command: { kind: 'help' } }
  try {
    switch (name) {
      case 'serve':
        return parseServe(rest)
      case 'sync': {
        const { values } = parseArgs({ args: [...rest], options: COMMON })
        if (values.help === true) return { ok: true, command: { kind: 'help' } }
        return { ok: true, command: { kind: 'sync', dataDir: values['data-dir'] ?? null, demo: values.demo ?? false } }
      }
      case 'reset-pin': {
        const { values } = parseArgs({ args: [...rest], options: RESET_PIN })
        if (values.help === true) return { ok: true, command: { kind: 'help' } }
        return { ok: true, command: { kind: 'reset-pin', dataDir: values['data-dir'] ?? null } }
      }
      case 'board':
        return parseBoard(rest)
      default:
        return refused(`unknown command ${name}: expected serve, sync, board, reset-pin or --help`)
    }
  } catch (error) {
    // parseArgs names the option; its advice on positional arguments is of no use here.
    return refused((error as Error).message.split('. ')[0] ?? 'the options cannot be read')
  }
}

function parseServe(args: readonly string[]): CommandLine {
  const { values } = parseArgs({ args: [...args], options: SERVE })
  if (values.help === true) return { ok: true, command: { kind: 'help' } }
  const port = values.port ?? String(DEFAULT_PORT)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return refused(`--port: expected a number from 0 to 65535, not ${port}`)
  if (values.host === '') return refused('--host: expected an address')
  const seconds = values['sync-interval']
  if (seconds !== undefined && !(/^\d+(\.\d+)?$/.test(seconds) && Number(seconds) > 0 && Number(seconds) <= 86_400))
    return refused(`--sync-interval: expected seconds, more than 0 and at most 86400, not ${seconds}`)
  return {
    ok: true,
    command: {
      kind: 'serve',
      port: Number(port),
      host: values.host ?? '127.0.0.1',
      open: values.open ?? false,
      dataDir: values['data-dir'] ?? null,
      demo: values.demo ?? false,
      setup: values.setup ?? false,
      syncIntervalMs: seconds === undefined ? null : Number(seconds) * 1000
    }
  }
}

function parseBoard(args: readonly string[]): CommandLine {
  const { values } = parseArgs({ args: [...args], options: BOARD })
  if (values.help === true) return { ok: true, command: { kind: 'help' } }
  if (values.location === undefined) return refused('--location: expected the id of a location')
  const locationId = parseLocationId(values.location)
  if (locationId === null)
    return refused(`--location: expected the id of a location, an integer, not ${values.location}`)
  const at = parseInstant('--at', values.at)
  if (!at.ok) return refused(at.message)
  const groupId = values.group === undefined ? null : parseLocationId(values.group)
  if (values.group !== undefined && groupId === null)
    return refused(`--group: expected the id of a pricing group, an integer, not ${values.group}`)
  const customer = values.customer ?? 'recreational'
  if (customer !== 'recreational' && customer !== 'medical')
    return refused(`--customer: expected recreational or medical, not ${customer}`)
  return {
    ok: true,
    command: {
      kind: 'board',
      dataDir: values['data-dir'] ?? null,
      demo: values.demo ?? false,
      locationId,
      atMs: at.value,
      groupId,
      customer
    }
  }
}
