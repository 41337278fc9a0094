import { parseArgs } from 'node:util'
import { faultPartNames, faultPartsOf } from '../test/faults/fault-parts.ts'
import type { FaultPart } from '../test/faults/fault-part.ts'
import { runScript } from './run-script.ts'

const USAGE = `usage: npm run test:faults [-- PART ...] [--seed N] [--times N] [--minutes N] [--from N] [--short]
parts: ${faultPartNames.join(', ')}; all without a name
`

interface FaultCommand {
  readonly parts: readonly string[]
  readonly seed: number | null
  readonly times: number | null
  readonly minutes: number | null
  readonly from: number
  readonly isShort: boolean
}

/** Exit code 0; 1 where something was that must never be, with the seed and the round that show it again; 2 for usage. */
await runScript(async () => {
  const command = commandOf(process.argv.slice(2))
  if (typeof command === 'string') {
    process.stderr.write(`${command}\n${USAGE}`)
    return 2
  }
  let violations = 0
  for (const part of await faultPartsOf(command.parts)) violations += await runPart(part, command)
  return violations === 0 ? 0 : 1
})

async function runPart(part: FaultPart, command: FaultCommand): Promise<number> {
  const amount = command.isShort ? part.short : part.long
  const seed = command.seed ?? Date.now() % 1_000_000
  const times = command.times ?? amount.times
  const minutes = command.minutes ?? amount.minutes
  process.stdout.write(`${part.name}: seed ${seed}, ${times} ${part.counts}, at most ${minutes} minutes\n`)
  const beganMs = performance.now()
  const { lines, violations } = await part.run({
    seed,
    times,
    minutes,
    from: command.from,
    isShort: command.isShort,
    tell: (line) => process.stderr.write(`${part.name}: ${line}\n`)
  })
  for (const line of lines) process.stdout.write(`${part.name}: ${line}\n`)
  for (const { round, times: needed = 1, message } of violations) {
    const short = command.isShort ? ' --short' : ''
    process.stdout.write(
      `${part.name}: WRONG in round ${round}: ${message}\n` +
        `${part.name}:   again with: npm run test:faults -- ${part.name} --seed ${seed} --from ${round} --times ${needed}${short}\n`
    )
  }
  const tookS = ((performance.now() - beganMs) / 1000).toFixed(1)
  process.stdout.write(`${part.name}: ${violations.length === 0 ? 'held' : 'DID NOT HOLD'}, ${tookS} s\n`)
  return violations.length
}

/** The command in words, or what is wrong with it. */
function commandOf(args: readonly string[]): FaultCommand | string {
  const number = { type: 'string' } as const
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seed: number, times: number, minutes: number, from: number, short: { type: 'boolean' } }
    })
  } catch (error) {
    return (error as Error).message
  }
  const { values, positionals } = parsed
  const unknown = positionals.find((name) => !faultPartNames.includes(name))
  if (unknown !== undefined) return `there is no part ${unknown}`
  for (const name of ['seed', 'times', 'from', 'minutes'] as const) {
    const text = values[name]
    const isRight = name === 'minutes' ? /^\d+(\.\d+)?$/ : /^\d+$/
    if (text !== undefined && !isRight.test(text)) return `--${name} takes a number, not ${text}`
  }
  const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
  return {
    parts: positionals,
    seed: numberOf(values.seed),
    times: numberOf(values.times),
    minutes: numberOf(values.minutes),
    from: numberOf(values.from) ?? 0,
    isShort: values.short ?? false
  }
}
