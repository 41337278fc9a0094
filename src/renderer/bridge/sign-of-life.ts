/** The host misses a screen of several after four seconds of silence. */
const SAY_EVERY_MS = 1500

/**
 * Says again and again that this screen lives, each time after the last was answered: a stream or a window alone does not
 * tell that a television has lost its power or that a page hangs (docs/board.md, Several screens). Answers what ends it.
 */
export function sayAlive(say: () => Promise<unknown>): () => void {
  let ended = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const again = async (): Promise<void> => {
    try {
      await say()
    } catch {
      // The silence of the board's own stream tells the shopper; this only tells the other screens.
    }
    if (!ended) timer = setTimeout(() => void again(), SAY_EVERY_MS)
  }
  void again()
  return () => {
    ended = true
    if (timer !== null) clearTimeout(timer)
  }
}
