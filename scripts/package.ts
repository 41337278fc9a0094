import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { packageConfiguration, releaseDir } from '../electron-builder.config.ts'
import { ensureBuilt } from './ensure-built.ts'
import { findElectron } from './electron-runtime.ts'
import { runScript } from './run-script.ts'
import { stagePackage } from './stage-package.ts'

await runScript(async () => {
  await ensureBuilt()
  const runtime = findElectron({ download: true })
  if (!runtime.ok) throw new Error(runtime.why)
  const dist = dirname(runtime.executable)
  const version = readFileSync(join(dist, 'version'), 'utf8').trim()
  stagePackage({ platform: 'linux', arch: 'x64', builtBinding: true })
  rmSync(releaseDir, { recursive: true, force: true })
  await build({
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: packageConfiguration({ version, dist }, null),
    publish: 'never'
  })
  return existsSync(releaseDir) ? 0 : 1
})
