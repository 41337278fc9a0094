import { useEffect, useState, type ReactElement } from 'react'
import { Poster, useKiosk } from './pieces.tsx'

/** Then somebody else stands before it. */
const REFUSED_FOR_MS = 15_000

/** Before anybody is there: the store, and one thing to touch; where the market asks for it, an age first. */
export function StartPage(): ReactElement {
  const { view, words, act } = useKiosk()
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    if (!isRefused) return
    const timer = setTimeout(() => setRefused(false), REFUSED_FOR_MS)
    return () => clearTimeout(timer)
  }, [isRefused])
  const { head } = view
  const gate = head.kiosk?.ageGate ?? null
  const begin = (): void => act({ kind: 'go', page: { kind: 'menu' } })
  return (
    <div className="page start">
      <Poster title={head.storeName} focusKey="start" />
      <div className="start-body">
        {gate === null ? (
          <>
            <p className="lead">{words.beginNote}</p>
            <button type="button" className="begin" onClick={begin}>
              {words.begin}
            </button>
          </>
        ) : isRefused ? (
          <>
            <p className="lead" role="status">
              {gate.refusal}
            </p>
            <button type="button" className="begin" onClick={() => setRefused(false)}>
              {words.startOver}
            </button>
          </>
        ) : (
          <>
            <p className="lead question">{gate.question}</p>
            <div className="answers">
              <button type="button" className="begin" onClick={begin}>
                {gate.yes}
              </button>
              <button type="button" className="begin no" onClick={() => setRefused(true)}>
                {gate.no}
              </button>
            </div>
          </>
        )}
        <p className="fine">
          <span>{head.taxLine}</span>
          {head.stale ? null : <span>{head.ageLine}</span>}
        </p>
      </div>
    </div>
  )
}
