import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { PairedAnswer, PairedPlace, PairingCode } from '../../shared/pairing.ts'
import { BoardScreen } from '../board/board-screen.tsx'
import { Connecting } from '../board/connecting.tsx'
import { LastGood } from '../board/last-good.tsx'
import { httpBridgeFor } from '../bridge/http-bridge.ts'
import { askForCode, sayHere, storedIdentityOf } from '../bridge/screen-identity.ts'
import './pair.css'

/** How often a browser asks whether its code has been typed. */
const ASK_EVERY_MS = 2000

/** The page of a browser that is a screen by its own identity: a code until it is paired, and then its board for good. */
export function PairScreen({ dwellMs }: { readonly dwellMs: number | null }): ReactElement {
  const identity = useMemo(() => storedIdentityOf(() => window.localStorage), [])
  const [place, setPlace] = useState<PairedPlace | null>(null)
  const [code, setCode] = useState<PairingCode | null>(null)
  const [isPaired, setPaired] = useState(() => identity.token() !== null)

  const take = useCallback(
    (answer: PairedAnswer): void => {
      if (answer.kind === 'board') {
        setCode(null)
        setPlace((known) => (JSON.stringify(known) === JSON.stringify(answer) ? known : answer))
        return
      }
      identity.forget()
      setPlace(null)
      setPaired(false)
    },
    [identity]
  )

  const hasPlace = place !== null
  useEffect(() => {
    if (!isPaired || hasPlace) return
    // The host may come up after its screens.
    return again(async () => take(await sayHere(identity.token(), null)))
  }, [identity, isPaired, hasPlace, take])

  const ticket = useRef<string | null>(null)
  useEffect(() => {
    if (isPaired) return
    return again(async () => {
      const answer = await askForCode(ticket.current)
      if (answer.kind === 'code') {
        ticket.current = answer.ticket
        setCode(answer)
        return
      }
      ticket.current = null
      identity.keep(answer.token)
      setPaired(true)
    })
  }, [identity, isPaired])

  const bridge = useMemo(
    () =>
      place === null ? null : httpBridgeFor(place.locationId, place.query, { token: identity.token, onPlace: take }),
    [place, identity, take]
  )
  useEffect(() => () => bridge?.end(), [bridge])
  if (bridge !== null)
    return (
      <LastGood value={bridge} fallback={<Connecting />}>
        {(good) => <BoardScreen bridge={good} dwellMs={dwellMs} key={`${place?.locationId} ${place?.query}`} />}
      </LastGood>
    )
  return code === null || isPaired ? <Connecting /> : <Code code={code} />
}

/** Letters that can be read from three metres away. */
function Code({ code: { code, words } }: { readonly code: PairingCode }): ReactElement {
  useEffect(() => {
    document.documentElement.lang = words.language
  }, [words.language])
  return (
    <main className="pair" data-state="pairing">
      <h1>{words.title}</h1>
      <p className="pair-code">{code}</p>
      <p className="pair-how">{words.how}</p>
      <p className="pair-note">{words.expires}</p>
    </main>
  )
}

/** Does something again and again, each time after the last was answered. Answers what ends it. */
function again(work: () => Promise<void>): () => void {
  let ended = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (cause) {
      console.warn('the host does not answer', cause)
    }
    if (!ended) timer = setTimeout(() => void once(), ASK_EVERY_MS)
  }
  void once()
  return () => {
    ended = true
    if (timer !== null) clearTimeout(timer)
  }
}
