import type { ReactElement } from 'react'
import type { SyncProgress } from '../../shared/setup.ts'

const FEED_NAMES: Readonly<Record<string, string>> = {
  locations: 'Locations',
  catalogue: 'Products',
  prices: 'Prices',
  promotions: 'Promotions',
  taxes: 'Taxes'
}

/** The first sync as it goes: each feed with what has come so far, and in words what went wrong. */
export function SyncStep({
  source,
  progress
}: {
  readonly source: 'demo' | 'cova'
  readonly progress: readonly SyncProgress[]
}): ReactElement {
  const failed = progress.some((feed) => feed.error !== null)
  return (
    <>
      <h1>{source === 'demo' ? 'Stocking the demo store' : 'Fetching your menu from Cova'}</h1>
      <p className="setup-lead" role="status">
        {failed
          ? 'Something did not come through. Topshelf keeps trying; you need not do anything.'
          : 'This takes a moment the first time. The next start shows the last board at once.'}
      </p>
      <table className="setup-feeds">
        <thead>
          <tr>
            <th scope="col">Feed</th>
            <th scope="col" className="number">
              Records
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {progress.map(({ feed, records, done, error }) => (
            <tr key={feed}>
              <th scope="row">{FEED_NAMES[feed] ?? feed}</th>
              <td className="number">{records}</td>
              <td className={error === null ? undefined : 'failed'}>
                {error ?? (done ? 'Complete' : records > 0 ? 'Coming in' : 'Waiting')}
              </td>
            </tr>
          ))}
          {progress.length === 0 ? (
            <tr>
              <td colSpan={3}>Starting</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </>
  )
}
