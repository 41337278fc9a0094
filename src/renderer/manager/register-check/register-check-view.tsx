import { useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import './register-check.css'
import { REGISTER_CHECK_WORDS, type RegisterCheckWords } from './register-check-words.ts'
import { ReportImport } from './report-import.tsx'
import { TypedReceipt } from './typed-receipt.tsx'

/** What the register charged, beside what the board said. */
export default function RegisterCheckView({ locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  const words = REGISTER_CHECK_WORDS[language]
  const score = useAnswer('register:score', [], { everyMs: 60_000 })
  return (
    <div className="with-reasons">
      <main className="stage register-check">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        {locationId === null ? null : (
          <Tabs className="tabs">
            <TabList aria-label={words.title}>
              <Tab id="type">{words.typeReceipt}</Tab>
              <Tab id="import">{words.importReport}</Tab>
            </TabList>
            {/* Both stay: what is half typed in one is there when somebody comes back to it. */}
            <TabPanel id="type" className="tab-panel" shouldForceMount>
              <TypedReceipt key={locationId} locationId={locationId} words={words} onChecked={score.again} />
            </TabPanel>
            <TabPanel id="import" className="tab-panel" shouldForceMount>
              <ReportImport key={locationId} locationId={locationId} words={words} onChecked={score.again} />
            </TabPanel>
          </Tabs>
        )}
      </main>
      <aside className="reasons" aria-label={words.scoreTitle}>
        <h2 className="reason-head">{words.scoreTitle}</h2>
        {score.answer === null ? null : (
          <>
            {score.answer.share === null ? null : <p className="score">{score.answer.share}</p>}
            <p>{score.answer.text}</p>
          </>
        )}
        <Sample words={words} text={score.answer?.sample.text ?? null} onSampled={score.again} />
        <h3>{words.keptTitle}</h3>
        <p>{words.kept}</p>
      </aside>
    </div>
  )
}

function Sample({
  words,
  text,
  onSampled
}: {
  readonly words: RegisterCheckWords
  readonly text: string | null
  readonly onSampled: () => void
}): ReactElement {
  const { ask } = useSession()
  const [isAsking, setIsAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function sample(): Promise<void> {
    setIsAsking(true)
    const reply = await ask('register:sample-now', [])
    setRefusal(reply.ok ? null : reply.message)
    setIsAsking(false)
    onSampled()
  }

  return (
    <section className="sample">
      <h3>{words.sampleTitle}</h3>
      <p role="status">{text}</p>
      <Alert message={refusal} />
      <Action isDisabled={isAsking} onPress={() => void sample()}>
        {isAsking ? words.sampling : words.sampleNow}
      </Action>
    </section>
  )
}
