import type { CovaCredentials } from '../../shared/setup.ts'

/** The five values, each of which stays out of files. */
export function secretsOf(credentials: CovaCredentials | null): readonly string[] {
  if (credentials === null) return []
  const { companyId, clientId, clientSecret, username, password } = credentials
  return [companyId, clientId, clientSecret, username, password]
}
