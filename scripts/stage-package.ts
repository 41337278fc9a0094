import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { stageDir } from '../electron-builder.config.ts'
import { outDir } from './ensure-built.ts'
import { projectRoot } from './project-root.ts'

const modules = join(projectRoot, 'node_modules')

/** For which machine an app is staged. */
export interface PackageTarget {
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly arch: 'x64' | 'arm64'
  /**
   * The binding of better-sqlite3 as it was built here, in place of the prebuilt one: for a runtime that is older than the
   * one the app ships with.
   */
  readonly builtBinding: boolean
}

/**
 * Lays out what a package holds and nothing else: the bundles without their maps, what they read beside them, and the two
 * native modules with the bindings of one machine. Throws where something of it is missing.
 */
export function stagePackage(target: PackageTarget): void {
  rmSync(stageDir, { recursive: true, force: true })
  mkdirSync(stageDir, { recursive: true })
  for (const part of ['main', 'preload', 'renderer']) {
    cpSync(join(outDir, part), join(stageDir, 'out', part), {
      recursive: true,
      filter: (file) => !file.endsWith('.map')
    })
  }
  for (const part of ['icon.png', 'print-fonts']) {
    cpSync(join(projectRoot, 'resources', part), join(stageDir, 'resources', part), { recursive: true })
  }
  for (const list of ['sbom.json', 'licences.txt']) cpSync(join(outDir, list), join(stageDir, 'resources', list))
  stagePackageFile()
  stageSqlite(target)
  stageImages(target)
}

/** Names the two native modules: everything else is in the bundles. */
function stagePackageFile(): void {
  const product = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Record<string, unknown>
  const dependencies = product['dependencies'] as Record<string, string>
  const kept = {
    name: product['name'],
    productName: product['productName'],
    version: product['version'],
    description: product['description'],
    author: 'Topshelf',
    // A Debian package must name one; a name that is nobody's until there is one.
    homepage: process.env['TOPSHELF_HOMEPAGE'] ?? 'https://topshelf.example',
    // What a desktop knows the windows by.
    desktopName: 'topshelf.desktop',
    private: true,
    type: product['type'],
    main: product['main'],
    dependencies: {
      '@napi-rs/image': dependencies['@napi-rs/image'],
      'better-sqlite3': dependencies['better-sqlite3']
    }
  }
  writeFileSync(join(stageDir, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`)
}

function stageSqlite({ platform, arch, builtBinding }: PackageTarget): void {
  const binding = builtBinding ? 'build/Release/better_sqlite3.node' : `prebuilds/${platform}-${arch}.node`
  for (const file of ['package.json', 'LICENSE', 'lib', binding]) copyModule('better-sqlite3', file)
}

function stageImages({ platform, arch }: PackageTarget): void {
  for (const file of ['package.json', 'LICENSE', 'index.js']) copyModule('@napi-rs/image', file)
  const bound = { linux: `linux-${arch}-gnu`, darwin: `darwin-${arch}`, win32: `win32-${arch}-msvc` }[platform]
  copyModule(`@napi-rs/image-${bound}`, '.')
}

function copyModule(name: string, file: string): void {
  const source = join(modules, name, file)
  if (!existsSync(source))
    throw new Error(`there is no ${relative(projectRoot, source)}: it is installed on that kind of machine alone`)
  const copy = join(stageDir, 'node_modules', name, file)
  mkdirSync(dirname(copy), { recursive: true })
  cpSync(source, copy, { recursive: true })
}
