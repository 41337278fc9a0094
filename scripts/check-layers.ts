import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { layerViolations } from './layers.ts'
import { looseVersions } from './loose-versions.ts'
import { projectRoot } from './project-root.ts'

/** Usage: check-layers.ts [ROOT]. Prints each violation as FILE:LINE: MESSAGE; exit 1 where there is one. */
const root = process.argv[2] ?? projectRoot
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted()

const lines = [
  ...sources.flatMap((path) =>
    layerViolations(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')).map(
      ({ file, line, message }) => `${file}:${line}: ${message}`
    )
  ),
  ...looseVersions(readFileSync(join(root, 'package.json'), 'utf8')).map((message) => `package.json: ${message}`)
]
for (const line of lines) process.stderr.write(`${line}\n`)
process.exitCode = lines.length === 0 ? 0 : 1
