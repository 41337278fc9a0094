const LONGEST = 500
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', '::1', 'localhost'])

/**
 * A feed's address as it was typed, with its last slash; null where it is none: https to a directory, without a password, a query or a
 * fragment. http is taken to this machine itself alone, for tests.
 */
export function feedUrlOf(text: string): string | null {
  const typed = text.trim()
  if (typed.length > LONGEST || !URL.canParse(typed)) return null
  const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(typed)
  if (!isSafeAddress({ protocol, hostname })) return null
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null
  // The list itself is what a person copies; its directory is meant.
  return `${origin}${pathname.replace(/\/[^/]*\.yml$/, '').replace(/\/*$/, '')}/`
}

/** Whether an update may come from there: https, or http on this machine itself. */
export function isSafeAddress({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))
}
