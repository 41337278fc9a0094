/** The host misses a screen of several after four seconds of silence. */
const SAY_EVERY_MS = 1500

/**
 * Says to the host that this screen is there, where the page's query names a board and a screen (docs/board.md, Several
 * screens): a stream alone does not tell when a television loses its power. Answers what ends it.
 */
export function sayAlive(locationId: number, query: string): () => void {
  const names = new URLSearchParams(query)
  if (names.get('board') === null || names.get('screen') === null) return () => {}
  let ended = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const url = `/boards/${locationId}/alive${query}`
  const say = async (): Promise<void> => {
    try {
      await fetch(url, { method: 'POST', signal: AbortSignal.timeout(SAY_EVERY_MS * 2) })
    } catch {
      // The stream's own silence tells the shopper; this only tells the other screens.
    }
    if (!ended) timer = setTimeout(() => void say(), SAY_EVERY_MS)
  }
  void say()
  return () => {
    ended = true
    if (timer !== null) clearTimeout(timer)
  }
}
