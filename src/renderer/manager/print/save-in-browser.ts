/** Hands a PDF to the browser's downloads under its name. */
export function saveInBrowser(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken what it needs by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
