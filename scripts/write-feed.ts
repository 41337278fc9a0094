import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { writeWhole } from '../src/main/settings/write-whole.ts'
import { runScript } from './run-script.ts'

const USAGE = `npm run write-feed -- DIR [--channel latest|beta] [--rollout PERCENT]   names a release's files in DIR for updates\n`

/** Topshelf-1.2.3-linux-x64.tar.gz: what goes into a slot. Installers are for people, and are not named. */
const SLOT_FILE =
  /^Topshelf-(?<version>\d+\.\d+\.\d+(?:-[\w.]+)?)-(?<os>linux|mac|win)-(?<arch>x64|arm64)\.(?<ending>tar\.gz|AppImage|zip)$/

interface FeedFile {
  readonly url: string
  readonly sha512: string
  readonly size: number
}

/**
 * Writes the channel's files of a directory as electron-builder names them, over what lies there: so that a feed is made of
 * files that several machines built, and of those that go into a slot.
 */
async function writeFeed(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { channel: { type: 'string', default: 'latest' }, rollout: { type: 'string' } }
  })
  const [dir] = positionals
  if (dir === undefined || positionals.length > 1 || !/^(latest|beta)$/.test(values.channel)) {
    process.stderr.write(USAGE)
    return 2
  }
  const rollout = values.rollout === undefined ? null : Number(values.rollout)
  if (rollout !== null && !(rollout >= 0 && rollout <= 100)) throw new Error('--rollout: expected 0 to 100')
  const lists = new Map<string, { readonly version: string; readonly files: FeedFile[] }>()
  for (const name of readdirSync(dir).toSorted()) {
    const found = SLOT_FILE.exec(name)?.groups
    if (found === undefined) continue
    const list = listNameOf(values.channel, found['os']!, found['arch']!)
    const known = lists.get(list) ?? { version: found['version']!, files: [] }
    if (known.version !== found['version'])
      throw new Error(`${dir} holds ${known.version} and ${found['version']}: a feed names one version`)
    known.files.push(await feedFileOf(join(dir, name), name))
    lists.set(list, known)
  }
  if (lists.size === 0) throw new Error(`${dir} holds no file of a release, such as Topshelf-1.2.3-linux-x64.tar.gz`)
  for (const [list, { version, files }] of lists) {
    writeWhole(resolve(dir), list, ymlOf(version, files, rollout))
    process.stdout.write(`${list}: ${files.map(({ url }) => url).join(', ')}\n`)
  }
  return 0
}

/** Windows and macOS have one list for both processors, Linux one each. */
function listNameOf(channel: string, os: string, arch: string): string {
  if (os === 'win') return `${channel}.yml`
  if (os === 'mac') return `${channel}-mac.yml`
  return arch === 'x64' ? `${channel}-linux.yml` : `${channel}-linux-${arch}.yml`
}

async function feedFileOf(file: string, url: string): Promise<FeedFile> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return { url, sha512: hash.digest('base64'), size: statSync(file).size }
}

/** Names and digests hold no character that YAML would read otherwise. */
function ymlOf(version: string, files: readonly FeedFile[], rollout: number | null): string {
  const [first] = files
  const lines = [
    `version: ${version}`,
    'files:',
    ...files.flatMap(({ url, sha512, size }) => [`  - url: ${url}`, `    sha512: ${sha512}`, `    size: ${size}`]),
    `path: ${first!.url}`,
    `sha512: ${first!.sha512}`,
    `releaseDate: '${new Date().toISOString()}'`,
    ...(rollout === null ? [] : [`stagingPercentage: ${rollout}`])
  ]
  return `${lines.join('\n')}\n`
}

await runScript(writeFeed)
