import { useState, type ReactElement } from 'react'
import type { ChosenInstant, Forecast } from '../../../shared/manager/time-machine.ts'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer } from '../session.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'
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
  isOpening,
  forecast,
  onJump,
  ...store
}: Store & {
  readonly at: ChosenInstant
  readonly picked: PickedPrice | null
  readonly isOpening: boolean
  /** Null while none is known. */
  readonly forecast: Forecast | null
  readonly onJump: (at: string) => void
}): ReactElement {
  const { words } = store
  return (
    <aside className="reasons" aria-label={words.reasons}>
      {picked !== null ? (
        <Why {...store} at={at} picked={picked} key={`${picked.productIds.join(' ')} ${picked.quantity}`} />
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
  words,
  onClose
}: Store & { readonly at: ChosenInstant; readonly picked: PickedPrice }): ReactElement {
  const [payer, setPayer] = useState<'everybody' | 'group'>('everybody')
  const { productIds, quantity } = picked
  const { answer, refusal, isOld } = useAnswer('price:explain', [
    { locationId, screen, at, productIds, quantity, payer }
  ])
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
  const { answer, refusal } = useAnswer('time-machine:differences', [{ locationId, screen }])
  return (
    <>
      <Alert message={refusal?.message ?? null} />
      {answer === null ? null : (
        <OpeningDifferences differences={answer} words={words} onJump={onJump} onClose={onClose} />
      )}
    </>
  )
}
