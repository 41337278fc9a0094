import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { DAYLIGHT_SAVING_VECTORS } from './daylight-saving-vectors.ts'
import { spansOf } from './event-text.ts'
import { vectorAnswers, vectorScheduleOf } from './vector-answers.ts'

describe('both changes of the clock', () => {
  it.each(DAYLIGHT_SAVING_VECTORS)('$name', (vector) => {
    expect(spansOf(vectorScheduleOf(vector), vector.zone, vector.from, vector.to)).toEqual(vector.spans)
  })
})

describe('the host', () => {
  const script = fileURLToPath(new URL('print-vector-answers.ts', import.meta.url))
  const answersUnder = async (hostZone: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], {
      env: { ...process.env, TZ: hostZone, NODE_OPTIONS: '' }
    })
    return stdout
  }

  it.each(['UTC', 'America/Toronto', 'Australia/Lord_Howe'])('has no say in the answers: TZ=%s', async (hostZone) => {
    expect(await answersUnder(hostZone)).toBe(vectorAnswers())
  })
})
