// The launcher that an app starts once its own is gone (left-app.ts); what it starts then is the playing app.
import { join } from 'node:path'
import { ordinaryLimits } from '../../../src/domain/launch/child-watch.ts'
import { foundApp } from '../../../src/main/launcher/app-process.ts'
import { handedOn, takenOver } from '../../../src/main/launcher/launched.ts'
import { runLauncher } from '../../../src/main/launcher/launcher.ts'

const found = takenOver(process.argv)
const args = handedOn(process.argv.slice(2))
const launcher = runLauncher({
  dataDir: args.at(-1)!,
  version: '1.0.0',
  program: { executable: process.execPath, args: [join(import.meta.dirname, 'playing-app.mjs')] },
  launchedBy: '/somewhere/topshelf',
  args,
  isCheckout: false,
  limits: ordinaryLimits,
  found: found === null ? null : { app: foundApp(found.pid), version: found.version },
  warn: (line) => process.stderr.write(`launcher: ${line}\n`),
  settingsChanged: () => undefined
})
const end = await launcher.ended
process.stderr.write('launcher: ended\n')
process.exit(end.kind === 'exit' ? (end.code ?? 1) : 1)
