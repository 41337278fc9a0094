import { useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Action, Alert } from '../../form/form.tsx'
import { keepFile } from '../keep-file.ts'
import { amend } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { HEALTH_WORDS } from '../words/health-words.ts'
import { FeedsPanel } from './feeds-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { MachinePanel } from './machine-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { QuarantinePanel } from './quarantine-panel.tsx'
import './health.css'

const EVERY_MS = 5000
const TABS = ['feeds', 'problems', 'history', 'quarantine', 'machine'] as const

/** How the feeds, the data, the screens and the machine are. */
export default function HealthView({ route }: ViewProps): ReactElement {
  const { language } = useSession()
  const words = HEALTH_WORDS[language]
  const { answer: health, refusal } = useAnswer('health:read', [], { everyMs: EVERY_MS })
  const { answer: host } = useAnswer('health:host', [], { everyMs: EVERY_MS })
  const problems = [...(host?.problems ?? []), ...(health?.problems ?? [])]
  return (
    <main className="stage">
      <div className="stage-head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead" role="status">
            {health === null
              ? words.loading
              : health.status === 'ok' && problems.length > 0
                ? words.comesInAndMore(problems.length)
                : health.statusWords}
          </p>
        </div>
        <Bundle />
      </div>
      <Alert message={host?.engineProblem ?? refusal?.message ?? null} />
      <Tabs
        className="health-tabs"
        selectedKey={TABS.find((tab) => tab === route.params['tab']) ?? 'feeds'}
        onSelectionChange={(tab) => amend(route, { tab: String(tab) })}
      >
        <TabList aria-label={words.title}>
          <Tab id="feeds">{words.tabs.feeds}</Tab>
          <Tab id="problems">{words.count(words.tabs.problems, problems.length)}</Tab>
          <Tab id="history">{words.tabs.history}</Tab>
          <Tab id="quarantine">{words.count(words.tabs.quarantine, health?.quarantined ?? 0)}</Tab>
          <Tab id="machine">{words.tabs.machine}</Tab>
        </TabList>
        <TabPanel id="feeds">
          <FeedsPanel health={health} />
        </TabPanel>
        <TabPanel id="problems">
          <ProblemsPanel problems={problems} isAllWell={health?.status === 'ok'} />
        </TabPanel>
        <TabPanel id="history">
          <HistoryPanel />
        </TabPanel>
        <TabPanel id="quarantine">
          <QuarantinePanel />
        </TabPanel>
        <TabPanel id="machine">
          <MachinePanel host={host} screens={health?.screens ?? []} />
        </TabPanel>
      </Tabs>
    </main>
  )
}

/** One click: a file for whoever helps. */
function Bundle(): ReactElement {
  const { language, ask } = useSession()
  const words = HEALTH_WORDS[language]
  const [saved, setSaved] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const save = async (): Promise<void> => {
    setIsBusy(true)
    setError(null)
    setSaved(null)
    const reply = await ask('health:save-bundle', [])
    setIsBusy(false)
    if (!reply.ok) setError(reply.message)
    else if (reply.answer.kind === 'content') {
      keepFile(reply.answer.file)
      setSaved(words.savedAt(reply.answer.file.fileName))
    } else if (reply.answer.kind === 'saved') setSaved(words.savedAt(reply.answer.path))
  }
  return (
    <div className="health-bundle">
      <Action isDisabled={isBusy} onPress={() => void save()}>
        {words.saveBundle}
      </Action>
      <p className="field-note" role="status">
        {saved ?? words.bundleNote}
      </p>
      <Alert message={error} />
    </div>
  )
}
