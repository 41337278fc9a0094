import { describe, expect, it } from 'vitest'
import { takenOver, takesOver } from '../../../src/main/launcher/launched.ts'

describe('the app that a launcher is to take over', () => {
  it('is named by process and version', () => {
    expect(takenOver(['--demo', takesOver(4711, '1.2.0-beta.1')])).toEqual({ pid: 4711, version: '1.2.0-beta.1' })
    expect(takenOver(['--demo'])).toBeNull()
  })

  it.each(['0', '1', '-1', '01', '', 'x'])('is never process "%s", whose end would be that of others', (pid) => {
    expect(takenOver([`--takes-over=${pid},1.0.0`])).toBeNull()
  })
})
