import { NO_PICTURES } from '../board/board-pictures.ts'
import { createBoardService } from '../board/board-service.ts'
import { cacheDirOf } from '../engine/cache-dir.ts'
import { readEnvironment } from '../settings/environment.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { openStoreReader, type OpenedReader } from '../store/open-store.ts'
import { createCorrectedClock, MACHINE_CLOCKS, seenAtMsOf } from '../sync/corrected-clock.ts'
import type { Command } from './command-line.ts'
import { dataDirOf } from './source-choice.ts'

/** A board as JSON on stdout, from local data alone, also while the app runs. Exit code 0, or 1 with the cause. */
export async function runBoard(command: Command & { kind: 'board' }): Promise<number> {
  const environment = readEnvironment(process.env)
  const dataDir = dataDirOf(command.dataDir, environment)
  const { settings } = loadSettings(dataDir)
  const preferred =
    command.demo || (environment.credentials.kind === 'none' && settings.source === 'demo') ? 'demo' : 'cova'
  const opened = openFirst(dataDir, command.demo ? ['demo'] : [preferred, preferred === 'demo' ? 'cova' : 'demo'])
  if (!opened.ok) {
    process.stderr.write(`${opened.message}\n`)
    return 1
  }
  const company = environment.credentials.kind === 'complete' ? environment.credentials.credentials.companyId : null
  const owner = opened.store.owner()
  if (!command.demo && company !== null && owner !== null && owner !== company) {
    opened.store.close()
    process.stderr.write(`Nothing has been synced for company ${company} into ${dataDir} yet, only for ${owner}\n`)
    return 1
  }
  const clock = createCorrectedClock(MACHINE_CLOCKS, {
    offsetMs: opened.store.storedClockOffsetMs(),
    seenAtMs: seenAtMsOf(opened.store.feedStates())
  })
  const boards = createBoardService({
    reader: opened.store,
    nowMs: clock.nowMs,
    overrides: { timeZones: settings.timeZoneOverrides, currencies: settings.currencyOverrides },
    staleAfterMs: settings.staleAfterMinutes * 60_000,
    askAfterMs: settings.askPriceAfterHours * 3_600_000,
    isClockSure: clock.isSure,
    language: settings.language,
    screens: {},
    marketRules: [],
    storeColour: null,
    pictures: NO_PICTURES,
    restrictToLocationIds: settings.restrictToLocationIds,
    markets: settings.markets
  })
  const { locationId, atMs, groupId, customer } = command
  const answer = boards.boardJson({ locationId, atMs, groupId, customer })
  boards.stop()
  opened.store.close()
  if (!answer.ok) {
    process.stderr.write(`${answer.message}\n`)
    return 1
  }
  return (await written(`${answer.json}\n`)) ? 0 : 1
}

/** A pipe takes a large board in pieces: the process may end only once all is written, or the reader has had enough. */
function written(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.on('error', () => resolve(false))
    process.stdout.write(text, (error) => resolve(error === undefined || error === null))
  })
}

/** The cache of the source in use, or the only one there is: `serve --demo` leaves no settings behind. */
function openFirst(dataDir: string, kinds: readonly ('demo' | 'cova')[]): OpenedReader {
  let first: OpenedReader | null = null
  for (const kind of kinds) {
    const opened = openStoreReader({ dataDir: cacheDirOf(dataDir, kind) })
    if (opened.ok || opened.code !== 'database-missing') return opened
    first ??= opened
  }
  if (first === null) throw new Error('a board is read from one kind of cache at least')
  return first
}
