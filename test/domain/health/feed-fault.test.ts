import { describe, expect, it } from 'vitest'
import { feedFaultOf } from '../../../src/domain/health/feed-fault.ts'
import { transportFaultOf } from '../../../src/main/cova/transport-failure.ts'

const LANGUAGES = ['en', 'fr', 'es'] as const

/** Every code that a run can fail with (docs/cova-wire.md, Errors; docs/store.md, When something fails). */
const CODES = [
  'bad-credentials',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'bad-reply',
  'timeout',
  'unreachable',
  'circuit-open',
  'cancelled',
  'interrupted',
  'disk-full',
  'data-dir-unwritable',
  'database-busy',
  'database-corrupt',
  'internal-error'
]

describe('a failed run, told to a manager', () => {
  it.each(CODES)('%s: what happened and what to do, in three languages', (code) => {
    const told = LANGUAGES.map((language) => feedFaultOf({ code, message: 'the line' }, language))
    for (const { what, todo, detail } of told) {
      expect(what).toMatch(/\.$/)
      expect(todo).toMatch(/\.$/)
      expect(detail).toBe('the line')
    }
    expect(new Set(told.map(({ what }) => what)).size).toBe(3)
    expect(new Set(told.map(({ todo }) => todo)).size).toBe(3)
  })

  it('names on a 403 the permission to ask Cova for, in its own words', () => {
    for (const language of LANGUAGES)
      expect(feedFaultOf({ code: 'forbidden', message: '' }, language).todo).toContain(
        'Manage Dispensary Specific Elements'
      )
  })

  it('tells a name that is not found, a certificate and a missing network apart, as the client writes them down', () => {
    const said = (cause: string): string => {
      const { code, words } = transportFaultOf({ code: cause })
      return feedFaultOf({ code, message: `Cova could not be reached: ${words}` }, 'en').what
    }
    expect(said('ENOTFOUND')).toContain('(DNS)')
    expect(said('EAI_AGAIN')).toContain('(DNS)')
    expect(said('CERT_HAS_EXPIRED')).toContain('(TLS)')
    expect(said('DEPTH_ZERO_SELF_SIGNED_CERT')).toContain('(TLS)')
    expect(said('ENETUNREACH')).toBe('This machine has no network.')
    expect(said('EHOSTUNREACH')).toBe('This machine has no network.')
    expect(said('ECONNREFUSED')).toBe('Cova could not be reached.')
    expect(said('ETIMEDOUT')).toBe('Cova did not answer in time.')
  })
})
