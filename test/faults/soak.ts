import { removeDir, temporaryDir } from '../main/serve/serve-process.ts'
import { startFastClock } from './fast-clock.ts'
import type { FaultOptions, FaultPart, FaultReport, FaultViolation } from './fault-part.ts'
import { boardsWrong } from './soak-boards.ts'
import { live } from './soak-life.ts'
import { growthOf, handlesWrong, type Sample, sampleNow, sizesOf, sizesWrong, slopesOf, slopesWrong, WARM_DAYS } from './soak-measure.ts' // oxfmt-ignore
import { liveThroughOutage } from './soak-outage.ts'
import { type Events, openWorld, START_MS, type World } from './soak-world.ts'

const DAY_MS = 24 * 3_600_000
/** In the long form; sooner in one of few days. */
const OUTAGE_AT_DAY = 10

/**
 * A store's days on a fast clock: the real engine, its real database and a demo store over real HTTP, polled as in a store, with
 * prices and sales that change, promotions that come and go, pages that turn, readers of the board server that come and go, a network
 * that fails, and, in the long form, one outage longer than prices may be shown.
 */
export const soakPart: FaultPart = {
  name: 'soak',
  counts: 'days',
  long: { times: 30, minutes: 60 },
  short: { times: 2, minutes: 0.4 },
  run: runSoak
}

async function runSoak({ seed, times, minutes, isShort, tell }: FaultOptions): Promise<FaultReport> {
  const clock = startFastClock(START_MS)
  const dataDir = temporaryDir()
  const wrong: string[] = []
  const samples: Sample[] = []
  const told: string[] = []
  // How often a sample is taken: the short form has few days.
  const hours = isShort ? 1 : 6
  const outageAtDay = Math.min(OUTAGE_AT_DAY, times / 3)
  let world: World | null = null
  try {
    world = await openWorld(clock, dataDir, seed)
    // Boards that are looked at stay open for the next who asks: all are looked at before anything is weighed, as they are later.
    wrong.push(...(await boardsWrong(world)))
    let day = 0
    let isOutageDue = !isShort
    for (let period = 1; day < times && clock.realMs() < minutes * 60_000; period += 1) {
      await live(world, period, hours)
      if (isOutageDue && day >= outageAtDay) {
        isOutageDue = false
        const outage = await liveThroughOutage(world)
        told.push(outage.line)
        wrong.push(...outage.wrong)
      }
      day = (period * hours) / 24
      // The outage went on beyond its period: what it has lived through is not lived again.
      if (clock.nowMs() > START_MS + day * DAY_MS + 3_600_000) continue
      samples.push(sampleNow(day))
      wrong.push(...sizesWrong(dataDir, day))
      const { heapMb, rssMb, handles } = samples.at(-1) as Sample
      if (day % 1 === 0)
        tell(`day ${day}: heap ${heapMb.toFixed(1)} MB, RSS ${rssMb.toFixed(0)} MB, ${handles} handles`)
    }
    wrong.push(...handlesWrong(samples), ...slopesWrong(samples), ...world.readers.wrong.slice(0, 5))
    if (world.readers.events() === 0) wrong.push('no event came over HTTP')
    wrong.push(...(await boardsWrong(world)))
    const violations: FaultViolation[] = wrong.map((message) => ({ round: 0, message }))
    return { lines: [...reportOf(day, samples, world, dataDir), ...told], violations }
  } finally {
    clock.restore()
    await world?.close()
    removeDir(dataDir)
  }
}

function reportOf(day: number, samples: readonly Sample[], world: World, dataDir: string): readonly string[] {
  const events: Events = world.events
  const slopes = slopesOf(samples)
  const sizes = sizesOf(dataDir)
  const last = samples.at(-1)
  const handles = samples.map((one) => one.handles)
  const growth = growthOf(samples)
  const more =
    growth === null
      ? ''
      : `; in the second half ${growth.heapMb.toFixed(1)} and ${growth.rssMb.toFixed(0)} MB more than in the first`
  return [
    `${day.toFixed(2)} days: ${events.polls} calls, ${events.changes} changes by hand, ${events.cutMinutes} minutes without a network, ${events.patches} patches and ${events.views} views pushed, ${world.readers.events()} events over HTTP, ${events.turns} page turns called`, // oxfmt-ignore
    `heap ${last?.heapMb.toFixed(1)} MB, slope ${slopes.heapMb.toFixed(3)} MB a day; RSS ${last?.rssMb.toFixed(0)} MB, slope ${slopes.rssMb.toFixed(3)} MB a day (${samples.length} samples, ${slopes.isWarm ? `after ${WARM_DAYS} days` : `while caches still fill${more}`})`, // oxfmt-ignore
    `open files and sockets ${Math.min(...handles)} to ${Math.max(...handles)}; databases ${sizes.databasesMb.toFixed(1)} MB, WAL ${sizes.walMb.toFixed(1)} MB, ${sizes.runs} runs in the log, ${sizes.quarantined} records in quarantine` // oxfmt-ignore
  ]
}
