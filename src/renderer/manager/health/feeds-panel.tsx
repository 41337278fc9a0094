import { useState, type ReactElement } from 'react'
import { ProgressBar } from 'react-aria-components'
import type { FaultNews, HealthNews, SyncFeedNews, SyncNews } from '../../../shared/manager/health.ts'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer, useAskAllAgain, useSession } from '../session.tsx'
import { HEALTH_WORDS } from '../words/health-words.ts'

const EVERY_MS = 1000

/** The sync as it goes, with the manager's hand on it; then each feed with its age and what stands in its way. */
export function FeedsPanel({ health }: { readonly health: HealthNews | null }): ReactElement {
  const { language } = useSession()
  const words = HEALTH_WORDS[language]
  const { answer: sync } = useAnswer('sync:state', [], { everyMs: EVERY_MS })
  return (
    <>
      {sync === null ? null : <SyncControls sync={sync} />}
      {health === null ? null : (
        <table className="health-sheet">
          <thead>
            <tr>
              <th scope="col">{words.feed}</th>
              <th scope="col">{words.lastGood}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.progress}</th>
            </tr>
          </thead>
          <tbody>
            {health.feeds.map(({ feed, name, age, at, state, fault }) => (
              <tr key={feed}>
                <th scope="row">{name}</th>
                <td>
                  {age ?? words.never}
                  {at === null ? null : <small>{at}</small>}
                </td>
                <td className={`health-state is-${state}`}>
                  <b>{words.states[state]}</b>
                  {fault === null ? null : <Fault fault={fault} />}
                </td>
                <td>
                  <FeedProgress news={sync?.feeds.find((one) => one.feed === feed) ?? null} name={name} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** What happened, what to do; the line that was written down for whoever is asked. */
export function Fault({ fault }: { readonly fault: FaultNews }): ReactElement {
  const { language } = useSession()
  return (
    <div className="health-fault">
      <p>{fault.what}</p>
      <p>{fault.todo}</p>
      <small>{HEALTH_WORDS[language].details(fault.detail)}</small>
    </div>
  )
}

function SyncControls({ sync }: { readonly sync: SyncNews }): ReactElement {
  const { language, ask } = useSession()
  const words = HEALTH_WORDS[language]
  const askAllAgain = useAskAllAgain()
  const [error, setError] = useState<string | null>(null)
  const tell = async (channel: 'sync:now' | 'sync:cancel' | 'sync:resume'): Promise<void> => {
    const reply = await ask(channel, [])
    setError(reply.ok ? null : reply.message)
    await askAllAgain()
  }
  return (
    <div className="health-sync">
      <p role="status">{sync.words}</p>
      {sync.kind === 'running' || sync.kind === 'held' ? <OverallProgress feeds={sync.feeds} /> : null}
      <div className="form-actions">
        {sync.kind === 'idle' ? (
          <Action main onPress={() => void tell('sync:now')}>
            {words.askNow}
          </Action>
        ) : null}
        {sync.kind === 'running' ? <Action onPress={() => void tell('sync:cancel')}>{words.cancel}</Action> : null}
        {sync.kind === 'held' ? (
          <Action main onPress={() => void tell('sync:resume')}>
            {words.resume}
          </Action>
        ) : null}
      </div>
      <Alert message={error} />
    </div>
  )
}

/** What a first sync has in all, no reply says; how many of the feeds have come, it can say. */
function OverallProgress({ feeds }: { readonly feeds: readonly SyncFeedNews[] }): ReactElement {
  const words = HEALTH_WORDS[useSession().language]
  const complete = feeds.filter(({ state }) => state === 'done').length
  const told = words.feedsComplete(complete, feeds.length)
  return (
    <ProgressBar
      className="health-overall"
      aria-label={words.progress}
      value={complete}
      maxValue={feeds.length}
      valueLabel={told}
    >
      {({ percentage }) => <Bar percentage={percentage} words={told} />}
    </ProgressBar>
  )
}

/** A bar where it is known how many to expect; else the count alone. */
function FeedProgress({
  news,
  name
}: {
  readonly news: SyncFeedNews | null
  readonly name: string
}): ReactElement | null {
  if (news === null) return null
  const { state, records, expected, words } = news
  if (state !== 'running' || expected === null) return <>{words}</>
  return (
    <ProgressBar aria-label={name} value={Math.min(records, expected)} maxValue={expected} valueLabel={words}>
      {({ percentage }) => <Bar percentage={percentage} words={words} />}
    </ProgressBar>
  )
}

function Bar({ percentage, words }: { readonly percentage: number | undefined; readonly words: string }): ReactElement {
  return (
    <>
      <svg className="health-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={percentage ?? 0} height="10" />
      </svg>
      {words}
    </>
  )
}
