import Database from 'better-sqlite3'
import { createServer } from 'node:http'

/** The least that could answer from the same file: what `serve`'s start is measured against. */
const db = new Database(process.argv[2] as string, { readonly: true })
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(db.prepare('SELECT * FROM product').all()))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null)
    process.stdout.write(`listening on http://127.0.0.1:${address.port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
