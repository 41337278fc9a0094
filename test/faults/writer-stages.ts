import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FaultOptions, type FaultViolation, randomOf } from './fault-part.ts'
import { CHANGE_KINDS, type ChangeKind } from './store-changes.ts'
import { makeTwoStates, type TwoStates } from './two-states.ts'
import { measureReach, type WriterCommand, type WriterReach } from './writer-process.ts'

/** Two states of a store, and a program that goes from one to the other. */
export interface WriterStage {
  readonly states: TwoStates
  readonly command: WriterCommand
  readonly reach: WriterReach
}

export interface WriterStages {
  readonly of: (round: number) => Promise<WriterStage>
  /** Where a change of one kind showed boards of more than its two states, uninterrupted. */
  readonly violations: () => readonly FaultViolation[]
  readonly close: () => Promise<void>
}

type Plan = readonly [ChangeKind, WriterCommand]

const SHORT: readonly Plan[] = [
  ['prices', 'sync'],
  ['all', 'sync']
]
/** What leaves does so with a full pass; and all at once comes in the order of one sync. */
const LONG: readonly Plan[] = CHANGE_KINDS.flatMap((kind): readonly Plan[] =>
  kind === 'leaving' || kind === 'all'
    ? [[kind, 'sync']]
    : [
        [kind, 'sync'],
        [kind, 'serve']
      ]
)

/** Each kind of change with each way of writing, made when first wanted, in turn by rounds. */
export function createWriterStages(folder: string, options: FaultOptions): WriterStages {
  const plans = options.isShort ? SHORT : LONG
  const made = new Map<ChangeKind, Promise<TwoStates>>()
  const stages = new Map<number, Promise<WriterStage>>()
  const found: FaultViolation[] = []

  function statesOf(kind: ChangeKind, round: number): Promise<TwoStates> {
    const known = made.get(kind)
    if (known !== undefined) return known
    const states = makeTwoStates(kind, folder, randomOf(options.seed + CHANGE_KINDS.indexOf(kind)))
    made.set(kind, states)
    void states.then(
      (one) => found.push(...literalFaultsOf(one).map((message) => ({ round, message }))),
      () => {}
    )
    return states
  }

  async function make(number: number, round: number): Promise<WriterStage> {
    const [kind, command] = plans[number] ?? ['all', 'sync']
    const states = await statesOf(kind, round)
    const dataDir = join(folder, `reach-${number}`)
    cpSync(states.firstDir, dataDir, { recursive: true })
    const reach = await measureReach(command, states.server, dataDir)
    rmSync(dataDir, { recursive: true, force: true })
    return { states, command, reach }
  }

  return {
    of: (round) => {
      const number = round % plans.length
      const stage = stages.get(number) ?? make(number, round)
      stages.set(number, stage)
      return stage
    },
    violations: () => found,
    close: async () => {
      await Promise.all([...made.values()].map(async (states) => (await states).close()))
    }
  }
}

/** A change of one kind shows the first state and the second on a board, and nothing between; tax settings hold amounts. */
function literalFaultsOf({ kind, passes }: TwoStates): readonly string[] {
  if (kind === 'taxes' || kind === 'all') return []
  const faults: string[] = []
  const locationIds = [...(passes[0]?.keys() ?? [])]
  for (const locationId of locationIds) {
    const states = new Set(passes.map((boards) => boards.get(locationId)))
    if (states.size > 2) faults.push(`${kind}: the board of ${locationId} went through ${states.size} states`)
  }
  const changed = locationIds.some((locationId) => passes[0]?.get(locationId) !== passes.at(-1)?.get(locationId))
  return changed ? faults : [...faults, `${kind}: nothing changed on any board, so that nothing was tried`]
}
