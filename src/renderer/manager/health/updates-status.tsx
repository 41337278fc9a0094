import { useState, type ReactElement } from 'react'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer, useAskAllAgain, useSession } from '../session.tsx'
import { UPDATES_WORDS } from '../words/updates-words.ts'
import './updates-status.css'

const EVERY_MS = 3000

/** What version runs, what an update does or waits for, and the two buttons. */
export function UpdatesStatus(): ReactElement | null {
  const { language, ask } = useSession()
  const words = UPDATES_WORDS[language]
  const askAllAgain = useAskAllAgain()
  const { answer: news } = useAnswer('updates:read', [], { everyMs: EVERY_MS })
  const [isAsking, setIsAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  if (news === null) return null

  const call = async (channel: 'updates:check' | 'updates:install'): Promise<void> => {
    setIsAsking(false)
    const reply = await ask(channel, [])
    setRefusal(reply.ok ? null : reply.message)
    await askAllAgain()
  }
  return (
    <div className="updates-status">
      <p role="status">
        <b>{words.running(news.version)}</b> {news.words}
      </p>
      {news.percent === null ? null : (
        <progress aria-label={words.progress} max={100} value={news.percent}>
          {news.percent}
        </progress>
      )}
      {news.fault === null ? null : (
        <div className="updates-fault">
          {/* Said already, where nothing else is to be said. */}
          {news.fault.what === news.words ? null : <p className="alert">{news.fault.what}</p>}
          <p>{words.faultAt(news.fault.at)}</p>
          <p className="field-note" lang="en">
            {words.details(news.fault.detail)}
          </p>
        </div>
      )}
      {news.lastCheck === null && news.nextCheck === null ? null : (
        <p className="field-note">
          {news.lastCheck === null ? '' : words.lastCheck(news.lastCheck)}{' '}
          {news.nextCheck === null ? '' : words.nextCheck(news.nextCheck)}
        </p>
      )}
      {news.isOff ? null : (
        <div className="form-actions">
          <Action isDisabled={news.isBusy} onPress={() => void call('updates:check')}>
            {words.checkNow}
          </Action>
          {!news.canInstall ? null : isAsking ? (
            <>
              <Action main onPress={() => void call('updates:install')}>
                {words.installReally}
              </Action>
              <Action onPress={() => setIsAsking(false)}>{words.notNow}</Action>
              <p className="field-note" role="status">
                {words.installNote}
              </p>
            </>
          ) : (
            <Action main onPress={() => setIsAsking(true)}>
              {words.installNow}
            </Action>
          )}
        </div>
      )}
      <Alert message={refusal} />
      {news.refused.length === 0 ? null : (
        <>
          <h3>{words.refused}</h3>
          <ul className="updates-refused">
            {news.refused.map((refused) => (
              <li key={refused.version}>
                <b>{refused.version}</b> {refused.words}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
