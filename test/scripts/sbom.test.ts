import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPermitted, licenceOf, type SbomComponent } from '../../scripts/production-licences.ts'
import { projectRoot } from '../../scripts/project-root.ts'
import { writeSbom } from '../../scripts/write-sbom.ts'

interface Sbom {
  readonly bomFormat: string
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } }
  readonly components: readonly (SbomComponent & { readonly purl: string; readonly hashes?: readonly unknown[] })[]
}

let out: string
let faults: readonly string[]
let sbom: Sbom

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'topshelf-sbom-'))
  faults = writeSbom(out)
  sbom = JSON.parse(readFileSync(join(out, 'sbom.json'), 'utf8')) as Sbom
}, 60_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('what is shipped', () => {
  it('is listed whole: every dependency of the program, and its runtime, each with where it is from and its hash', () => {
    const { dependencies, devDependencies, version } = JSON.parse(
      readFileSync(join(projectRoot, 'package.json'), 'utf8')
    ) as { dependencies: Record<string, string>; devDependencies: Record<string, string>; version: string }
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'topshelf', version } } })
    const listed = new Map(sbom.components.map(({ name, version: of }) => [name, of]))
    for (const [name, of] of Object.entries(dependencies)) expect([name, listed.get(name)]).toEqual([name, of])
    expect(listed.get('electron')).toBe(devDependencies['electron'])
    expect(listed.has('vitest')).toBe(false)
    for (const { purl, hashes } of sbom.components) {
      expect(purl).toMatch(/^pkg:npm\//)
      expect(hashes?.length ?? 0).toBeGreaterThan(0)
    }
  })

  it('names no address of where it was fetched from, and no folder of the machine', () => {
    expect(readFileSync(join(out, 'sbom.json'), 'utf8')).not.toMatch(
      /https?:\/\/(?!cyclonedx\.org)|\/(home|root|tmp|Users)\//
    )
  })

  it('has a licence that may be shipped, each', () => {
    expect(faults).toEqual([])
    const text = readFileSync(join(out, 'licences.txt'), 'utf8')
    for (const { name, version } of sbom.components) expect(text).toContain(`${name} ${version}: `)
    expect(text).toContain('Permission is hereby granted, free of charge')
  })

  it('is little: what it takes to show a board', () => {
    expect(sbom.components.length).toBeLessThan(200)
  })
})

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', 'OFL-1.1'])('%s is permitted', (licence) => {
    expect(isPermitted(licence)).toBe(true)
  })
  it.each(['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'UNLICENSED', 'SEE LICENSE IN x', ''])(
    '%j is not',
    (licence) => {
      expect(isPermitted(licence)).toBe(false)
    }
  )
  it('that nobody names is unknown', () => {
    expect(licenceOf({ name: 'x', version: '1.0.0' })).toBeNull()
  })
})
