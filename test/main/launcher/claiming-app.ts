// Stands for an app that runs on a data directory: says when it has it, and stays.
import { claimFolder } from '../../../src/main/launcher/singleton-lock.ts'

const claim = claimFolder(process.argv.at(-1)!, { request: () => true, release: () => undefined }, () => undefined)
process.stdout.write(claim.kind)
setInterval(() => undefined, 1000)
