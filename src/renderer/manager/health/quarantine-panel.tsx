import type { ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useAnswer, useSession } from '../session.tsx'
import { HEALTH_WORDS } from '../words/health-words.ts'

const EVERY_MS = 10_000

/** Records that could not be used: why, and as they came, without costs. */
export function QuarantinePanel(): ReactElement {
  const { language } = useSession()
  const words = HEALTH_WORDS[language]
  const { answer: records } = useAnswer('health:quarantine', [], { everyMs: EVERY_MS })
  if (records === null) return <p role="status">{words.loading}</p>
  if (records.length === 0) return <p>{words.noQuarantine}</p>
  return (
    <>
      <p className="field-note">{words.quarantineNote}</p>
      {records.map(({ feed, name, kind, key, reason, detail, raw, firstSeen, lastSeen }) => (
        <Disclosure key={`${feed} ${kind} ${key} ${detail}`} className="disclosure health-record">
          <Heading level={2}>
            <Button slot="trigger">
              {name}, {kind} {key}
            </Button>
          </Heading>
          <p>{reason}</p>
          <p className="field-note">{words.details(detail)}</p>
          <p className="field-note">
            {words.firstSeen(firstSeen)}, {words.lastSeen(lastSeen)}
          </p>
          <DisclosurePanel>
            {raw === null ? (
              <p>{words.noRaw}</p>
            ) : (
              // Long: the keyboard must be able to scroll it.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              <pre tabIndex={0} role="region" aria-label={`${kind} ${key}`}>
                {raw}
              </pre>
            )}
          </DisclosurePanel>
        </Disclosure>
      ))}
    </>
  )
}
