import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const require = createRequire(import.meta.url)

/**
 * Launches the headless Chromium that lies packed inside an npm package, with the libraries and fonts that come with it:
 * nothing of the system's is needed. Unpacked once per version and machine, whole or not at all.
 */
export async function launchChromium(): Promise<Browser> {
  const home = await unpackedChromium()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none', '--disable-gpu'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(home, 'fonts')
    }
  })
}

async function unpackedChromium(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium')
  const packed = join(dirname(entry), '..', 'bin')
  const { version } = require(join(dirname(packed), 'package.json'))
  const home = join(tmpdir(), `topshelf-test-chromium-${version}`)
  if (existsSync(home)) return home
  const draft = mkdtempSync(`${home}-`)
  // The package unpacks to the system's temporary folder as the environment names it.
  const temporary = process.env['TMPDIR']
  process.env['TMPDIR'] = draft
  try {
    const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(files.map((file) => inflate(join(packed, file))))
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
  }
  mkdirSync(join(draft, 'fonts-cache'))
  writeFileSync(
    join(draft, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`
  )
  try {
    renameSync(draft, home)
  } catch {
    // Another test process was first: its copy is the same.
    rmSync(draft, { recursive: true, force: true })
  }
  return home
}
