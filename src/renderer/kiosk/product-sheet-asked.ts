import { useEffect, useMemo, useState } from 'react'
import type { ViewItem } from '../../shared/board-view.ts'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { KioskReply, KioskSheet } from '../../shared/kiosk.ts'
import { latestCall } from './latest-call.ts'

interface Asked {
  readonly productId: string
  /** What the view says of it: an answer to an older word is none. */
  readonly item: ViewItem | null
  readonly revision: string
}

export interface SheetState {
  /** Of the product as the view has it now; null while the host has not said. */
  readonly sheet: KioskSheet | null
  readonly hasFailed: boolean
}

/**
 * The sheet of a product, asked for anew whenever the view says anything else of the menu. What was said before its own words
 * changed is not shown any more.
 */
export function useSheet(
  bridge: TopshelfBridge,
  productId: string,
  item: ViewItem | null,
  revision: string
): SheetState {
  const [answered, setAnswered] = useState<{
    readonly asked: Asked
    readonly reply: KioskReply<KioskSheet> | null
  } | null>(null)
  const call = useMemo(
    () =>
      latestCall<Asked, KioskReply<KioskSheet>>(
        (asked) => bridge.kioskSheet(asked.productId).then(orUnavailable),
        (asked, reply) => setAnswered({ asked, reply })
      ),
    [bridge]
  )
  useEffect(() => call.end, [call])
  useEffect(() => {
    if (item !== null) call.want({ productId, item, revision })
  }, [call, productId, item, revision])
  return useMemo(() => {
    if (answered === null || answered.asked.productId !== productId || answered.asked.item !== item)
      return { sheet: null, hasFailed: false }
    const { reply } = answered
    return reply?.ok === true ? { sheet: reply.answer, hasFailed: false } : { sheet: null, hasFailed: true }
  }, [answered, productId, item])
}

/** A host that is not ready is asked again, as one that does not answer is. */
export function orUnavailable<Answer>(reply: KioskReply<Answer>): KioskReply<Answer> {
  if (!reply.ok && ['unavailable', 'starting', 'busy'].includes(reply.code)) throw new Error(reply.message)
  return reply
}
