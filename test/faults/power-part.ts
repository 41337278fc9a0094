import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { startChecker } from './check-thread.ts'
import {
  type FaultOptions,
  type FaultPart,
  type FaultReport,
  type FaultViolation,
  randomOfRound
} from './fault-part.ts'
import { countsOf } from './fault-counts.ts'
import { copyDatabases, cutPower } from './power-cut.ts'
import { cutSettings } from './settings-cut.ts'
import { type Standing, standingsOf } from './two-states.ts'
import { drawMoment, type Moment, reachMoment, startWriter, type WriterReach } from './writer-process.ts'
import { createWriterStages } from './writer-stages.ts'

/** Instants of one writer's run at which it is stopped and copied. */
const COPIES_PER_WRITER = 4
/** Each copy is cut so often, each time anew. */
const CUTS_PER_COPY = 3

/**
 * A power cut: the writer is stopped at random instants, its databases and logs are copied, and the copy's logs lose or
 * garble what had not been flushed. The copy must open, be whole, and show boards of one state each, as after a kill. A log
 * cut to nothing leaves an earlier state, which is right: no price is in neither.
 */
export const powerPart: FaultPart = {
  name: 'power',
  counts: 'power cuts',
  long: { times: 600, minutes: 60 },
  short: { times: 24, minutes: 3 },
  run: runCuts
}

async function runCuts(options: FaultOptions): Promise<FaultReport> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-power-'))
  const stages = createWriterStages(folder, options)
  const checker = startChecker()
  const violations: FaultViolation[] = []
  const cuts = countsOf<string>()
  const standings = countsOf<Standing>()
  const untilMs = performance.now() + options.minutes * 60_000
  const cutsPerWriter = COPIES_PER_WRITER * CUTS_PER_COPY
  const writers = Math.ceil(options.times / cutsPerWriter)
  let copies = 0
  let slowestMs = 0

  /** One writer, stopped again and again: each copy is cut and looked at before the writer goes on. */
  async function runWriter(round: number): Promise<void> {
    const random = randomOfRound(options.seed, round)
    const { states, command, reach } = await stages.of(round)
    const dataDir = join(folder, `round-${round}`)
    cpSync(states.firstDir, dataDir, { recursive: true })
    const writer = startWriter(command, states.server, dataDir)
    try {
      for (const moment of momentsOf(reach, random)) {
        if (!(await reachMoment(writer, moment))) break
        writer.child.kill('SIGSTOP')
        // The signal stops each thread at its next step.
        await wait(5)
        const copy = join(folder, `copy-${round}`)
        copyDatabases(dataDir, copy)
        copies += 1
        for (let at = 0; at < CUTS_PER_COPY; at += 1) {
          const cutDir = join(folder, `cut-${round}`)
          cpSync(copy, cutDir, { recursive: true })
          const cut = cutPower(cutDir, random)
          const hasIndex = existsSync(join(cutDir, 'cache.sqlite-shm'))
          cuts.add(`${cut}${hasIndex ? '' : ', no index'}`)
          const beganMs = performance.now()
          const found = await checker.check(cutDir)
          slowestMs = Math.max(slowestMs, performance.now() - beganMs)
          const stood = standingsOf(found.boards, states.passes)
          for (const standing of stood.standings) standings.add(standing)
          const moved = found.movedAside === null ? [] : ['the database was moved aside as damaged']
          for (const message of [...found.faults, ...stood.faults, ...moved])
            violations.push({ round, message: `${states.kind}, ${command}, log: ${cut}: ${message}` })
          rmSync(cutDir, { recursive: true, force: true })
        }
        rmSync(copy, { recursive: true, force: true })
        writer.child.kill('SIGCONT')
      }
    } finally {
      await writer.kill()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }

  try {
    for (let round = options.from; round < options.from + writers; round += 1) {
      if (performance.now() > untilMs) break
      await runWriter(round)
      if (round % 10 === 9) options.tell(`${cuts.sum()} of ${options.times}`)
    }
  } finally {
    await checker.close()
    await stages.close()
    rmSync(folder, { recursive: true, force: true })
  }
  violations.push(...stages.violations())
  const settings = cutSettings(options)
  violations.push(...settings.violations)
  return {
    lines: [
      `${copies} instants copied, ${cuts.sum()} power cuts`,
      `end of the log: ${cuts.list()}`,
      `boards: ${standings.list()}`,
      `opened and checked whole in ${(slowestMs / 1000).toFixed(1)} s at most`,
      settings.line
    ],
    violations
  }
}

/** In the order in which they come: requests by their number, sizes of the log among them. */
function momentsOf(reach: WriterReach, random: () => number): readonly Moment[] {
  const placeOf = (moment: Moment): number =>
    moment.kind === 'request' ? moment.number / reach.requests : moment.bytes / reach.walBytes
  return Array.from({ length: COPIES_PER_WRITER }, () => drawMoment(reach, random)).toSorted(
    (a, b) => placeOf(a) - placeOf(b)
  )
}
