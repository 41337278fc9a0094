import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What may be shipped: licences that ask for their notice alone, fonts' own, and MPL-2.0, which asks for the source of its
 * own files, taken here as they are published.
 */
const permitted: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense'
])

/** Packages whose manifest names no licence, by name and version: what the text that lies in them is. */
const readByHand: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' }

export interface SbomComponent {
  readonly name: string
  readonly version: string
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string }
    readonly expression?: string
  }[]
}

/** The SPDX id or expression of a component; null where nothing says. */
export function licenceOf({ name, version, licenses }: SbomComponent): string | null {
  const said = licenses
    ?.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
    .join(' AND ')
  return said === undefined || said === '' ? (readByHand[`${name}@${version}`] ?? null) : said
}

/** Of alternatives one is enough; of what goes together all are needed. */
export function isPermitted(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => permitted.has(one.trim())))
}

/** The notices that lie in an installed package; none where it is for another system, or has no such file. */
export function noticesOf(modules: string, { name }: SbomComponent): readonly string[] {
  const folder = join(modules, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying|ofl)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
}
