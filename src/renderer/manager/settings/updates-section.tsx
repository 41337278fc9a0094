import type { ReactElement } from 'react'
import type { SettingsNews } from '../../../shared/manager/settings.ts'
import type { UpdateSettings } from '../../../shared/update.ts'
import { PickOne, Tick } from '../../form/choices.tsx'
import { LineField } from '../../form/form.tsx'
import { UpdatesStatus } from '../health/updates-status.tsx'
import { useSession } from '../session.tsx'
import { UPDATES_WORDS } from '../words/updates-words.ts'
import { FormSection } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'
import { textOrNull } from './typed.ts'

/** Where new versions come from, which, and how it stands with them. */
export function UpdatesSection({ news }: { readonly news: SettingsNews }): ReactElement {
  const { language } = useSession()
  const words = UPDATES_WORDS[language]
  const form = useSettingsForm(news)
  const labels = news.names.updateLabels
  const now = { ...news.settings.updates, ...form.draft.updates }
  const edit = (change: Partial<UpdateSettings>): void => form.edit({ updates: { ...form.draft.updates, ...change } })
  return (
    <FormSection id="updates" title={words.title} note={words.note} form={form}>
      <UpdatesStatus />
      <div className="choices">
        <Tick isOn={now.enabled} onTick={(enabled) => edit({ enabled })} note={words.enabledNote}>
          {labels.enabled}
        </Tick>
      </div>
      <LineField
        label={labels.feedUrl}
        note={words.feedNote}
        type="url"
        value={now.feedUrl ?? ''}
        onChange={(text) => edit({ feedUrl: textOrNull(text) })}
        error={form.errorAt('updates.feedUrl')}
      />
      <PickOne
        label={labels.channel}
        options={(['stable', 'beta'] as const).map((id) => ({ id, name: words.channels[id] }))}
        value={now.channel}
        onPick={(id) => edit({ channel: id === 'beta' ? 'beta' : 'stable' })}
        error={form.errorAt('updates.channel')}
      />
      <LineField
        label={labels.pinnedVersion}
        note={words.pinnedNote}
        value={now.pinnedVersion ?? ''}
        onChange={(text) => edit({ pinnedVersion: textOrNull(text) })}
        error={form.errorAt('updates.pinnedVersion')}
      />
    </FormSection>
  )
}
