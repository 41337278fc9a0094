import { useEffect, useState, type ReactElement } from 'react'
import type { KioskHandOver, KioskReply } from '../../shared/kiosk.ts'
import { codePathOf, QUIET_MODULES } from '../manager/print/code-path.ts'
import { linesToAsk } from './kiosk-state.ts'
import { latestCall } from './latest-call.ts'
import { Dock, Poster, useKiosk, useKioskState } from './pieces.tsx'
import { orUnavailable } from './product-sheet-asked.ts'

/** The basket as a code for the counter: product ids and quantities, and nothing of anybody. */
export function HandOverPage(): ReactElement {
  const { words, act, bridge, view } = useKiosk()
  const state = useKioskState()
  const { lines } = state
  const [reply, setReply] = useState<KioskReply<KioskHandOver> | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    const call = latestCall(
      (asked: typeof lines) => bridge.kioskHandOver(linesToAsk(asked)).then(orUnavailable),
      (_asked, answer) => {
        setReply(answer)
        setFailed(answer === null || !answer.ok)
      }
    )
    call.want(lines)
    return call.end
  }, [bridge, lines])
  const handOver = reply?.ok === true ? reply.answer : null
  return (
    <div className="page hand-over">
      <Poster title={words.handOverTitle} kind={view.head.storeName} focusKey="hand-over" />
      <div className="hand-over-body">
        {handOver === null ? (
          <p className="empty" role="status">
            {hasFailed ? words.cannotPrice : words.pending}
          </p>
        ) : (
          <>
            <p className="lead">{handOver.rows === null ? words.handOverCodeOnly : words.handOverNote}</p>
            {handOver.rows === null ? null : (
              <svg
                className="qr"
                viewBox={`0 0 ${handOver.rows.length + 2 * QUIET_MODULES} ${handOver.rows.length + 2 * QUIET_MODULES}`}
                role="img"
                aria-label={words.qrLabel}
                data-text={handOver.text ?? ''}
              >
                <path d={codePathOf({ rows: handOver.rows })} />
              </svg>
            )}
            <p className="code" aria-label={`${words.codeLabel}: ${[...handOver.code].join(' ')}`} role="status">
              {handOver.code}
            </p>
          </>
        )}
      </div>
      <Dock
        back={{
          label: words.backTo(words.basketTitle.toLocaleLowerCase()),
          go: () => act({ kind: 'go', page: { kind: 'basket', from: { kind: 'menu' } } })
        }}
        main={
          <button type="button" className="go" onClick={() => act({ kind: 'reset' })}>
            {words.done}
          </button>
        }
        hasBasket={false}
      />
    </div>
  )
}
