// Stands for an app whose launcher goes: says that it lives, and has another launcher by itself.
import { leaveWith, START_ANEW } from '../../../src/main/launcher/launched.ts'
import { linkToLauncher } from '../../../src/main/launcher/launcher-link.ts'

const exit = { exit: (code: number) => process.exit(code) }
linkToLauncher({
  argv: process.argv.slice(1),
  version: '1.0.0',
  quit: () => process.exit(0),
  warn: (line) => process.stderr.write(`app: ${line}\n`)
})
process.on('SIGTERM', () => leaveWith(exit, 0))
process.on('SIGUSR2', () => leaveWith(exit, START_ANEW))
setInterval(() => undefined, 1000)
