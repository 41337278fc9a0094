import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { projectRoot } from './scripts/project-root.ts'

/** Below out/, which holds everything that is built. */
export const stageDir = join(projectRoot, 'out/package/app')
export const releaseDir = join(projectRoot, 'out/package/release')

/** The runtime to package: an unpacked one, or the electron package's, which is downloaded. */
export interface PackagedRuntime {
  readonly version: string
  readonly dist: string | null
}

/**
 * How the app becomes something to install. `publishUrl` is where the files of a release will lie, a plain directory
 * behind HTTPS; it is given by whoever builds a release and stands nowhere in the sources.
 */
export function packageConfiguration(
  runtime: PackagedRuntime,
  arch: 'x64' | 'arm64',
  publishUrl: string | null
): Configuration {
  return {
    appId: 'app.topshelf.board',
    productName: 'Topshelf',
    copyright: 'Topshelf',
    directories: { app: stageDir, output: releaseDir, buildResources: join(projectRoot, 'resources') },
    // What is staged is what is needed, and all of it.
    files: ['**/*'],
    // A library is loaded by the system, which does not look into archives; nothing else is outside.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    // Prebuilt bindings are staged: nothing is compiled here.
    npmRebuild: false,
    nodeGypRebuild: false,
    electronVersion: runtime.version,
    electronDist: runtime.dist,
    electronLanguages: ['en-US', 'en-GB', 'fr', 'es', 'es-419'],
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      // macOS and Windows look at it; on Linux it says nothing.
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false
    },
    // A runtime may come with an application of its own, which the app's must not lie beside.
    afterExtract: ({ appOutDir }) => rm(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
    publish: publishUrl === null ? null : { provider: 'generic', url: publishUrl },
    // The processor by one name, whatever a kind of package calls it.
    artifactName: `\${productName}-\${version}-\${os}-${arch}.\${ext}`,
    win: {
      target: ['nsis', 'zip'],
      icon: 'icon.png'
    },
    nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
    mac: {
      target: ['dmg', 'zip'],
      category: 'public.app-category.business',
      icon: 'icon.png',
      hardenedRuntime: true
    },
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      executableName: 'topshelf',
      syncDesktopName: true,
      category: 'Office',
      icon: 'icon.png',
      synopsis: 'Menu board for cannabis dispensaries',
      maintainer: 'Topshelf <topshelf@localhost>'
    }
  }
}
