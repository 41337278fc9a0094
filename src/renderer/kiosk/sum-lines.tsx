import type { ReactElement, ReactNode } from 'react'
import type { KioskSum } from '../../shared/kiosk.ts'

/** Amounts under each other, each with what it is. */
export function SumLines({
  sums,
  children = null
}: {
  readonly sums: readonly KioskSum[]
  readonly children?: ReactNode
}): ReactElement {
  return (
    <dl className="sum-lines">
      {children}
      {withKeys(sums).map(({ key, label, amount }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Two promotions can have one name and one amount. */
function withKeys(sums: readonly KioskSum[]): readonly (KioskSum & { readonly key: string })[] {
  const times = new Map<string, number>()
  return sums.map((sum) => {
    const text = `${sum.label} ${sum.amount}`
    const before = times.get(text) ?? 0
    times.set(text, before + 1)
    return { ...sum, key: `${text} ${before}` }
  })
}
