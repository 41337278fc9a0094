import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { startChecker } from './check-thread.ts'
import { countsOf } from './fault-counts.ts'
import type { FaultOptions, FaultPart, FaultReport, FaultViolation } from './fault-part.ts'
import { randomOfRound } from './fault-part.ts'
import { boardsIn, type Standing, standingsOf, syncOnce } from './two-states.ts'
import { walFramesOf } from './wal-frames.ts'
import { createWriterStages, type WriterStage } from './writer-stages.ts'
import { drawMoment, reachMoment, startWriter } from './writer-process.ts'

/** After every so many kills the sync is run again to its end, which must bring the second state. */
const GOES_ON_EVERY = 10

/**
 * `kill -9` of the built program at random points of a sync between two states of a store. What is left must open, be whole,
 * and have on every board what it had before or after a pass of that sync, whole. Where only prices, only products, only
 * what leaves or only promotions changed, that is: the first state or the second.
 */
export const killPart: FaultPart = {
  name: 'kill',
  counts: 'kills',
  long: { times: 300, minutes: 40 },
  short: { times: 30, minutes: 4 },
  run: runKills
}

interface Killed {
  readonly round: number
  readonly stage: WriterStage
  readonly dataDir: string
  readonly isHit: boolean
  readonly phase: string
}

async function runKills(options: FaultOptions): Promise<FaultReport> {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-kill-'))
  const stages = createWriterStages(folder, options)
  const checker = startChecker()
  const violations: FaultViolation[] = []
  const phases = countsOf<string>()
  const standings = countsOf<Standing>()
  const untilMs = performance.now() + options.minutes * 60_000
  const sums = { hit: 0, missed: 0, wentOn: 0, recoveryMs: 0 }

  async function kill(round: number): Promise<Killed> {
    const stage = await stages.of(round)
    const dataDir = join(folder, `round-${round}`)
    cpSync(stage.states.firstDir, dataDir, { recursive: true })
    const writer = startWriter(stage.command, stage.states.server, dataDir)
    const isHit = await reachMoment(writer, drawMoment(stage.reach, randomOfRound(options.seed, round)))
    const last = writer.asked() === 0 ? null : stage.states.server.requests.at(-1)
    await writer.kill()
    const phase = openFramesOf(dataDir) > 0 ? 'a transaction half written' : `last asked ${last?.endpoint ?? 'nothing'}`
    return { round, stage, dataDir, isHit, phase: isHit ? phase : 'after its end' }
  }

  async function check({ round, stage, dataDir, isHit, phase }: Killed): Promise<void> {
    phases.add(phase)
    sums[isHit ? 'hit' : 'missed'] += 1
    const beganMs = performance.now()
    const found = await checker.check(dataDir)
    sums.recoveryMs = Math.max(sums.recoveryMs, performance.now() - beganMs)
    const { passes, server, kind } = stage.states
    const stood = standingsOf(found.boards, passes)
    for (const standing of stood.standings) standings.add(standing)
    const wrong = [...found.faults, ...stood.faults]
    if (found.movedAside !== null) wrong.push(`the database was moved aside as damaged: ${found.movedAside}`)
    if (wrong.length === 0 && round % GOES_ON_EVERY === GOES_ON_EVERY - 1) {
      await syncOnce(server, dataDir)
      sums.wentOn += 1
      wrong.push(...standingsOf(boardsIn(dataDir), passes.slice(-1)).faults.map((one) => `after a further sync ${one}`))
    }
    for (const message of wrong) violations.push({ round, message: `${kind}, ${stage.command}, ${phase}: ${message}` })
    rmSync(dataDir, { recursive: true, force: true })
  }

  try {
    // While one is looked at, the next is under way.
    let checking: Promise<void> = Promise.resolve()
    for (let round = options.from; round < options.from + options.times; round += 1) {
      if (performance.now() > untilMs) break
      const killed = await kill(round)
      await checking
      checking = check(killed)
      checking.catch(() => {})
      if (round % 25 === 24) options.tell(`${round + 1 - options.from} of ${options.times}`)
    }
    await checking
  } finally {
    await checker.close()
    await stages.close()
    rmSync(folder, { recursive: true, force: true })
  }
  violations.push(...stages.violations())
  return {
    lines: [
      `${sums.hit} kills within a sync, ${sums.missed} that came after its end`,
      `where: ${phases.list()}`,
      `boards: ${standings.list()}`,
      `opened and checked whole in ${(sums.recoveryMs / 1000).toFixed(1)} s at most; ${sums.wentOn} synced on, to the second state`
    ],
    violations
  }
}

/** Frames of the log without the mark that ends their transaction. */
function openFramesOf(dataDir: string): number {
  const frames = walFramesOf(join(dataDir, 'cache.sqlite-wal'))
  return frames === null ? 0 : frames.count - 1 - (frames.commits.at(-1) ?? -1)
}
