import { useEffect, useState, type ReactElement } from 'react'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { ScreenOrder } from '../../shared/screen-order.ts'

type Identity = ScreenOrder & { readonly kind: 'identify' }

/** Does what the host tells this one screen: shows who it is for a while, or loads its page anew. */
export function ScreenOrders({ bridge }: { readonly bridge: TopshelfBridge }): ReactElement | null {
  const [identity, setIdentity] = useState<Identity | null>(null)
  useEffect(
    () =>
      bridge.onOrder((order) => {
        switch (order.kind) {
          case 'identify':
            return setIdentity(order)
          case 'reload':
            return window.location.reload()
          case 'look-up':
            // The bridge of a paired browser asks.
            return
        }
      }),
    [bridge]
  )
  useEffect(() => {
    if (identity === null) return
    const timer = setTimeout(() => setIdentity(null), identity.forMs)
    return () => clearTimeout(timer)
  }, [identity])
  if (identity === null) return null
  return (
    <div className="screen-identity" role="status" data-identity={identity.number}>
      <p className="identity-number">{identity.number}</p>
      <p className="identity-name">{identity.name}</p>
      <p className="identity-note">{identity.note}</p>
    </div>
  )
}
