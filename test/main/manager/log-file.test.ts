import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogFile } from '../../../src/main/manager/log-file.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'

const AT_MS = Date.parse('2026-11-20T22:00:00Z')
const SECRET = 'hunter2-of-the-store'

let dataDir: string
const logs = () => join(dataDir, 'logs')
const written = () => readFileSync(join(logs(), 'topshelf.log'), 'utf8')

beforeEach(() => {
  dataDir = temporaryDir()
})
afterEach(() => removeDir(dataDir))

describe('the log', () => {
  it('has each line with its time, and is there for the next run', async () => {
    const log = createLogFile(dataDir)
    log.writeWithout(async () => [])
    log.note('the engine has stopped', AT_MS)
    await log.flush()
    expect(written()).toBe('2026-11-20T22:00:00.000Z the engine has stopped\n')
    expect(createLogFile(dataDir).earlierLines()).toEqual(['2026-11-20T22:00:00.000Z the engine has stopped'])
    expect(log.earlierLines()).toEqual([])
  })

  it('holds no credential, in whatever spelling, and writes nothing before it knows them', async () => {
    const log = createLogFile(dataDir)
    log.note(`refused ${SECRET} and ${Buffer.from(SECRET).toString('base64')} Bearer abc.def`, AT_MS)
    await log.flush()
    expect(readdirSync(dataDir)).toEqual([])
    log.writeWithout(async () => [SECRET])
    await log.flush()
    expect(written()).toMatch(/refused \[redacted\] and \[redacted\] \[redacted\]/)
  })

  it('cuts no line in the middle of a credential', async () => {
    const log = createLogFile(dataDir)
    log.writeWithout(async () => [SECRET])
    log.note(`${'x'.repeat(1995 - '2026-11-20T22:00:00.000Z '.length)}${SECRET}`, AT_MS)
    await log.flush()
    expect(written()).not.toContain(SECRET.slice(0, 4))
    expect(written().length).toBeLessThanOrEqual(2001)
  })

  it('never grows beyond three files of its size, and keeps the newest lines', async () => {
    const log = createLogFile(dataDir, { mostBytes: 10_000 })
    log.writeWithout(async () => [])
    for (let line = 0; line < 5000; line += 1) {
      log.note(`line ${line} ${'x'.repeat(line % 3000)}`, AT_MS + line)
      if (line % 5 === 0) await log.flush()
    }
    await log.flush()
    expect(readdirSync(logs()).toSorted()).toEqual(['topshelf.1.log', 'topshelf.2.log', 'topshelf.log'])
    for (const name of readdirSync(logs())) expect(statSync(join(logs(), name)).size).toBeLessThan(20_000)
    expect(written()).toContain('line 4999')
  })

  it('says how many lines were too many while none could be written', async () => {
    const log = createLogFile(dataDir)
    for (let line = 0; line < 700; line += 1) log.note(`line ${line}`, AT_MS)
    log.writeWithout(async () => [])
    await log.flush()
    expect(written().split('\n')[0]).toBe('(200 lines before this were too many to be written)')
    expect(written()).toContain('line 699')
  })

  it('that cannot be written stops nobody, and is written once it can be', async () => {
    writeFileSync(logs(), 'in the way')
    const log = createLogFile(dataDir)
    log.writeWithout(async () => [])
    log.note('lost', AT_MS)
    await log.flush()
    rmSync(logs())
    mkdirSync(logs())
    log.note('kept', AT_MS)
    await log.flush()
    expect(written()).toContain('kept')
  })
})
