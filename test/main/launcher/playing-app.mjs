// Stands for the app in the launcher's tests: each start plays the next of the plays that the test wrote.
import { spawn } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const dataDir = process.argv.at(-1)
const file = join(dataDir, 'plays.json')
const [play = 'quit', ...rest] = JSON.parse(readFileSync(file, 'utf8'))
writeFileSync(file, JSON.stringify(rest))
appendFileSync(join(dataDir, 'played.txt'), `${play}\n`)

const say = (message) => process.send(message)
const beat = () => say({ topshelf: 'alive' })
const stay = () => setInterval(() => undefined, 1000)

switch (play) {
  case 'quit':
    process.exit(0)
    break
  case 'crash':
    process.exit(3)
    break
  case 'anew':
    beat()
    setTimeout(() => process.exit(75), 50)
    break
  case 'killed-leaving-another': {
    const left = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' })
    writeFileSync(join(dataDir, 'left.txt'), String(left.pid))
    process.kill(process.pid, 'SIGKILL')
    break
  }
  case 'killed':
    process.kill(process.pid, 'SIGKILL')
    break
  case 'elsewhere':
    process.send({ topshelf: 'elsewhere' }, () => process.exit(0))
    break
  case 'held':
    process.send({ topshelf: 'held' }, () => process.exit(75))
    break
  case 'board-then-quit':
    beat()
    process.send({ topshelf: 'painted', snapshotId: 'abc' }, () => setTimeout(() => process.exit(0), 100))
    break
  case 'board-then-anew-later':
    setInterval(beat, 100)
    say({ topshelf: 'painted', snapshotId: 'abc' })
    setTimeout(() => process.exit(75), 7000)
    break
  case 'board-in-a-while-then-quit':
    setInterval(beat, 100)
    setTimeout(() => {
      process.send({ topshelf: 'painted', snapshotId: 'abc' }, () => setTimeout(() => process.exit(0), 100))
    }, 2000)
    break
  case 'hang':
    process.send({ topshelf: 'alive' }, () => {
      for (;;);
    })
    break
  case 'first-run':
    setInterval(beat, 100)
    say({ topshelf: 'painted', snapshotId: null })
    break
  case 'never-says-a-word':
    stay()
    break
  case 'lives-and-paints-nothing':
    setInterval(beat, 100)
    break
  case 'painted-then-hidden': {
    const unjudged = () => say({ topshelf: 'unjudged', why: 'hidden' })
    setInterval(beat, 100)
    say({ topshelf: 'painted', snapshotId: 'abc' })
    unjudged()
    const hiding = setInterval(unjudged, 100)
    setTimeout(() => {
      clearInterval(hiding)
      appendFileSync(join(dataDir, 'played.txt'), 'shown-again\n')
    }, 2500)
    break
  }
  case 'gives-no-pictures':
    setInterval(beat, 100)
    say({ topshelf: 'unjudged', why: 'no-pictures' })
    setInterval(() => say({ topshelf: 'unjudged', why: 'no-pictures' }), 100)
    break
  case 'database-then-board-then-quit': {
    setInterval(beat, 100)
    const connecting = setInterval(() => {
      say({ topshelf: 'unjudged', why: 'database' })
      say({ topshelf: 'painted', snapshotId: null })
    }, 100)
    setTimeout(() => {
      clearInterval(connecting)
      process.send({ topshelf: 'painted', snapshotId: 'abc' }, () => setTimeout(() => process.exit(0), 100))
    }, 5000)
    break
  }
  case 'runs-until-asked':
    setInterval(beat, 100)
    process.on('SIGTERM', () => process.exit(0))
    break
}
