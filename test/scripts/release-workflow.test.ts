import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/project-root.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly needs?: string
  readonly steps: readonly Step[]
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } }
}

// The reader of electron-updater, which takes its feeds for what it says.
const { load } = createRequire(createRequire(import.meta.url).resolve('electron-updater'))('js-yaml') as {
  readonly load: (text: string) => unknown
}
const text = readFileSync(join(projectRoot, '.github/workflows/release.yml'), 'utf8')
const { jobs } = load(text) as { readonly jobs: Readonly<Record<string, Job>> }
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const steps = Object.values(jobs).flatMap((job) => job.steps)
const lines = (job: string): string => (jobs[job]?.steps ?? []).map(({ run }) => run ?? '').join('\n')

describe('the release', () => {
  it('is built for Windows, macOS and Linux, each on x64 and arm64', () => {
    const built = jobs['package']?.strategy?.matrix.include.map(({ system, arch }) => `${system} ${arch}`)
    expect(built?.toSorted()).toEqual([
      'linux arm64',
      'linux x64',
      'macos arm64',
      'macos x64',
      'windows arm64',
      'windows x64'
    ])
  })

  it('runs scripts that there are, and npm by nothing else but its own install', () => {
    const named = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/\bnpm (?:run )?([\w:-]+)/g)])
    expect(named.length).toBeGreaterThan(8)
    for (const [whole, name] of named) {
      if (whole === 'npm ci') continue
      if (whole !== 'npm test') expect(whole).toMatch(/^npm run /)
      const files = [...(scripts[name!] ?? '').matchAll(/scripts\/[\w-]+\.ts/g)].map(([file]) => file)
      expect(scripts, `${whole} is no script`).toHaveProperty([name!])
      for (const file of files) expect(existsSync(join(projectRoot, file)), file).toBe(true)
    }
  })

  it('uses the actions of others by the commit that was looked at', () => {
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]))
    expect(used.length).toBeGreaterThan(4)
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
    // Which version that is stands beside it.
    expect([...text.matchAll(/uses: \S+ # v\d+\.\d+\.\d+$/gm)]).toHaveLength(used.length)
  })

  it('asks before anything is built whether its key is one that the program takes, and whether faults are known', () => {
    expect(jobs['package']?.needs).toBe('may-be-released')
    expect(jobs['feed']?.needs).toBe('package')
    const before = lines('may-be-released')
    expect(before).toContain('npm run sign-update -- --check --key')
    expect(before).toContain('npm run audit')
    expect(lines('feed')).toContain('npm run sign-update -- release --key')
  })

  it('starts what it packaged before it hands that on', () => {
    const packaging = (jobs['package']?.steps ?? []).map((step) => step.run ?? step.uses ?? '')
    const at = (part: string): number => packaging.findIndex((run) => run.includes(part))
    expect(at('npm run package')).toBeGreaterThan(0)
    expect(at('npm run test:electron')).toBeGreaterThan(at('npm run package'))
    expect(at('npm run test:electron')).toBeLessThan(at('actions/upload-artifact'))
    const tried = [...packaging[at('npm run test:electron')]!.matchAll(/test\/electron\/[\w-]+\.test\.ts/g)]
    expect(tried.length).toBeGreaterThan(0)
    for (const [file] of tried) expect(existsSync(join(projectRoot, file)), file).toBe(true)
  })

  it('gives the private key to the two steps that need it, and to nothing else', () => {
    const given = Object.entries(jobs).flatMap(([name, job]) =>
      job.steps.filter((step) => JSON.stringify(step).includes('UPDATE_KEY')).map(({ run }) => [name, run] as const)
    )
    expect(given.map(([name]) => name)).toEqual(['may-be-released', 'feed'])
    for (const [, run] of given) expect(run).toContain('npm run sign-update')
    expect(text.match(/secrets\.UPDATE_KEY/g)).toHaveLength(2)
  })
})

it('a package that lacks what was asked for ends its step with 1, whatever the packager does at the end of the process', () => {
  // As the packager does once it has made a temporary file: its hook ends a process that has nothing left to do with 0.
  const packager = createRequire(createRequire(import.meta.url).resolve('app-builder-lib')).resolve('async-exit-hook')
  const hook = `data:text/javascript,import hook from ${JSON.stringify(pathToFileURL(packager).href)}; hook((done) => done?.())`
  const run = ['--import', hook, join(projectRoot, 'scripts/package.ts'), '--arch', 'mips']
  const { status, stderr } = spawnSync(process.execPath, run, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' }
  })
  expect(stderr).toBe('there is no package for mips: x64 and arm64 have one\n')
  expect(status).toBe(1)
})
