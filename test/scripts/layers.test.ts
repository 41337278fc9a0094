import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { layerViolations } from '../../scripts/layers.ts'
import { looseVersions } from '../../scripts/loose-versions.ts'

const root = resolve(import.meta.dirname, '../..')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function treeOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-layers-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

function messagesOf(file: string, source: string): readonly string[] {
  return layerViolations(file, source).map((violation) => violation.message)
}

describe('layers', () => {
  it.each([
    ['src/domain/tax/taxes.ts', "import { readFileSync } from 'node:fs'", 'domain may not import node:fs'],
    ['src/domain/tax/taxes.ts', "import fastify from 'fastify'", 'domain may not import fastify'],
    [
      'src/domain/tax/taxes.ts',
      "import { openStore } from '../../main/store/store.ts'",
      'domain may not import main (../../main/store/store.ts)'
    ],
    [
      'src/domain/tax/taxes.ts',
      "import type { StorePort } from '../../main/store/store.ts'",
      'domain may not import main (../../main/store/store.ts)'
    ],
    [
      'src/domain/tax/taxes.ts',
      "export { boards } from '../../renderer/board.tsx'",
      'domain may not import renderer (../../renderer/board.tsx)'
    ],
    [
      'src/domain/tax/taxes.ts',
      "export const late = await import('../../main/store/store.ts')",
      'domain may not import main (../../main/store/store.ts)'
    ],
    ['src/domain/tax/taxes.ts', "import { helper } from '../../../test/helper.ts'", 'test/helper.ts lies outside src'],
    [
      'src/domain/market/market-profile.ts',
      "import lead from '../../../resources/market-profiles/a.json'",
      'resources/market-profiles/a.json lies outside src'
    ],
    [
      'src/renderer/board.tsx',
      "import { channels } from '../shared/channels.ts'",
      'renderer may import types of shared only (../shared/channels.ts)'
    ],
    [
      'src/renderer/board.tsx',
      "import { taxesOf } from '../domain/tax/taxes.ts'",
      'renderer may not import domain (../domain/tax/taxes.ts)'
    ],
    [
      'src/preload/preload.ts',
      "import { push } from '../main/desktop/ipc.ts'",
      'preload may not import main (../main/desktop/ipc.ts)'
    ],
    ['src/preload/preload.ts', "import { z } from 'zod'", 'preload may not import zod'],
    [
      'src/main/http/server.ts',
      "import { BoardPage } from '../../renderer/board.tsx'",
      'main may not import renderer (../../renderer/board.tsx)'
    ],
    [
      'src/main/http/server.ts',
      "import { app } from 'electron'",
      'electron is imported in src/main/desktop and src/preload only'
    ],
    [
      'src/main/desktop/board-window.ts',
      "import { ipcMain } from 'electron'",
      'ipcMain is used through the typed channels only'
    ],
    ['src/main/desktop/board-window.ts', "import electron from 'electron'", 'import what is used of electron by name'],
    ['src/shared/channels.ts', "export const names = ['a']", 'shared holds types, nothing that runs'],
    ['src/shared/channels.ts', "import type { z } from 'zod'", 'shared may not import zod']
  ])('%s: %s is refused', (file, source, message) => {
    expect(messagesOf(file, source)).toContain(message)
  })

  it.each([
    ['src/domain/tax/taxes.ts', "import { Decimal } from 'decimal.js'"],
    ['src/domain/tax/taxes.ts', "import { amountOf } from '../money/amount.ts'"],
    ['src/domain/tax/taxes.ts', "import type { TaxPricing } from '../../shared/board-snapshot.ts'"],
    ['src/main/http/server.ts', "import fastify from 'fastify'\nimport { taxesOf } from '../../domain/tax/taxes.ts'"],
    ['src/main/desktop/ipc.ts', "import { ipcMain } from 'electron'"],
    ['src/preload/preload.ts', "import { contextBridge, ipcRenderer } from 'electron'"],
    ['src/renderer/board.tsx', "import { useState } from 'react'\nexport const Board = () => <p>{useState(0)[0]}</p>"],
    ['src/shared/setup.ts', 'export interface Setup { readonly phase: string }\nexport type Phase = Setup["phase"]']
  ])('%s: %s is accepted', (file, source) => {
    expect(messagesOf(file, source)).toEqual([])
  })

  it('names file and line, and fails the check of a tree that breaks a layer', () => {
    const tree = treeOf({
      'package.json': '{"dependencies": {"zod": "4.6.7"}}',
      'src/domain/price.ts':
        "export const a = 1\n\nimport { readFileSync } from 'node:fs'\nexport const b = readFileSync"
    })
    const check = spawnSync(process.execPath, [join(root, 'scripts/check-layers.ts'), tree], { encoding: 'utf8' })
    expect(check.stderr).toBe('src/domain/price.ts:3: domain may not import node:fs\n')
    expect(check.status).toBe(1)
  })

  it('a cycle of imports fails the lint', () => {
    const tree = treeOf({
      'src/main/a.ts': "import { b } from './b.ts'\nexport const a = (): number => b()\n",
      'src/main/b.ts': "import { a } from './a.ts'\nexport const b = (): number => a()\n"
    })
    const lint = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-c', join(root, '.oxlintrc.json'), 'src'], {
      cwd: tree,
      encoding: 'utf8'
    })
    expect(lint.stdout).toContain('no-cycle')
    expect(lint.status).toBe(1)
  })
})

describe('versions', () => {
  it('a range, a tag or a repository is refused, an exact version is not', () => {
    const manifest = {
      dependencies: { fastify: '^5.12.8', zod: '4.6.7' },
      devDependencies: { vite: 'latest', react: 'github:facebook/react', vitest: '5.1.1-beta.2' }
    }
    expect(looseVersions(JSON.stringify(manifest))).toEqual([
      'fastify must have an exact version, not ^5.12.8',
      'vite must have an exact version, not latest',
      'react must have an exact version, not github:facebook/react'
    ])
  })
})
