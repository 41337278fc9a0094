import type { ReactElement } from 'react'
import type { SettingsNews } from '../../../shared/manager/settings.ts'
import { Action } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { Outcome, Section } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

/** Freeze, and thaw. */
export function SyncSection({ news }: { readonly news: SettingsNews }): ReactElement {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const isFrozen = news.settings.frozen !== null
  return (
    <Section id="sync" title={words.syncing} note={words.syncingNote}>
      <p className={isFrozen ? 'alert' : undefined}>{news.frozenWords ?? words.notFrozen}</p>
      <p className="settings-note">{words.freezeNote}</p>
      <div className="form-actions">
        <Action main={isFrozen} isDisabled={form.isSaving} onPress={() => void form.save({ frozen: !isFrozen })}>
          {isFrozen ? words.thaw : words.freeze}
        </Action>
        <Outcome form={form} />
      </div>
    </Section>
  )
}
