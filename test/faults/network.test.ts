import { expect, it } from 'vitest'
import { networkPart } from './network.ts'

it('while the network fails, sales begin and end on the second; it catches up by itself', async () => {
  const { lines, violations } = await networkPart.run({
    ...networkPart.short,
    seed: Date.now() % 1_000_000,
    from: 0,
    isShort: true,
    tell: () => {}
  })
  for (const line of lines) console.log(line)
  expect(violations).toEqual([])
  expect(lines).toHaveLength(networkPart.short.times)
}, 90_000)
