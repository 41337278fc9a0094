import type { ReactElement } from 'react'
import { Alert } from '../../form/form.tsx'
import { useAnswer, useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { AccessSection } from './access-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { DisplaysSection } from './displays-section.tsx'
import { LookSection } from './look-section.tsx'
import { MarketSection } from './market-section.tsx'
import { RewardsSection } from './rewards-section.tsx'
import { PlacesSection } from './places-section.tsx'
import { ScreensSection } from './screens-section.tsx'
import { StoresSection } from './stores-section.tsx'
import { SyncSection } from './sync-section.tsx'
import { UpdatesSection } from './updates-section.tsx'
import './settings.css'

const READ_EVERY_MS = 10_000

/** Everything a manager may choose, part by part; each part is saved by itself. */
export default function SettingsView(): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const { answer: news, refusal } = useAnswer('settings:read', [], { everyMs: READ_EVERY_MS })
  // Gone while an engine starts: what was offered stays offered.
  const { answer: choices } = useAnswer('settings:choices', [], { everyMs: READ_EVERY_MS })
  return (
    <main className="stage">
      <h1>{words.title}</h1>
      {news === null ? (
        <>
          <Alert message={refusal?.message ?? null} />
          <p role="status">{words.loading}</p>
        </>
      ) : (
        <>
          <SyncSection news={news} />
          <StoresSection news={news} choices={choices} />
          <LookSection news={news} />
          <ScreensSection news={news} choices={choices} />
          <DisplaysSection news={news} choices={choices} />
          <MarketSection news={news} />
          <RewardsSection news={news} choices={choices} />
          <PlacesSection news={news} choices={choices} />
          <UpdatesSection news={news} />
          <AccessSection />
          <BackupSection />
        </>
      )}
    </main>
  )
}
