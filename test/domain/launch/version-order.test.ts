import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, isNewer } from '../../../src/domain/launch/version-order.ts'

const number = fc.nat({ max: 30 })
const word = fc.constantFrom('alpha', 'beta', 'rc', '1', '2', '11')
const version = fc
  .tuple(number, number, number, fc.array(word, { maxLength: 3 }))
  .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre.length === 0 ? '' : `-${pre.join('.')}`}`)

describe('the order of versions', () => {
  it('is the one of Semantic Versioning', () => {
    const inOrder = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0'
    ]
    for (const [at, earlier] of inOrder.entries()) {
      for (const later of inOrder.slice(at + 1))
        expect([later, earlier, isNewer(later, earlier)]).toEqual([later, earlier, true])
    }
    expect(compareVersions('1.0.0+one', '1.0.0+two')).toBe(0)
  })

  it('is an order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)))
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      })
    )
  })

  it('takes what is no version for the oldest', () => {
    expect(isNewer('0.0.1', 'latest')).toBe(true)
    expect(isNewer('latest', '0.0.1')).toBe(false)
    expect(isNewer('', 'latest')).toBe(false)
  })
})
