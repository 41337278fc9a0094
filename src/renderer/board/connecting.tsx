import { useEffect, useState, type ReactElement } from 'react'
import { geometryOf } from '../layout/geometry.ts'
import { wordsOf } from '../words/words.ts'
import { boardVariablesOf } from './board-variables.ts'
import { useScreenSize } from './screen-size.ts'

/** A board that comes at once is drawn sooner, and nobody sees one word flash by. */
const SHOWN_AFTER_MS = 150

/** Before the first data: the store's green spine, one calm word and, where the host says it, why it takes long. */
export function Connecting({ problem = null }: { readonly problem?: string | null }): ReactElement | null {
  const { widthPx, heightPx } = useScreenSize()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const geometry = geometryOf(widthPx, heightPx)
  return (
    <main className="board waiting" style={boardVariablesOf(geometry)} data-state="connecting">
      <aside className="spine" />
      <div className="sheet">
        <p className="message" role="status">
          {wordsOf(document.documentElement.lang).connecting}
        </p>
        {problem === null ? null : <p className="reason">{problem}</p>}
      </div>
    </main>
  )
}
