import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** An X server whose displays come and go as cables would have it: Debian's xserver-xorg-video-dummy, by xrandr. */
export interface DummyDisplays {
  readonly name: string
  /** Arguments of xrandr, e.g. `--output DUMMY1 --off`. */
  readonly arrange: (...args: readonly string[]) => void
  readonly close: () => void
}

const config = `
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080"
    Virtual 3840 2160
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
`

const driver = '/usr/lib/xorg/modules/drivers/dummy_drv.so'
const startWithinMs = 10_000

/** Null where this machine has no such server, or does not let it start: it is no part of what the project needs. */
export async function openDummyDisplays(): Promise<DummyDisplays | null> {
  if (!existsSync(driver) || spawnSync('xrandr', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-displays-'))
  writeFileSync(join(folder, 'xorg.conf'), config)
  const server = spawn(
    'Xorg',
    ['-displayfd', '3', '-noreset', '-novtswitch', '-sharevts', '-nolisten', 'tcp'].concat(
      ['-config', join(folder, 'xorg.conf')],
      ['-logfile', join(folder, 'xorg.log')]
    ),
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
  )
  const close = (): void => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  const name = await nameOf(server)
  if (name === null) {
    close()
    return null
  }
  return {
    name,
    arrange: (...args) => {
      const done = spawnSync('xrandr', args, { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' })
      // Without a look at its outputs the server goes on saying that one it drives is not connected.
      spawnSync('xrandr', [], { env: { ...process.env, DISPLAY: name } })
      if (done.status !== 0) throw new Error(`xrandr ${args.join(' ')}: ${done.stderr}`)
    },
    close
  }
}

function nameOf(server: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), startWithinMs)
    const settle = (name: string | null): void => {
      clearTimeout(late)
      resolve(name)
    }
    let written = ''
    server.once('error', () => settle(null))
    server.once('exit', () => settle(null))
    ;(server.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      written += chunk.toString()
      if (written.endsWith('\n')) settle(`:${written.trim()}`)
    })
  })
}
