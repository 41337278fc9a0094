import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentTypeOf, filePathOf } from '../../../src/main/desktop/page-files.ts'
import { isOwnPage } from '../../../src/main/desktop/page-origin.ts'

const pages = join('/opt', 'topshelf', 'renderer')

describe('files of the pages', () => {
  it('a path names a file of the folder, the root its index', () => {
    expect(filePathOf(pages, '/')).toBe(join(pages, 'index.html'))
    expect(filePathOf(pages, '/assets/board%20dark.css')).toBe(join(pages, 'assets', 'board dark.css'))
  })

  it.each(['/../main/cli.js', '/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/x', '/%E0%A4%A', '/a%00.html', '/..'])(
    '%s is refused',
    (path) => {
      expect(filePathOf(pages, path)).toBeNull()
    }
  )

  it('no path at all leads out of the folder', () => {
    const segment = fc.oneof(fc.constantFrom('..', '.', '', '%2e%2e', '%2f', '..%2f', '%5c', 'assets'), fc.string())
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const path = filePathOf(pages, `/${segments.join('/')}`)
        return path === null || path.startsWith(`${pages}/`)
      })
    )
  })

  it('only kinds of files that pages have are served', () => {
    expect(contentTypeOf('index.html')).toBe('text/html; charset=utf-8')
    expect(contentTypeOf('archivo.woff2')).toBe('font/woff2')
    expect(contentTypeOf('settings.bin')).toBeNull()
  })
})

describe('pages of our own', () => {
  it.each(['app://topshelf/', 'app://topshelf/index.html?dwell=1#x'])('%s is one', (url) => {
    expect(isOwnPage(url)).toBe(true)
  })

  it.each([
    'https://topshelf/',
    'app://topshelf.example/',
    'app://other/index.html',
    'app://user@topshelf.example/',
    'file:///opt/topshelf/index.html',
    'data:text/html,x',
    'about:blank',
    ''
  ])('%s is none', (url) => {
    expect(isOwnPage(url)).toBe(false)
  })
})
