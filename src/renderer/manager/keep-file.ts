import type { FileText } from '../../shared/manager/health.ts'

/** Has the browser save a file that the host made. In the desktop app the host asks where to by itself. */
export function keepFile({ fileName, text }: FileText): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Whoever saves it has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
