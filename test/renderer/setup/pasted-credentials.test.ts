import { describe, expect, it } from 'vitest'
import { credentialsIn } from '../../../src/renderer/setup/pasted-credentials.ts'

const ALL = { companyId: '1042', clientId: 'abc', clientSecret: 's:e=c', username: 'api@store.ca', password: 'p w' }

describe('pasted credentials', () => {
  it.each([
    [
      'lines of a letter',
      'Company ID: 1042\nClient ID: abc\nClient secret: s:e=c\nUsername: api@store.ca\nPassword: p w'
    ],
    [
      'environment lines',
      'COVA_COMPANY_ID=1042\nCOVA_CLIENT_ID=abc\nCOVA_CLIENT_SECRET=s:e=c\nCOVA_USERNAME=api@store.ca\nCOVA_PASSWORD=p w'
    ],
    ['JSON', JSON.stringify(ALL, null, 2)]
  ])('are found in %s', (_name, text) => {
    expect(credentialsIn(text)).toEqual(ALL)
  })

  it('are only those that the text names', () => {
    expect(credentialsIn('Hello,\nyour client id: abc\nClient ID: abc\nRegards: Cova')).toEqual({ clientId: 'abc' })
  })
})
