import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPictureResizer, type PictureResizer } from '../../../src/main/pictures/picture-resizer.ts'
import { loadStoreLogo } from '../../../src/main/pictures/store-logo.ts'
import { pngOf } from './picture-host.ts'

let dataDir: string
let resizer: PictureResizer

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-logo-'))
  resizer = createPictureResizer()
})
afterEach(() => {
  resizer.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('a logo is a picture of the data directory, PNG or SVG', async () => {
  writeFileSync(join(dataDir, 'logo.png'), await pngOf(600, 200))
  writeFileSync(join(dataDir, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"/>')
  expect(await loadStoreLogo(dataDir, 'logo.png', resizer)).toMatchObject({
    ok: true,
    logo: { widthPx: 600, heightPx: 200, hash: expect.stringMatching(/^[0-9a-f]{32}$/) }
  })
  expect(await loadStoreLogo(dataDir, 'logo.svg', resizer)).toMatchObject({ ok: true, logo: { widthPx: 1200 } })
})

it.each([
  ['not-there.png', null, 'is not there'],
  ['page.png', '<html></html>', 'cannot be drawn: expected a PNG, JPEG, WebP or SVG picture'],
  [
    'letters.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><text>Tern</text></svg>',
    'has letters that are not outlines'
  ],
  ['large.png', ' '.repeat(5_000_001), 'is larger than 5 MB']
])('%s is a problem that names the file', async (name, content, why) => {
  if (content !== null) writeFileSync(join(dataDir, name), content)
  expect(await loadStoreLogo(dataDir, name, resizer)).toMatchObject({
    ok: false,
    problem: {
      code: 'logo-unreadable',
      message: `The store's logo ${join(dataDir, name)} ${why}: its name is written in place of it`,
      locationId: null
    }
  })
})
