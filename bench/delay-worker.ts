import { parentPort } from 'node:worker_threads'
import { benchIngest } from './ingest.ts'

// The engine's worker writes while its host draws and answers: this is that worker under its heaviest load.
await benchIngest({ records: 1_000_000 })
parentPort?.postMessage('done')
