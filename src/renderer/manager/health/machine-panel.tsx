import type { ReactElement, ReactNode } from 'react'
import type { HostNews, ScreenOn } from '../../../shared/manager/health.ts'
import { useSession } from '../session.tsx'
import { UPDATES_WORDS } from '../words/updates-words.ts'
import { UpdatesStatus } from './updates-status.tsx'
import { HEALTH_WORDS } from '../words/health-words.ts'

/** Version, disk, databases, and the screens that are on. */
export function MachinePanel({
  host,
  screens
}: {
  readonly host: HostNews | null
  readonly screens: readonly ScreenOn[]
}): ReactElement {
  const { language } = useSession()
  const words = HEALTH_WORDS[language]
  if (host === null) return <p role="status">{words.loading}</p>
  const fact = (name: string, value: ReactNode): ReactElement => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <>
      <dl className="health-facts">
        {fact(words.version, host.version)}
        {fact(words.uptime, host.uptime)}
        {fact(words.system, host.system)}
        {fact(words.dataDir, host.dataDir)}
        {host.diskFree === null
          ? null
          : fact(
              words.diskFree,
              <>
                {host.diskFree}
                {host.diskIsLow ? <p className="alert">{words.diskLow}</p> : null}
              </>
            )}
        {fact(
          words.databases,
          host.databases.map(({ file, size }) => (
            <p key={file}>
              {file} <b>{size}</b>
            </p>
          ))
        )}
        {fact(words.pictures, `${words.countOfPictures(host.pictures.count)}, ${host.pictures.size}`)}
      </dl>
      <h2>{UPDATES_WORDS[language].status}</h2>
      <UpdatesStatus />
      <h2>{words.recoveries}</h2>
      {host.recoveries.length === 0 ? (
        <p>{words.noRecoveries}</p>
      ) : (
        <ul className="health-problems">
          {host.recoveries.map(({ at, screen, what, mended, took }, index) => (
            // Two may be of one minute.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <b>{what}</b>: {screen}, {at}. {words.mendedBy(mended, took)}
            </li>
          ))}
        </ul>
      )}
      <h2>{words.screens}</h2>
      {screens.length === 0 ? (
        <p>{words.noScreens}</p>
      ) : (
        <ul className="health-problems">
          {screens.map(({ name, store, pages }, index) => (
            // Screens without a name are told apart by their place in the list alone.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <b>{name ?? words.unnamedScreen}</b>, {store}
              {pages === null ? null : `, ${pages}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
