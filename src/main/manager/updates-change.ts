import type { SettingFault } from '../../domain/settings/setting-fault.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import type { UpdateSettings } from '../../shared/update.ts'
import type { Settings } from '../settings/settings.types.ts'
import { updatesSchema } from '../settings/update-settings.ts'
import { type ChangedSettings, changedUnless, type WrongField } from './changed-settings.ts'

const FAULTS: Readonly<Record<keyof UpdateSettings, SettingFault>> = {
  enabled: { kind: 'yes-or-no' },
  feedUrl: { kind: 'feed-url' },
  channel: { kind: 'choice' },
  pinnedVersion: { kind: 'version' }
}

/** Each value by itself, so that a wrong one is refused beside its field. */
export function changedUpdates(settings: Settings, { updates }: SettingsChange): ChangedSettings {
  if (updates === undefined) return { ok: true, settings }
  const wrong: WrongField[] = []
  const changed: Record<string, unknown> = { ...settings.updates }
  for (const [field, value] of Object.entries(updates)) {
    if (!Object.hasOwn(FAULTS, field)) {
      wrong.push({ field: `updates.${field}`, fault: { kind: 'not-a-setting' } })
      continue
    }
    const name = field as keyof UpdateSettings
    const parsed = updatesSchema.shape[name].safeParse(value)
    if (parsed.success) changed[name] = parsed.data
    else wrong.push({ field: `updates.${name}`, fault: FAULTS[name] })
  }
  return changedUnless(wrong, { ...settings, updates: changed as unknown as UpdateSettings })
}
