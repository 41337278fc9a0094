import { z } from 'zod'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import { MOST_BACKUP_CHARACTERS } from './backup-file.ts'

const revision = z.string().max(64)
const byName = <T extends z.ZodType>(value: T) => z.record(z.string().max(200), value).optional()
const value = z.unknown().optional()

/**
 * The shape of a change alone: each value is checked by the settings' own schemas, so that a wrong one is refused beside its
 * field and not as a whole (settings-change.ts).
 */
const change = z.strictObject({
  restrictToLocationIds: value,
  markets: value,
  frozen: value,
  timeZoneOverrides: byName(z.string().max(100).nullable()),
  currencyOverrides: byName(z.string().max(100).nullable()),
  openingHours: byName(z.unknown()),
  rewards: byName(z.unknown()),
  staleAfterMinutes: value,
  askPriceAfterHours: value,
  language: value,
  storeColour: value,
  storeLogo: value,
  market: value,
  displays: value,
  startAtBoot: value,
  updates: byName(z.unknown()),
  renamedScreens: byName(z.string().max(200)),
  screens: byName(z.record(z.string().max(60), z.unknown()).nullable())
}) as unknown as z.ZodType<SettingsChange>

const nothing = z.tuple([])
/** A little more than a backup may have, so that one that is too large is refused in words. */
const fileText = z.string().max(2 * MOST_BACKUP_CHARACTERS)

/** What the calls about settings, health and backup take. */
export const settingsArguments = {
  'settings:read': nothing,
  'settings:choices': nothing,
  'settings:save': z.tuple([revision, change]),
  'settings:try': z.tuple([revision, change]),
  'settings:reward-systems': nothing,
  'settings:show-store': z.tuple([z.int()]),
  'health:read': nothing,
  'health:runs': nothing,
  'health:quarantine': nothing,
  'health:host': nothing,
  'health:bundle': nothing,
  'health:save-bundle': nothing,
  'sync:state': nothing,
  'sync:now': nothing,
  'sync:cancel': nothing,
  'sync:resume': nothing,
  'home:machine': nothing,
  'home:today': z.tuple([z.int().nullable()]),
  'backup:export': nothing,
  'backup:save': nothing,
  'backup:try': z.tuple([fileText]),
  'backup:import': z.tuple([revision, fileText])
}
