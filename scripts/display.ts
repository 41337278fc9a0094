import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export type Display =
  | { readonly ok: true; readonly name: string; readonly close: () => void }
  | { readonly ok: false; readonly why: string }

/** The display there is, else an Xvfb of our own of a television's size, which `close` ends. */
export async function openDisplay(): Promise<Display> {
  const present = process.env['DISPLAY']
  if (process.platform !== 'linux' || (present !== undefined && present !== '')) {
    return { ok: true, name: present ?? '', close: () => undefined }
  }
  // Xvfb picks a free display number and writes it to the descriptor it is given.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  return new Promise((resolve) => {
    let written = ''
    server.once('error', (error) => resolve({ ok: false, why: `Xvfb does not start (${error.message})` }))
    server.once('exit', (code) => resolve({ ok: false, why: `Xvfb ended (exit ${code})` }))
    ;(server.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      written += chunk.toString()
      if (written.endsWith('\n')) {
        resolve({ ok: true, name: `:${written.trim()}`, close: () => void server.kill() })
      }
    })
  })
}
