import { spawnSync } from 'node:child_process'
import { projectRoot } from './project-root.ts'
import { runScript } from './run-script.ts'

interface AuditReport {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> }
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      {
        readonly severity: string
        readonly range: string
        readonly via: readonly (string | { readonly title: string })[]
      }
    >
  >
  readonly error?: { readonly summary?: string }
  readonly message?: string
}

/**
 * Asks the registry for known faults of what is shipped. Exit 0 none, 1 some, each in a line; 3 where the registry does not
 * answer such questions: then nobody knows.
 */
await runScript(async () => {
  const { npm_execpath: npm } = process.env
  const options = ['audit', '--json', '--omit=dev']
  const run = { cwd: projectRoot, encoding: 'utf8', timeout: 60_000 } as const
  const done =
    npm === undefined
      ? spawnSync('npm', options, { ...run, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...options], run)
  const report = reportOf(done.stdout)
  if (report?.metadata?.vulnerabilities === undefined) {
    const why = report?.message ?? (report?.error?.summary || done.error?.message || 'no answer')
    process.stderr.write(`The registry could not be asked, so nobody knows: ${why.split('\n', 1)[0]}\n`)
    return 3
  }
  const found = Object.entries(report.vulnerabilities ?? {})
  for (const [name, { severity, range, via }] of found) {
    const titles = via.map((one) => (typeof one === 'string' ? `through ${one}` : one.title)).join('; ')
    process.stdout.write(`${severity}: ${name} ${range}: ${titles}\n`)
  }
  process.stdout.write(`${found.length} known faults in what is shipped\n`)
  return found.length === 0 ? 0 : 1
})

function reportOf(text: string): AuditReport | null {
  try {
    return JSON.parse(text) as AuditReport
  } catch {
    return null
  }
}
