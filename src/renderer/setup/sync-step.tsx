import { useState, type ReactElement } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import type { FeedName } from '../../shared/board-snapshot.ts'
import type { SyncFault, SyncFaultCode, SyncProgress } from '../../shared/setup.ts'
import { Action } from '../form/form.tsx'
import { answerOf, failureOf, type SetupFailure } from './answer-of.ts'
import { FailureNote } from './failure-note.tsx'
import type { StepProps } from './first-run.tsx'
import type { SetupWords } from './setup-words.ts'

/** The first sync as it goes: each feed with what has come so far, and in words what went wrong. It can be stopped. */
export function SyncStep({
  bridge,
  words,
  onState,
  source,
  progress
}: StepProps & {
  readonly source: 'demo' | 'cova'
  readonly progress: readonly SyncProgress[]
}): ReactElement {
  const [isStopping, setStopping] = useState(false)
  const [failure, setFailure] = useState<SetupFailure | null>(null)
  const feeds = allFeedsOf(progress)
  const complete = progress.filter(({ done }) => done).length
  const hasFailed = progress.some((feed) => feed.error !== null)

  const stop = async (): Promise<void> => {
    setStopping(true)
    const result = await answerOf(bridge.cancelSetup)
    setStopping(false)
    if (result.ok) onState(result.state)
    else setFailure(failureOf(result, words))
  }

  return (
    <>
      <h1>{source === 'demo' ? words.syncingDemo : words.syncingCova}</h1>
      <FailureNote failure={failure} />
      <p className="setup-lead" role="status">
        {hasFailed ? words.syncFailed : words.syncNote}
      </p>
      {progress.length === 0 ? null : (
        <ProgressBar
          className="setup-progress"
          value={complete}
          maxValue={feeds.length}
          valueLabel={words.ofFeeds(complete, feeds.length)}
        >
          {({ percentage = 0, valueText }) => (
            <>
              <Label>{valueText}</Label>
              <div className="bar">
                <div style={{ width: `${percentage}%` }} />
              </div>
            </>
          )}
        </ProgressBar>
      )}
      <table className="setup-feeds">
        <thead>
          <tr>
            <th scope="col">{words.feed}</th>
            <th scope="col" className="number">
              {words.records}
            </th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {(progress.length === 0 ? [] : feeds).map((feed) => (
            <FeedRow key={feed.feed} words={words} progress={feed} />
          ))}
          {progress.length === 0 ? (
            <tr>
              <td colSpan={3}>{words.starting}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <Action isDisabled={isStopping} onPress={() => void stop()}>
        {words.stop}
      </Action>
      <p className="setup-lead">{words.stopNote}</p>
    </>
  )
}

/** Feeds come one after another: those that have not begun wait. */
const FEEDS: readonly FeedName[] = ['locations', 'taxes', 'catalogue', 'promotions', 'prices']

function allFeedsOf(progress: readonly SyncProgress[]): readonly SyncProgress[] {
  return FEEDS.map(
    (feed) => progress.find((told) => told.feed === feed) ?? { feed, records: 0, done: false, error: null }
  )
}

function FeedRow({ words, progress }: { readonly words: SetupWords; readonly progress: SyncProgress }): ReactElement {
  const { feed, records, done, error, expected } = progress
  const name = words.feeds[feed] ?? feed
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{expected === undefined ? records : words.ofRecords(records, expected)}</td>
      <td className={error === null ? undefined : 'failed'}>
        {error !== null
          ? faultText(error, words)
          : done
            ? words.complete
            : records > 0
              ? words.comingIn
              : words.waiting}
        {expected === undefined || expected === 0 || done || error !== null ? null : (
          <ProgressBar aria-label={name} value={Math.min(records, expected)} maxValue={expected} className="bar">
            {({ percentage = 0 }) => <div style={{ width: `${percentage}%` }} />}
          </ProgressBar>
        )}
      </td>
    </tr>
  )
}

/** Of these the line that was written down says more than the cause. */
const QUOTED: ReadonlySet<SyncFaultCode> = new Set([
  'bad-reply',
  'server-error',
  'data-dir-unwritable',
  'internal-error'
])

function faultText({ code, way, message }: SyncFault, words: SetupWords): string {
  const cause = code === 'unreachable' ? words.ways[way ?? 'other'] : words.faults[code]
  return QUOTED.has(code) ? `${cause} ${words.systemSays(message)}` : cause
}
