import { posix } from 'node:path'
import { parseSync } from 'vite'

/** One import that points the wrong way, or code where there may be none. */
export interface Violation {
  /** Relative to the root, with slashes. */
  readonly file: string
  readonly line: number
  readonly message: string
}

type LayerName = 'domain' | 'shared' | 'main' | 'preload' | 'renderer'

interface Layer {
  /** Layers whose values may be imported; a layer may always import itself. */
  readonly values: readonly LayerName[]
  /** Layers of which only types may be imported. */
  readonly types: readonly LayerName[]
  /** Packages and built-in modules, by exact name or as a prefix that ends in "/" or ":"; null allows any. */
  readonly packages: readonly string[] | null
}

/** The arrows of docs/architecture.md. */
const layers: Readonly<Record<LayerName, Layer>> = {
  domain: {
    values: [],
    types: ['shared'],
    packages: ['decimal.js', 'fraction.js', 'ical.js', 'rrule', 'temporal-polyfill', 'windows-iana']
  },
  shared: { values: [], types: [], packages: [] },
  main: { values: ['domain'], types: ['shared'], packages: null },
  preload: { values: [], types: ['shared'], packages: ['electron'] },
  renderer: {
    values: [],
    types: ['shared'],
    packages: [
      'react',
      'react/',
      'react-dom',
      'react-dom/',
      'react-aria-components',
      '@internationalized/date',
      '@tanstack/react-query',
      '@fontsource-variable/'
    ]
  }
}

const electronFolders = ['src/main/desktop/', 'src/preload/']
/** Whoever needs a channel goes through the typed wrappers in these. */
const rawIpc: Readonly<Record<string, (file: string) => boolean>> = {
  ipcMain: (file) => file === 'src/main/desktop/ipc.ts',
  ipcRenderer: (file) => file.startsWith('src/preload/')
}

interface Import {
  readonly start: number
  readonly specifier: string
  readonly names: readonly string[]
  readonly isType: boolean
}

/** What breaks the layering in one file of src/; `file` is relative to the root, with slashes. */
export function layerViolations(file: string, source: string): readonly Violation[] {
  const from = layerOf(file)
  const parsed = parseSync(file, source)
  const at = (start: number, message: string): Violation => ({
    file,
    line: source.slice(0, start).split('\n').length,
    message
  })
  if (parsed.errors.length > 0) return [at(0, `cannot be parsed: ${parsed.errors[0]!.message}`)]
  if (from === null) return [at(0, 'lies in none of the layers domain, shared, main, preload and renderer')]

  const found = importsOf(parsed, source).flatMap((one) =>
    importViolations(file, from, one).map((message) => at(one.start, message))
  )
  if (from !== 'shared') return found
  const running = parsed.program.body.filter((statement) => !isTypeOnly(statement))
  return [...found, ...running.map((statement) => at(statement.start, 'shared holds types, nothing that runs'))]
}

function importViolations(file: string, from: LayerName, one: Import): readonly string[] {
  if (one.specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), one.specifier))
    const to = layerOf(target)
    // The version and the name of the product, and data that comes with it.
    if (from === 'main' && (target === 'package.json' || /^resources\/.*\.json$/.test(target))) return []
    if (to === null) return [`${target} lies outside src`]
    if (to === from || layers[from].values.includes(to)) return []
    if (!layers[from].types.includes(to)) return [`${from} may not import ${to} (${one.specifier})`]
    return one.isType ? [] : [`${from} may import types of ${to} only (${one.specifier})`]
  }

  const messages: string[] = []
  const allowed = layers[from].packages
  if (allowed !== null && !allowed.some((name) => one.specifier === name || isUnder(one.specifier, name))) {
    messages.push(`${from} may not import ${one.specifier}`)
  }
  if (one.specifier === 'electron' || one.specifier.startsWith('electron/')) {
    if (!electronFolders.some((folder) => file.startsWith(folder))) {
      messages.push('electron is imported in src/main/desktop and src/preload only')
    }
    if (one.names.includes('*')) messages.push('import what is used of electron by name')
    for (const [name, isAllowed] of Object.entries(rawIpc)) {
      if (one.names.includes(name) && !isAllowed(file)) messages.push(`${name} is used through the typed channels only`)
    }
  }
  return messages
}

function isUnder(specifier: string, prefix: string): boolean {
  return /[/:]$/.test(prefix) && specifier.startsWith(prefix)
}

function layerOf(path: string): LayerName | null {
  const name = /^src\/([^/]+)\//.exec(path)?.[1]
  return name !== undefined && name in layers ? (name as LayerName) : null
}

function importsOf({ module }: ReturnType<typeof parseSync>, source: string): readonly Import[] {
  const imports = module.staticImports.map((one) => ({
    start: one.start,
    specifier: one.moduleRequest.value,
    names: one.entries.map((entry) => (entry.importName.kind === 'Name' ? (entry.importName.name ?? '*') : '*')),
    isType: one.entries.length > 0 && one.entries.every((entry) => entry.isType)
  }))
  const exports = module.staticExports.flatMap((one) =>
    one.entries
      .filter((entry) => entry.moduleRequest !== null)
      .map((entry) => ({
        start: one.start,
        specifier: entry.moduleRequest!.value,
        names: [entry.importName.name ?? '*'],
        isType: entry.isType
      }))
  )
  const dynamic = module.dynamicImports.map((one) => ({
    start: one.start,
    specifier: source.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    names: ['*'],
    isType: false
  }))
  return [...imports, ...exports, ...dynamic]
}

function isTypeOnly(statement: ReturnType<typeof parseSync>['program']['body'][number]): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
      return true // Looked at as an import.
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return true
    case 'ExportNamedDeclaration':
      return statement.exportKind === 'type'
    default:
      return false
  }
}
