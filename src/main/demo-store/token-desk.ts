import type { DemoCredentials } from './demo-store.types.ts'
import type { Random } from './random.ts'
import type { Reply } from './reply.ts'

const LIFE_S = 43_199
const MOST_TOKENS = 1000

export const CREDENTIALS: DemoCredentials = {
  companyId: '110447',
  clientId: 'TernTimber.Topshelf',
  clientSecret: 'demo-client-secret',
  username: 'Topshelf.COVA.APIUser.TernTimber',
  password: 'demo-password'
}

export interface TokenDesk {
  /** Answers a login. `body` is form-encoded, any other content type is refused. */
  readonly login: (contentType: string, body: string) => Reply
  readonly isValid: (authorization: string | undefined) => boolean
  readonly expireAll: () => void
}

export function tokenDeskOf(random: Random, nowMs: () => number): TokenDesk {
  const expiresAtMs = new Map<string, number>()
  return {
    login: (contentType, body) => {
      if (!contentType.startsWith('application/x-www-form-urlencoded')) {
        return refusal('invalid_request', 'The body must be application/x-www-form-urlencoded.')
      }
      const form = new URLSearchParams(body)
      if (form.get('grant_type') !== 'password') {
        return refusal('unsupported_grant_type', 'Only the password grant is supported.')
      }
      if (form.get('client_id') !== CREDENTIALS.clientId || form.get('client_secret') !== CREDENTIALS.clientSecret) {
        return refusal('invalid_client', 'The client is not known or its secret is wrong.')
      }
      if (form.get('username') !== CREDENTIALS.username || form.get('password') !== CREDENTIALS.password) {
        return refusal('invalid_grant', 'The user name or password is incorrect.')
      }
      const token = `${random.guid()}${random.guid()}`.replaceAll('-', '')
      const oldest = expiresAtMs.keys().next()
      if (expiresAtMs.size >= MOST_TOKENS && oldest.done !== true) expiresAtMs.delete(oldest.value)
      expiresAtMs.set(token, nowMs() + LIFE_S * 1000)
      return {
        status: 200,
        body: { access_token: token, token_type: 'bearer', expires_in: LIFE_S, refresh_token: random.guid() }
      }
    },
    isValid: (authorization) => {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
      return token !== undefined && (expiresAtMs.get(token) ?? 0) > nowMs()
    },
    expireAll: () => expiresAtMs.clear()
  }
}

function refusal(error: string, description: string): Reply {
  return { status: 400, body: { error, error_description: description } }
}
