import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { BoardAtInstant, ChosenInstant, Forecast } from '../../../shared/manager/time-machine.ts'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer } from '../session.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
import { NOW_EVERY_MS } from './chosen-instant.ts'
import { ComingEvents, OpeningDifferences } from './coming-events.tsx'
import type { PickedPrice } from './priced-preview.tsx'
import { Slip } from './slip.tsx'

interface Store {
  readonly locationId: number
  readonly screen: string | null
  readonly words: TimeMachineWords
  readonly onClose: () => void
}

/** At the right of the board: why the picked price is what it is, what differs at opening, or what begins and ends. */
export function Reasons({
  at,
  picked,
  board,
  isOpening,
  forecast,
  onJump,
  ...store
}: Store & {
  readonly at: ChosenInstant
  readonly picked: PickedPrice | null
  /** What stands beside the reasons; null while nothing does. */
  readonly board: BoardAtInstant | null
  readonly isOpening: boolean
  /** Null while none is known. */
  readonly forecast: Forecast | null
  readonly onJump: (at: string) => void
}): ReactElement {
  const { words } = store
  return (
    <aside className="reasons" aria-label={words.reasons}>
      {picked !== null ? (
        <Why
          {...store}
          at={at}
          picked={picked}
          board={board}
          key={`${picked.productIds.join(' ')} ${picked.quantity}`}
        />
      ) : isOpening ? (
        <Opening {...store} onJump={onJump} />
      ) : forecast === null ? null : (
        <ComingEvents strip={forecast.strip} events={forecast.events} words={words} onJump={onJump} />
      )}
    </aside>
  )
}

function Why({
  locationId,
  screen,
  at,
  picked,
  board,
  words,
  onClose
}: Store & {
  readonly at: ChosenInstant
  readonly picked: PickedPrice
  readonly board: BoardAtInstant | null
}): ReactElement {
  const [payer, setPayer] = useState<'everybody' | 'group'>('everybody')
  const { productIds, quantity } = picked
  const { answer, refusal, isOld, again } = useAnswer('price:explain', [
    { locationId, screen, at, productIds, quantity, payer }
  ])
  // The board of now goes on by itself, and its explanation with it: never the slip of a price that it no longer shows.
  const explained = useRef(board)
  const isNow = at.kind === 'now'
  useEffect(() => {
    if (explained.current === board) return
    explained.current = board
    if (isNow) again()
  }, [board, isNow, again])
  return (
    <>
      <Alert message={refusal?.message ?? null} />
      {answer === null || refusal !== null ? (
        <Action onPress={onClose}>{words.close}</Action>
      ) : (
        <Slip
          explained={answer}
          isOld={isOld}
          words={words}
          isGroup={payer === 'group'}
          onGroup={() => setPayer('group')}
          onEverybody={() => setPayer('everybody')}
          onClose={onClose}
        />
      )}
    </>
  )
}

function Opening({
  locationId,
  screen,
  words,
  onClose,
  onJump
}: Store & { readonly onJump: (at: string) => void }): ReactElement {
  // Whatever instant the board is of, this is between now and the opening that comes next.
  const { answer, refusal, isOld } = useAnswer('time-machine:differences', [{ locationId, screen }], {
    everyMs: NOW_EVERY_MS
  })
  return (
    <>
      <Alert message={refusal?.message ?? null} />
      {answer !== null && refusal === null && !isOld ? (
        <OpeningDifferences differences={answer} words={words} onJump={onJump} onClose={onClose} />
      ) : (
        <>
          {refusal !== null ? null : (
            <p className="slip-note first" role="status">
              {words.working}
            </p>
          )}
          <div className="slip-acts top">
            <Action onPress={onClose}>{words.close}</Action>
          </div>
        </>
      )}
    </>
  )
}
