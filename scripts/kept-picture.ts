import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from './project-root.ts'

/** Pictures of the docs. */
export const picturesDir = join(projectRoot, 'docs', 'screens')
const WIDEST_PX = 1280

/** WebP of what the page shows, no wider than a README needs. */
export async function keepPicture(page: Page, file: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1920, height: 1080 }
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    clip: { x: 0, y: 0, width, height, scale: Math.min(1, WIDEST_PX / Math.max(width, height)) }
  })
  writeFileSync(join(picturesDir, `${file}.webp`), Buffer.from(data, 'base64'))
  process.stdout.write(`${join('docs', 'screens', `${file}.webp`)}\n`)
}
