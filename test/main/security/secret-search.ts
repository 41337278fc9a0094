import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** As no program writes by chance. */
export const PLANTED = {
  COVA_COMPANY_ID: '907351846251',
  COVA_CLIENT_ID: 'PLANTED-client-id-7f3a',
  COVA_CLIENT_SECRET: 'PLANTED client/secret+9c2b=="',
  COVA_USERNAME: 'planted.user@5d1e.example',
  COVA_PASSWORD: 'plänted pass%wörd & 8e4f'
} as const
export const PLANTED_PIN = '730519284655'

export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

/** Every file of a folder, raw: databases with their logs too. */
export function filesIn(folder: string): readonly Place[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

/** "the PIN in settings.json" for each secret, what it is and its value, that stands in a place, in whichever spelling. */
export function secretsFound(
  places: readonly Place[],
  secrets: readonly (readonly [what: string, value: string])[]
): readonly string[] {
  return places.flatMap(({ name, bytes }) =>
    secrets
      .filter(([, secret]) =>
        everySpelling(secret).some(
          (spelling) => bytes.includes(spelling) || bytes.includes(Buffer.from(spelling, 'utf16le'))
        )
      )
      .map(([what]) => `${what} in ${name}`)
  )
}

function everySpelling(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret)
  return [
    secret,
    encoded,
    encoded.replaceAll('%20', '+'),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret, 'utf16le').toString('latin1')
  ]
}
