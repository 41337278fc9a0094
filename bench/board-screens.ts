import { Agent, get } from 'node:http'

/**
 * A process of many screens. Usage: board-screens.ts URL COUNT. Opens so many streams, says `{"open": true}` once each has
 * its whole board, and after that, for every text it is asked to look for, when the first and the last screen had a
 * patch that holds it: Unix ms with fractions.
 */
const [url, count] = process.argv.slice(2)
const screens = Number(count)
if (url === undefined || !Number.isSafeInteger(screens)) throw new Error('usage: board-screens.ts URL COUNT')

let open = 0
let wanted: string | null = null
let seen = 0
let firstMs = 0

const tell = (message: object) => process.send?.(message)

function take(event: string): void {
  if (event.startsWith('event: view\n')) {
    open += 1
    if (open === screens) tell({ open: true })
    return
  }
  if (wanted === null || !event.startsWith('event: patch\n') || !event.includes(wanted)) return
  const atMs = performance.timeOrigin + performance.now()
  if (seen === 0) firstMs = atMs
  seen += 1
  if (seen < screens) return
  tell({ wanted, firstMs, lastMs: atMs })
  wanted = null
}

process.on('message', (text: string) => {
  wanted = text
  seen = 0
})
process.on('disconnect', () => process.exit(0))

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
for (let screen = 0; screen < screens; screen += 1) {
  get(url, { agent, headers: { accept: 'text/event-stream' } }, (response) => {
    let rest = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      rest += chunk
      for (let at = rest.indexOf('\n\n'); at >= 0; at = rest.indexOf('\n\n')) {
        take(rest.slice(0, at).replace(/^id: .*\n/, ''))
        rest = rest.slice(at + 2)
      }
    })
    response.on('end', () => process.exit(1))
  })
}
