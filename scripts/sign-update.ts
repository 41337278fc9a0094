import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { UpdateInfo } from 'electron-updater'
import { getFileList, parseUpdateInfo } from 'electron-updater/out/providers/Provider.js'
import { digestOf } from '../src/main/update/file-download.ts'
import { publicLineOf, readPublicKey, signatureTextOf } from '../src/main/update/update-signature.ts'
import { writeWhole } from '../src/main/settings/write-whole.ts'
import type { UpdateChannel } from '../src/shared/update.ts'
import { projectRoot } from './project-root.ts'
import { runScript } from './run-script.ts'

const USAGE = `npm run sign-update -- DIR --key FILE [--key FILE]   signs what the feed in DIR names
npm run sign-update -- --check --key FILE [--key FILE]   says whether the program that is built takes what these keys sign
npm run sign-update -- --make-key FILE               makes a private key, prints its public line
npm run sign-update -- --public-key FILE             prints the public line of a private key
`

/** What electron-builder calls a channel's file: latest.yml, beta-mac.yml, latest-linux-arm64.yml. */
const CHANNEL_FILE = /^(latest|beta)(-mac|-linux(-\w+)?)?\.yml$/

interface NamedFile {
  readonly version: string
  readonly sha512: string
  readonly channels: Set<UpdateChannel>
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      check: { type: 'boolean' },
      'make-key': { type: 'string' },
      'public-key': { type: 'string' }
    }
  })
  if (values['make-key'] !== undefined) return makeKey(resolve(values['make-key']))
  if (values['public-key'] !== undefined) return tell(publicLineOf(keyIn(values['public-key'])))
  if (values.check === true && values.key !== undefined && positionals.length === 0) return checkKeys(values.key)
  const [dir] = positionals
  if (dir === undefined || positionals.length > 1 || values.key === undefined) {
    process.stderr.write(USAGE)
    return 2
  }
  return signFeed(resolve(dir), values.key.map(keyIn))
})

/** A private key is never written over: what it has signed could not be followed by anything. */
function makeKey(file: string): number {
  if (existsSync(file)) throw new Error(`${file} exists already`)
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  process.stderr.write(`The private key is in ${file}: keep it out of the repository, and a copy of it in a safe.\n`)
  return tell(publicLineOf(privateKey))
}

function tell(line: string): number {
  process.stdout.write(`${line}\n`)
  return 0
}

function keyIn(file: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(readFileSync(file))
  } catch (error) {
    throw new Error(`${file} holds no private key: ${(error as Error).message}`, { cause: error })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`)
  return key
}

/**
 * Each key must be one that the program is built with (docs/updates.md, Keys and rotation). A release that is signed by another, or built
 * without any, could be followed by no update.
 */
function checkKeys(files: readonly string[]): number {
  const list = process.env['TOPSHELF_UPDATE_KEYS'] || join(projectRoot, 'resources/update-keys.json')
  const { keys } = JSON.parse(readFileSync(list, 'utf8')) as { readonly keys: readonly string[] }
  if (keys.length === 0)
    throw new Error(
      `${list} lists no key: what is built from it would take no update, ever. Put the public line there.`
    )
  const accepted = new Set(keys.map((line) => readPublicKey(line).id))
  for (const file of files) {
    const line = publicLineOf(keyIn(file))
    if (!accepted.has(readPublicKey(line).id))
      throw new Error(
        `${file} is the private key of ${line}, which ${list} does not list: nobody would take what it signs`
      )
  }
  process.stdout.write(`${files.length === 1 ? 'The key is' : 'The keys are'} among the ${keys.length} of ${list}\n`)
  return 0
}

async function signFeed(dir: string, keys: readonly KeyObject[]): Promise<number> {
  const lists = readdirSync(dir).filter((name) => CHANNEL_FILE.test(name))
  if (lists.length === 0) throw new Error(`${dir} holds no latest.yml, latest-mac.yml, latest-linux.yml or the like`)
  const named = namedIn(dir, lists)
  for (const [file, { version, sha512, channels }] of named) {
    const path = join(dir, file)
    if (!existsSync(path)) throw new Error(`${file} is named in the feed, and is not in ${dir}`)
    const actual = await digestOf(path)
    if (actual !== sha512) throw new Error(`${file} is not the file that the feed names: its SHA-512 is ${actual}`)
    const signed = { file, version, channels: [...channels].sort(), size: statSync(path).size, sha512 }
    writeWhole(dir, `${file}.sig`, signatureTextOf(signed, keys))
    process.stdout.write(`${file}.sig: ${version}, ${signed.channels.join(' and ')}\n`)
  }
  return 0
}

function infoIn(dir: string, list: string): UpdateInfo {
  return parseUpdateInfo(readFileSync(join(dir, list), 'utf8'), list, new URL(`file:///${list}`))
}

/** Every file that a channel of the feed names, by its name. Two channels may name one, of one version. */
function namedIn(dir: string, lists: readonly string[]): ReadonlyMap<string, NamedFile> {
  const named = new Map<string, NamedFile>()
  for (const list of lists) {
    const info = infoIn(dir, list)
    for (const { url, sha512 } of getFileList(info)) {
      const file = decodeURIComponent(basename(url))
      const known = named.get(file) ?? { version: info.version, sha512, channels: new Set() }
      if (known.version !== info.version || known.sha512 !== sha512)
        throw new Error(`${list} names ${file} as ${info.version}, and another list as something else`)
      known.channels.add(list.startsWith('beta') ? 'beta' : 'stable')
      named.set(file, known)
    }
  }
  return named
}
