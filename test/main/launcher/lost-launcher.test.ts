import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let dataDir: string
let app: ChildProcess
let said: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-lost-launcher-'))
  const program = join(dataDir, 'program/launcher')
  mkdirSync(join(dataDir, 'program'))
  writeFileSync(
    program,
    `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'next-launcher.ts')}' "$@"\n`
  )
  chmodSync(program, 0o755)
  writeFileSync(join(dataDir, 'plays.json'), '["board-then-quit"]')
  said = ''
  app = spawn(process.execPath, [join(import.meta.dirname, 'left-app.ts'), `--launched-by=${program}`, dataDir], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true
  })
  app.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
})
afterEach(() => {
  app.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

const played = (): string => {
  const file = join(dataDir, 'played.txt')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

async function endChannel(): Promise<void> {
  await new Promise((resolve) => app.once('message', resolve))
  app.disconnect()
}

/** As when the launcher's process dies: the channel to it ends. */
async function loseLauncher(): Promise<void> {
  await endChannel()
  await expect.poll(() => said, { timeout: 20_000 }).toContain('its launcher is gone: this one takes over')
}

describe.skipIf(process.platform === 'win32')('an app whose launcher is killed', () => {
  it('goes on under another launcher, which starts it anew when it dies', async () => {
    await loseLauncher()
    expect(app.exitCode).toBeNull()
    app.kill('SIGKILL')
    await expect.poll(played, { timeout: 20_000 }).toBe('board-then-quit')
    await expect.poll(() => said, { timeout: 20_000 }).toContain('launcher: ended')
    expect(said).toContain('launcher: the app ended (exit unknown); started anew at once')
  })

  it('is started anew by that one when it asks for it', async () => {
    await loseLauncher()
    app.kill('SIGUSR2')
    await expect.poll(played, { timeout: 20_000 }).toBe('board-then-quit')
    expect(said).toContain('launcher: the app asks to be started anew; started anew at once')
    await expect.poll(() => said, { timeout: 20_000 }).toContain('launcher: ended')
  })

  it('leaves with that one when the user ends it', async () => {
    await loseLauncher()
    app.kill('SIGTERM')
    await expect.poll(() => said, { timeout: 20_000 }).toContain('launcher: ended')
    expect(played()).toBe('')
  })

  it('goes on where no other launcher can be started, and has one once it can', async () => {
    renameSync(join(dataDir, 'program'), join(dataDir, 'elsewhere'))
    writeFileSync(join(dataDir, 'program'), '')
    await endChannel()
    await expect.poll(() => said, { timeout: 20_000 }).toContain('the board stays, and another one is started in 2 s')
    expect(app.exitCode).toBeNull()
    rmSync(join(dataDir, 'program'))
    renameSync(join(dataDir, 'elsewhere'), join(dataDir, 'program'))
    await expect.poll(() => said, { timeout: 20_000 }).toContain('its launcher is gone: this one takes over')
    app.kill('SIGTERM')
    await expect.poll(() => said, { timeout: 20_000 }).toContain('launcher: ended')
  })
})
