import { HELP, parseCommandLine } from './command-line.ts'
import { runBoard } from './run-board.ts'
import { runResetPin } from './run-reset-pin.ts'
import { runServe } from './run-serve.ts'
import { runSync } from './run-sync.ts'
import { outliveLostLog } from '../setup/lost-log.ts'

/** Exit code of a wrong option or a missing credential (contract, Commands). */
const WRONG_USE = 2

outliveLostLog()
const line = parseCommandLine(process.argv.slice(2))
if (line.ok) {
  switch (line.command.kind) {
    case 'help':
      process.stdout.write(HELP)
      break
    case 'serve':
      process.exitCode = await runServe(line.command)
      break
    case 'sync':
      process.exitCode = await runSync(line.command)
      break
    case 'reset-pin':
      process.exitCode = runResetPin(line.command)
      break
    case 'board':
      process.exitCode = await runBoard(line.command)
  }
} else {
  process.stderr.write(`${line.message}\n`)
  process.exitCode = WRONG_USE
}
