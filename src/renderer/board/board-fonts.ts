import { useEffect, useMemo, useState } from 'react'
import type { BoardView } from '../../shared/board-view.ts'

/** A font that does not come is not waited for longer: the system's is measured instead. */
const FONTS_MS = 3000
/** The letters that a board has no use for come once it stands, for the patch that brings one. */
const LATER_MS = 2000
/** What the first file of the board's font is asked for, and the second (fonts.css). */
export const LATIN = 'Aa0'
const BEYOND = 'Āā'
const BEYOND_LATIN =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ff\u1d00-\u1fff\u20a0-\u2cff\ua720-\ua7ff]|\u0304|\u0308|\u0329/

const FONT = '620 20px Archivo'

/** Loads the file of the board's font that has these letters. */
export async function askForLetters(letters: string): Promise<void> {
  await document.fonts.load(FONT, letters)
}

/** True once the letters of a board can be measured: few boards have any but the Latin ones. */
export function useFontsFor(view: BoardView | null): boolean {
  const latin = useLetters(LATIN, true)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATER_MS)
    return () => clearTimeout(timer)
  }, [])
  const [othersCame, setOthersCame] = useState(false)
  const needsOthers = useMemo(
    () => !othersCame && view !== null && BEYOND_LATIN.test(JSON.stringify(view)),
    [othersCame, view]
  )
  const others = useLetters(BEYOND, late || needsOthers)
  if (others && !othersCame) setOthersCame(true)
  return latin && (others || !needsOthers)
}

/** True once a file of the font is there, or has been waited for long enough. */
function useLetters(letters: string, wanted: boolean): boolean {
  const [loaded, setLoaded] = useState(() => document.fonts.check(FONT, letters))
  useEffect(() => {
    if (!wanted || loaded) return
    let ended = false
    const tell = () => {
      if (!ended) setLoaded(true)
    }
    const late = setTimeout(tell, FONTS_MS)
    const load = async (): Promise<void> => {
      try {
        await askForLetters(letters)
      } catch (cause) {
        console.error("the board's font cannot be loaded", cause)
      }
      tell()
    }
    void load()
    return () => {
      ended = true
      clearTimeout(late)
    }
  }, [letters, wanted, loaded])
  return loaded
}
