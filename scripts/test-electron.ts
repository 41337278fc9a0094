import { ensureBuilt } from './ensure-built.ts'
import { openDisplay } from './display.ts'
import { findElectron } from './electron-runtime.ts'
import { runScript } from './run-script.ts'
import { runTests } from './run-tests.ts'

/** Usage: test-electron.ts [--if-available] [VITEST ARGUMENT ...] */
await runScript(async () => {
  const args = process.argv.slice(2).filter((argument) => argument !== '--if-available')
  const isOptional = process.argv.includes('--if-available')
  const runtime = findElectron({ download: false })
  if (!runtime.ok) {
    process.stderr.write(`${runtime.why}: set ELECTRON_OVERRIDE_DIST_PATH, or run npx install-electron\n`)
    return isOptional ? 0 : 1
  }
  const display = await openDisplay()
  if (!display.ok) {
    process.stderr.write(`${display.why}\n`)
    return isOptional ? 0 : 1
  }
  try {
    await ensureBuilt()
    return await runTests('electron', args, {
      ...process.env,
      DISPLAY: display.name,
      TOPSHELF_TEST_ELECTRON: runtime.executable
    })
  } finally {
    display.close()
  }
})
