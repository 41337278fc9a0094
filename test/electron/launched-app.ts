// What the Electron tests start in Electron's place where an app is to run under its launcher: the launcher of the product, in
// Node, over the built app. Whoever drives the app speaks to the first one alone: later starts are as of a shop.
import { ordinaryLimits } from '../../src/domain/launch/child-watch.ts'
import { runLauncher } from '../../src/main/launcher/launcher.ts'
import { productVersion } from '../../src/main/settings/product-version.ts'
import { root, runtime } from './desktop-app.ts'

const given = process.argv.slice(2)
const app = given.indexOf(root)
const driven = given.slice(0, app + 1)
const plain = [...driven.filter((argument) => argument === '--no-sandbox'), root]
let starts = 0

const launcher = runLauncher({
  dataDir: process.env['TOPSHELF_DATA_DIR']!,
  version: productVersion,
  program: {
    executable: runtime(),
    get args() {
      starts += 1
      return starts === 1 ? driven : plain
    }
  },
  launchedBy: '',
  args: given.slice(app + 1),
  isCheckout: false,
  limits: { ...ordinaryLimits, paintMs: 12_000 },
  warn: (line) => process.stderr.write(`topshelf: launcher: ${line}\n`),
  settingsChanged: () => undefined
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, launcher.quit)
const end = await launcher.ended
process.exit(end.kind === 'exit' ? (end.code ?? 1) : 1)
