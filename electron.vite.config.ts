import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Entries of the main bundle by output name. They share chunks and lie flat in out/main, so that
 * `new URL('./engine-worker.js', import.meta.url)` holds from any of them.
 */
const mainEntries = {
  start: 'src/main/desktop/start.ts',
  desktop: 'src/main/desktop/desktop.ts',
  cli: 'src/main/cli/cli.ts',
  'engine-worker': 'src/main/engine/engine-worker.ts',
  'resizer-process': 'src/main/pictures/resizer-process.ts',
  'demo-store': 'src/main/demo-store/demo-store-main.ts'
}

/** A part of the tree that is not there yet is left out, so that the others can be built and tried. */
function presentEntries(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, resolve(import.meta.dirname, path)] as const)
      .filter(([, path]) => existsSync(path))
  )
}

/** The oldest runtimes the bundles are started on: Electron 33 carries Node 20.18 and Chromium 130. */
const nodeTarget = 'node20.18'
// Televisions' browsers too show the board: Chromium 108 is the oldest.
const chromeTarget = 'chrome108'

/** Another list of keys to take updates from, for whoever builds for a feed of their own (docs/updates.md). */
const updateKeys = process.env['TOPSHELF_UPDATE_KEYS']
const keysPlugin = {
  name: 'topshelf:update-keys',
  enforce: 'pre' as const,
  load: (id: string) =>
    updateKeys && id === resolve(import.meta.dirname, 'resources/update-keys.json')
      ? readFileSync(resolve(updateKeys), 'utf8')
      : null
}

export default defineConfig({
  main: {
    plugins: [keysPlugin],
    build: {
      target: nodeTarget,
      // Pure JavaScript is bundled: several packages are CommonJS whose named imports only a bundler resolves.
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: presentEntries(mainEntries),
        external: ['better-sqlite3', '@napi-rs/image'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload can require nothing but electron, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: presentEntries({
          preload: 'src/preload/preload.ts',
          'manager-preload': 'src/preload/manager-preload.ts'
        }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  ...(existsSync(resolve(import.meta.dirname, 'src/renderer/index.html')) && {
    renderer: {
      root: resolve(import.meta.dirname, 'src/renderer'),
      // The same page is served under app://topshelf/ and under http://host/boards/ID: assets are named from the root.
      plugins: [react(), { name: 'topshelf:absolute-base', config: () => ({ base: '/' }) }],
      build: {
        target: chromeTarget,
        // A television's processor takes long to read what nobody needs.
        minify: true,
        outDir: resolve(import.meta.dirname, 'out/renderer'),
        emptyOutDir: true,
        // Fonts stay files: the content security policy has no data: sources.
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: presentEntries({ index: 'src/renderer/index.html', manager: 'src/renderer/manager.html' })
        }
      }
    }
  })
})
