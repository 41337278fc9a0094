import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ordinaryLimits, type WatchLimits } from '../../../src/domain/launch/child-watch.ts'
import { runLauncher, type Launcher, type LauncherHost } from '../../../src/main/launcher/launcher.ts'
import { createPaintedNotes, readPaintedNote } from '../../../src/main/launcher/painted-note.ts'
import { sealContents } from '../../../src/main/launcher/slot-contents.ts'
import { beginTrial, readSlots, writeSlots } from '../../../src/main/launcher/slots-file.ts'

const app = join(import.meta.dirname, 'playing-app.mjs')
let dataDir: string
let said: string[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-launcher-'))
  said = []
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

type Play =
  | 'quit'
  | 'crash'
  | 'anew'
  | 'killed'
  | 'killed-leaving-another'
  | 'elsewhere'
  | 'held'
  | 'board-then-quit'
  | 'board-then-anew-later'
  | 'board-in-a-while-then-quit'
  | 'hang'
  | 'first-run'
  | 'never-says-a-word'
  | 'lives-and-paints-nothing'
  | 'runs-until-asked'
  | 'painted-then-hidden'
  | 'gives-no-pictures'
  | 'database-then-board-then-quit'

function launch(plays: readonly Play[], limits: Partial<WatchLimits> = {}, host: Partial<LauncherHost> = {}): Launcher {
  writeFileSync(join(dataDir, 'plays.json'), JSON.stringify(plays))
  return runLauncher({
    dataDir,
    version: '1.0.0',
    program: { executable: process.execPath, args: [app] },
    launchedBy: '/somewhere/topshelf',
    args: [dataDir],
    isCheckout: false,
    limits: { ...ordinaryLimits, ...limits },
    warn: (line) => said.push(line),
    settingsChanged: () => undefined,
    ...host
  })
}

/** One that has ended and that nobody has asked about yet counts as ended. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const played = (): string[] => readFileSync(join(dataDir, 'played.txt'), 'utf8').trim().split('\n')

/** A program that plays too, as a version in a slot. */
function newVersion(version: string, slot: 'a' | 'b' = 'a'): void {
  const executable = join(dataDir, `app-${version}`)
  writeFileSync(executable, `#!/bin/sh\nexec '${process.execPath}' '${app}' "$@"\n`)
  chmodSync(executable, 0o755)
  expect(beginTrial(dataDir, { slot, version, executable })).toEqual({ ok: true })
}

describe('the launcher', () => {
  it('ends with an app that the user ended', async () => {
    expect(await launch(['quit']).ended).toEqual({ kind: 'exit', code: 0, signal: null })
    expect(played()).toEqual(['quit'])
  })

  it('starts anew at once an app that was killed, and one that asks for it', async () => {
    await launch(['killed', 'quit']).ended
    expect(played()).toEqual(['killed', 'quit'])
    expect(said).toEqual(['the app ended (SIGKILL); started anew at once'])
    said = []
    await launch(['anew', 'quit']).ended
    expect(said).toEqual(['the app asks to be started anew; started anew at once'])
  })

  it('leaves nothing of an app that was killed: a page that stays would stand before the new one', async () => {
    await launch(['killed-leaving-another', 'quit']).ended
    const left = Number(readFileSync(join(dataDir, 'left.txt'), 'utf8'))
    await expect.poll(() => isRunning(left)).toBe(false)
  })

  it('waits between the starts of an app that crashes again and again', async () => {
    await launch(['crash', 'crash', 'crash', 'quit']).ended
    expect(said.map((line) => line.split('; ')[1])).toEqual([
      'started anew at once',
      'started anew in 1 s',
      'started anew in 2 s'
    ])
  })

  it('ends an app that hangs, and starts it anew', async () => {
    await launch(['hang', 'quit'], { startMs: 500, beatMs: 1500 }).ended
    expect(played()).toEqual(['hang', 'quit'])
    expect(said).toEqual(['the app hung and was ended; started anew at once'])
  })

  it('tries on, ever more slowly, while somebody has the data directory who cannot be asked', async () => {
    newVersion('1.1.0')
    await launch(['held', 'held', 'elsewhere']).ended
    expect(said.filter((line) => line.startsWith('somebody'))).toEqual([
      'somebody else has the data directory; started anew at once',
      'somebody else has the data directory; started anew in 1 s'
    ])
    // No crash of the version on trial.
    expect(readSlots(dataDir).trial).toMatchObject({ starts: 0 })
  })

  it('does not leave to another app right after its own ended: that one may not be gone yet', async () => {
    await launch(['killed', 'elsewhere', 'quit']).ended
    expect(played()).toEqual(['killed', 'elsewhere', 'quit'])
    expect(said.at(-1)).toBe('somebody else has the data directory; started anew in 1 s')
  })

  it('tries on while its own program cannot be started, and starts it once it can', async () => {
    const program = join(dataDir, 'folder/topshelf')
    writeFileSync(join(dataDir, 'folder'), '')
    const { ended } = launch(['quit'], {}, { program: { executable: program, args: [app] } })
    await expect.poll(() => said.length, { timeout: 10_000 }).toBeGreaterThan(1)
    expect(said.slice(0, 2)).toEqual([
      expect.stringMatching(/ENOTDIR; started anew at once$/),
      expect.stringMatching(/ENOTDIR; started anew in 1 s$/)
    ])
    rmSync(join(dataDir, 'folder'))
    mkdirSync(join(dataDir, 'folder'))
    symlinkSync(process.execPath, program)
    expect(await ended).toEqual({ kind: 'exit', code: 0, signal: null })
    expect(played()).toEqual(['quit'])
  })

  it('takes first run for life: it has nothing else to paint', async () => {
    const launcher = launch(['first-run'], { startMs: 500, beatMs: 1500 })
    await new Promise((resolve) => setTimeout(resolve, 4000))
    launcher.quit('SIGTERM')
    await launcher.ended
    expect(said).toEqual([])
  })

  it('ends none for painting nothing while nobody can look at it, and ends it once somebody could', async () => {
    await launch(['painted-then-hidden', 'quit'], { paintMs: 1200, holdMs: 1000 }).ended
    expect(said).toEqual(['the app painted nothing for too long and was ended; started anew at once'])
    // It was hidden for twice as long as it may paint nothing.
    expect(played()).toEqual(['painted-then-hidden', 'shown-again', 'quit'])
  })

  it('hands an end on to the app, and waits for it', async () => {
    const launcher = launch(['runs-until-asked'])
    await expect.poll(played).toEqual(['runs-until-asked'])
    await new Promise((resolve) => setTimeout(resolve, 300))
    launcher.quit('SIGTERM')
    expect(await launcher.ended).toEqual({ kind: 'exit', code: 0, signal: null })
    expect(said).toEqual([])
  })

  it('of a checkout reports an app that ends before it lived, for someone sits before it', async () => {
    const ended = await launch(['crash', 'quit'], {}, { isCheckout: true }).ended
    expect(ended).toEqual({ kind: 'exit', code: 3, signal: null })
    const none = launch([], {}, { isCheckout: true, program: { executable: join(dataDir, 'nothing'), args: [] } })
    expect((await none.ended).kind).toBe('no-start')
  })
})

describe('a version on trial', () => {
  it('is kept once it painted a board', async () => {
    createPaintedNotes(dataDir, '1.0.0', Date.now).painted('abc')
    newVersion('1.1.0')
    await launch(['board-then-quit']).ended
    expect(readSlots(dataDir)).toMatchObject({ current: 'a', trial: null, refused: [] })
    expect(said).toEqual(['version 1.1.0 is started on trial', 'version 1.1.0 painted and is kept'])
  })

  it('has its whole time, however long the version before it has run since its own trial', async () => {
    newVersion('1.1.0')
    const { ended } = launch(['board-then-anew-later', 'board-in-a-while-then-quit', 'quit'], { trialMs: 6500 })
    await expect.poll(() => readSlots(dataDir)).toMatchObject({ current: 'a', trial: null })
    newVersion('1.2.0', 'b')
    await ended
    expect(readSlots(dataDir)).toMatchObject({ current: 'b', trial: null, refused: [] })
  })

  it('goes back when it lives and paints nothing, and is refused from then on', async () => {
    newVersion('1.1.0')
    await launch(['lives-and-paints-nothing', 'quit'], { trialMs: 1500 }).ended
    expect(played()).toEqual(['lives-and-paints-nothing', 'quit'])
    expect(readSlots(dataDir)).toMatchObject({
      current: 'installed',
      trial: null,
      refused: [{ version: '1.1.0', reason: 'not-painted' }]
    })
    expect(beginTrial(dataDir, { slot: 'a', version: '1.1.0', executable: '/x' })).toEqual({
      ok: false,
      fault: 'refused'
    })
  })

  it('is kept for living where no paint was ever proven on this machine, for nothing there can be judged', async () => {
    newVersion('1.1.0')
    const launcher = launch(['gives-no-pictures'], { trialMs: 1500, holdMs: 1500, lifeMs: 3000 })
    await expect.poll(() => readSlots(dataDir), { timeout: 10_000 }).toMatchObject({ current: 'a', trial: null })
    launcher.quit('SIGTERM')
    await launcher.ended
    expect(said.at(-1)).toBe('version 1.1.0 lives, where no window can be looked at, and is kept')
  })

  it('goes back when it says that there is nothing to see where the version before was seen', async () => {
    createPaintedNotes(dataDir, '1.0.0', Date.now).painted('abc')
    newVersion('1.1.0')
    await launch(['gives-no-pictures', 'quit'], { trialMs: 1500, lifeMs: 3000 }).ended
    expect(readSlots(dataDir).refused).toMatchObject([{ version: '1.1.0', reason: 'not-painted' }])
  })

  it('is given the time that its database takes, while it paints that it connects', async () => {
    createPaintedNotes(dataDir, '1.0.0', Date.now).painted('abc')
    newVersion('1.1.0')
    await launch(['database-then-board-then-quit'], { trialMs: 1500, holdMs: 1000 }).ended
    expect(readSlots(dataDir)).toMatchObject({ current: 'a', trial: null, refused: [] })
  })

  it('goes back when it paints first run alone where there was a board', async () => {
    createPaintedNotes(dataDir, '1.0.0', Date.now).painted('abc')
    newVersion('1.1.0')
    await launch(['first-run', 'quit'], { trialMs: 1500 }).ended
    expect(readSlots(dataDir).refused).toMatchObject([{ version: '1.1.0', reason: 'not-painted' }])
  })

  it('needs to paint no board where first run is not done', async () => {
    newVersion('1.1.0')
    const launcher = launch(['first-run'], { trialMs: 5000 })
    await expect.poll(() => readSlots(dataDir).current).toBe('a')
    launcher.quit('SIGTERM')
    await launcher.ended
    expect(readSlots(dataDir).refused).toEqual([])
  })

  it('goes back when it crashes again and again', async () => {
    newVersion('1.1.0')
    await launch(['crash', 'killed', 'quit', 'quit']).ended
    expect(played()).toEqual(['crash', 'killed', 'quit', 'quit'])
    expect(readSlots(dataDir)).toMatchObject({
      current: 'installed',
      refused: [{ version: '1.1.0', reason: 'crashed' }]
    })
  })

  it('goes back to what somebody installed by hand meanwhile, where that is newer than the version before', async () => {
    newVersion('1.1.0')
    await launch(['board-then-quit']).ended
    newVersion('1.3.0', 'b')
    // The machine died with it three times, and somebody came with an installer.
    const found = readSlots(dataDir)
    writeSlots(dataDir, { ...found, trial: { ...found.trial!, starts: 3 } })
    await launch(['quit'], {}, { version: '1.2.0' }).ended
    expect(said.at(-1)).toBe('version 1.3.0 is refused from now on (crashed); the one before is started')
    expect(readSlots(dataDir)).toMatchObject({ current: 'installed', trial: null })
  })

  it.each([
    ['is gone', 'gone'],
    // Node throws this one, and says of the other what an end says.
    ['has a file where its folder was', 'plays.json/gone']
  ])('goes back when the system cannot start it, for its program %s', async (_why, program) => {
    expect(beginTrial(dataDir, { slot: 'a', version: '1.1.0', executable: join(dataDir, program) })).toEqual({
      ok: true
    })
    await launch(['quit']).ended
    expect(played()).toEqual(['quit'])
    expect(readSlots(dataDir)).toMatchObject({
      current: 'installed',
      trial: null,
      refused: [{ version: '1.1.0', reason: 'cannot-start' }]
    })
  })

  it('whose files a power cut took is not started and not refused: it may be taken again', async () => {
    const slot = join(dataDir, 'launch/slots/a')
    mkdirSync(slot, { recursive: true })
    const executable = join(slot, 'topshelf')
    writeFileSync(executable, `#!/bin/sh\nexec '${process.execPath}' '${app}' "$@"\n`)
    chmodSync(executable, 0o755)
    await sealContents(slot)
    const whole = readFileSync(executable)
    // As long as it was: of a version on trial every byte is read.
    writeFileSync(executable, Buffer.alloc(whole.length))
    expect(beginTrial(dataDir, { slot: 'a', version: '1.1.0', executable })).toEqual({ ok: true })
    await launch(['quit']).ended
    expect(played()).toEqual(['quit'])
    expect(said).toEqual([
      'version 1.1.0 is damaged on the disk, and the one before is started: topshelf is not what was unpacked'
    ])
    expect(readSlots(dataDir)).toMatchObject({ current: 'installed', slots: { a: null }, trial: null, refused: [] })

    // Once it runs and is kept, its sizes are looked at: a file that is cut off or gone brings the installed one back.
    writeFileSync(executable, whole)
    expect(beginTrial(dataDir, { slot: 'a', version: '1.1.0', executable })).toEqual({ ok: true })
    await launch(['board-then-quit']).ended
    expect(readSlots(dataDir)).toMatchObject({ current: 'a', trial: null })
    truncateSync(executable, 0)
    await launch(['quit']).ended
    expect(readSlots(dataDir)).toMatchObject({ current: 'installed', slots: { a: null }, refused: [] })
  })

  it('or one that is kept is not given up for a disk that cannot be read just now', async () => {
    const slot = join(dataDir, 'launch/slots/a')
    mkdirSync(slot, { recursive: true })
    const executable = join(slot, 'topshelf')
    writeFileSync(executable, `#!/bin/sh\nexec '${process.execPath}' '${app}' "$@"\n`)
    chmodSync(executable, 0o755)
    // What reads this has EIO.
    symlinkSync('/proc/self/mem', join(slot, 'contents.json'))
    expect(beginTrial(dataDir, { slot: 'a', version: '1.1.0', executable })).toEqual({ ok: true })
    await launch(['board-then-quit', 'quit']).ended
    expect(said[0]).toBe(
      'version 1.1.0 cannot be looked at on the disk, and is started all the same: EIO: i/o error, read'
    )
    expect(readSlots(dataDir)).toMatchObject({ current: 'a', slots: { a: { version: '1.1.0' } }, trial: null })
    await launch(['crash', 'quit']).ended
    expect(readSlots(dataDir)).toMatchObject({ current: 'a', slots: { a: { version: '1.1.0' } } })
  })

  it('whose disk cannot be read for good, and which crashes, goes back and is not refused', async () => {
    const slot = join(dataDir, 'launch/slots/a')
    mkdirSync(join(slot), { recursive: true })
    symlinkSync('/proc/self/mem', join(slot, 'contents.json'))
    newVersion('1.1.0')
    await launch(['crash', 'crash', 'quit']).ended
    expect(played()).toEqual(['crash', 'crash', 'quit'])
    expect(said.at(-1)).toMatch(
      /^version 1\.1\.0 still cannot be read from the disk, and the one before is started: EIO/
    )
    expect(readSlots(dataDir)).toMatchObject({ current: 'installed', slots: { a: null }, trial: null, refused: [] })
  })

  it('has used no start when another instance was there, or when the user ended it', async () => {
    newVersion('1.1.0')
    await launch(['elsewhere']).ended
    expect(readSlots(dataDir).trial).toMatchObject({ starts: 0 })
    const launcher = launch(['never-says-a-word'])
    await expect.poll(() => readSlots(dataDir).trial?.starts).toBe(1)
    launcher.quit('SIGTERM')
    await launcher.ended
    expect(readSlots(dataDir).trial).toMatchObject({ starts: 0 })
  })

  it('is still started on trial after the machine died with it, and goes back the third time', async () => {
    newVersion('1.1.0')
    for (let time = 0; time < 3; time += 1) {
      // Ended without a word to the file, as by a power cut: the count was written before the start.
      const before = readFileSync(join(dataDir, 'launch/slots.json'), 'utf8')
      const launcher = launch(['never-says-a-word'])
      await expect.poll(() => readSlots(dataDir).trial?.starts).toBe(time + 1)
      const during = readFileSync(join(dataDir, 'launch/slots.json'), 'utf8')
      expect(during).not.toBe(before)
      launcher.quit('SIGTERM')
      await launcher.ended
      writeFileSync(join(dataDir, 'launch/slots.json'), during)
    }
    await launch(['quit']).ended
    expect(readSlots(dataDir)).toMatchObject({
      current: 'installed',
      refused: [{ version: '1.1.0', reason: 'crashed' }]
    })
  })
})

describe('the files between them', () => {
  it('say what a new machine says where they are damaged', () => {
    createPaintedNotes(dataDir, '1.0.0', Date.now).painted('abc')
    expect(readPaintedNote(dataDir)).toMatchObject({ version: '1.0.0', pid: process.pid, snapshotId: 'abc' })
    newVersion('1.1.0')
    for (const text of ['', '{', '[]', '{"format":2}', 'null']) {
      writeFileSync(join(dataDir, 'launch/slots.json'), text)
      writeFileSync(join(dataDir, 'launch/painted.json'), text)
      expect(readSlots(dataDir)).toMatchObject({ current: 'installed', trial: null })
      expect(readPaintedNote(dataDir)).toBeNull()
    }
  })

  it('are written at most every five seconds, the first board at once', () => {
    let nowMs = 1_000_000
    const notes = createPaintedNotes(dataDir, '1.0.0', () => nowMs)
    notes.painted(null)
    nowMs += 1000
    notes.painted('first')
    expect(readPaintedNote(dataDir)).toMatchObject({ atMs: 1_001_000, snapshotId: 'first' })
    nowMs += 4999
    notes.painted('second')
    expect(readPaintedNote(dataDir)?.snapshotId).toBe('first')
    nowMs += 1
    notes.painted('second')
    expect(readPaintedNote(dataDir)).toMatchObject({ atMs: 1_006_000, snapshotId: 'second' })
    nowMs -= 3_600_000
    notes.painted('third')
    expect(readPaintedNote(dataDir)?.snapshotId).toBe('third')
  })
})
