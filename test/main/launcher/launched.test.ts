import { fork } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { START_ANEW } from '../../../src/main/launcher/launched.ts'

describe('an app that leaves and says why', () => {
  it('leaves once it is said, however slow the channel is: unsaid, its end would be a crash', async () => {
    const app = fork(join(import.meta.dirname, 'held-app.ts'))
    const said: string[] = []
    app.on('message', (message) => said.push((message as { topshelf: string }).topshelf))
    // The channel's end comes behind all that was said on it.
    const [code] = await Promise.all([
      new Promise((resolve) => app.once('exit', resolve)),
      new Promise<void>((resolve) => app.once('disconnect', resolve))
    ])
    expect(said).toEqual(['alive', 'held'])
    expect(code).toBe(START_ANEW)
  })
})
