import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isPermitted, licenceOf, noticesOf, type SbomComponent } from './production-licences.ts'
import { projectRoot } from './project-root.ts'
import { runScript } from './run-script.ts'

interface Sbom {
  readonly metadata: { readonly component: Readonly<Record<string, unknown>> }
  readonly components: readonly SbomComponent[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly dev?: boolean; readonly version?: string; readonly license?: string; readonly integrity?: string }
    >
  >
}

/** What is shipped beside the production dependencies: the runtime, which is none of them for npm. */
const shippedTools = ['electron'] as const

/**
 * Writes what is shipped: `out/sbom.json` (CycloneDX), by npm itself from the lockfile, so that no network is needed, and
 * `out/licences.txt`, each package with its licence and its notices. Exit 1 where a licence is unknown or not permitted.
 */
export function writeSbom(outDir = join(projectRoot, 'out')): readonly string[] {
  const sbom = sbomOf()
  const faults = sbom.components.flatMap((component) => {
    const licence = licenceOf(component)
    if (licence === null) return [`${component.name}@${component.version}: nothing says its licence`]
    return isPermitted(licence) ? [] : [`${component.name}@${component.version}: ${licence} is not permitted`]
  })
  mkdirSync(outDir, { recursive: true })
  writeFileSync(join(outDir, 'sbom.json'), `${JSON.stringify(sbom, null, 2)}\n`)
  writeFileSync(join(outDir, 'licences.txt'), licencesText(sbom.components))
  return faults
}

function sbomOf(): Sbom {
  // npm's own `--omit=dev` leaves out what a tool of ours needs as well: the lockfile tells it right.
  const made = JSON.parse(
    runNpm(['sbom', '--package-lock-only', '--offline', '--sbom-format=cyclonedx', '--loglevel=error'])
  ) as Sbom
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
  const shipped = shippedPackages()
  const refOf = ({ name, version: of }: SbomComponent): string => `${name}@${of}`
  const components = made.components.filter((component) => shipped.has(refOf(component)))
  const refs = new Set([...components.map(refOf), `topshelf@${version}`])
  return {
    ...made,
    // npm calls the program by its folder.
    metadata: {
      ...made.metadata,
      component: { ...made.metadata.component, type: 'application', name: 'topshelf', version }
    },
    components: [...components, ...shippedTools.map(shippedTool)],
    dependencies: made.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
  }
}

/** "name@version" of what the program needs to run, by the lockfile. */
function shippedPackages(): ReadonlySet<string> {
  const entries = Object.entries(lockfile().packages).filter(([path, { dev }]) => path !== '' && dev !== true)
  return new Set(entries.map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`))
}

function lockfile(): Lockfile {
  return JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Lockfile
}

/** npm by the path that it tells its scripts, or as the shell finds it. */
function runNpm(options: readonly string[]): string {
  const { npm_execpath: npm } = process.env
  const limits = { cwd: projectRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  return npm === undefined
    ? execFileSync('npm', options, { ...limits, shell: process.platform === 'win32' })
    : execFileSync(process.execPath, [npm, ...options], limits)
}

function shippedTool(name: string): SbomComponent {
  const found = lockfile().packages[`node_modules/${name}`]
  if (found?.version === undefined) throw new Error(`the lockfile has no ${name}`)
  const { version, license, integrity } = found
  const [, sha512] = /^sha512-(.+)$/.exec(integrity ?? '') ?? []
  return {
    'bom-ref': `${name}@${version}`,
    type: 'framework',
    name,
    version,
    scope: 'required',
    purl: `pkg:npm/${name}@${version}`,
    ...(sha512 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
    ...(license === undefined ? {} : { licenses: [{ license: { id: license } }] })
  } as SbomComponent
}

function licencesText(components: readonly SbomComponent[]): string {
  const modules = join(projectRoot, 'node_modules')
  const parts = components
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((component) => {
      const head = `${component.name} ${component.version}: ${licenceOf(component) ?? 'unknown'}`
      return [head, ...noticesOf(modules, component)].join('\n\n')
    })
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runScript(async () => {
    const faults = writeSbom()
    for (const fault of faults) process.stderr.write(`${fault}\n`)
    if (faults.length === 0) process.stdout.write('out/sbom.json and out/licences.txt are written\n')
    return faults.length === 0 ? 0 : 1
  })
