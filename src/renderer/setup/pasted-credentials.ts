import type { CovaCredentials, CredentialField } from '../../shared/setup.ts'

const FIELD_BY_WORD: Readonly<Record<string, CredentialField>> = {
  companyid: 'companyId',
  company: 'companyId',
  clientid: 'clientId',
  clientsecret: 'clientSecret',
  secret: 'clientSecret',
  username: 'username',
  user: 'username',
  password: 'password'
}

/**
 * The fields named in a pasted text: one "name: value" or "name=value" to a line, or JSON; names in any spelling
 * ("Company ID", "COVA_COMPANY_ID", "company_id"). Lines that name no field are left alone.
 */
export function credentialsIn(text: string): Partial<CovaCredentials> {
  const found: { -readonly [Field in CredentialField]?: string } = {}
  for (const [, name = '', value = ''] of text.matchAll(/^[\s"{,]*([A-Za-z_ ]+?)["\s]*[:=]\s*(.*?)[\s",}]*$/gm)) {
    const word = name
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .replace(/^cova/, '')
    const field = FIELD_BY_WORD[word]
    const unquoted = value.replace(/^"/, '')
    if (field !== undefined && unquoted !== '') found[field] = unquoted
  }
  return found
}
