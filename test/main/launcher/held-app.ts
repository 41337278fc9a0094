// Stands for an app that finds its data directory taken, on a channel that is slow: what it says waits behind much else.
import { leaveSaying, START_ANEW } from '../../../src/main/launcher/launched.ts'

process.send!({ topshelf: 'alive', padding: 'x'.repeat(8_000_000) })
leaveSaying({ exit: (code) => process.exit(code) }, { topshelf: 'held' }, START_ANEW)
