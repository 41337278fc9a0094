import { useCallback, useState } from 'react'
import type { ManagerRefusal } from '../../../shared/manager/manager-channels.ts'
import type { SettingDifference, SettingsChange, SettingsNews } from '../../../shared/manager/settings.ts'
import { faultAt, faultExactlyAt, faultsElsewhere, type FormFault } from '../field-faults.ts'
import { useAskAllAgain, useSession } from '../session.tsx'

/** What is typed and not saved yet, and to which settings it was typed. */
interface Draft {
  readonly revision: string
  readonly change: SettingsChange
}

/** A part of the settings page that is saved as one. What is typed belongs to it: an answer that comes meanwhile takes nothing away. */
export interface SettingsForm {
  readonly draft: SettingsChange
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly edit: (change: SettingsChange) => void
  readonly forget: () => void
  /** Answers whether it was taken. */
  readonly save: (change?: SettingsChange) => Promise<boolean>
  /** All that was refused, for fields that know themselves. */
  readonly fault: FormFault | null
  /** What is wrong with a field, or a field below it; null where nothing is. */
  readonly errorAt: (field: string, how?: 'exactly') => string | null
  /** What is wrong and stands beside no field. */
  readonly error: string | null
  /** What the last save changed; null before one, and once something is typed again. */
  readonly saved: readonly SettingDifference[] | null
}

/** What was typed while a save was under way, to the settings as they were saved; null where nothing was. */
function draftBeyond(now: Draft | null, saved: Draft | null, revision: string): Draft | null {
  if (now === null || now === saved) return null
  const keys = (Object.keys(now.change) as (keyof SettingsChange)[]).filter(
    (key) => saved === null || now.change[key] !== saved.change[key]
  )
  if (keys.length === 0) return null
  return { revision, change: Object.fromEntries(keys.map((key) => [key, now.change[key]])) }
}

export function useSettingsForm(news: SettingsNews): SettingsForm {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [refusal, setRefusal] = useState<ManagerRefusal | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [saved, setSaved] = useState<readonly SettingDifference[] | null>(null)
  const change = draft?.change ?? {}
  const { revision } = news

  const edit = useCallback(
    (more: SettingsChange) => {
      setSaved(null)
      setDraft((before) => ({ revision: before?.revision ?? revision, change: { ...before?.change, ...more } }))
    },
    [revision]
  )
  const forget = useCallback(() => {
    setDraft(null)
    setRefusal(null)
  }, [])

  /** A single press says all it means: it goes by what is in force, whatever the page has shown. */
  const revisionFor = async (given: SettingsChange | undefined): Promise<string> => {
    if (draft !== null || given === undefined) return draft?.revision ?? revision
    const latest = await ask('settings:read', [])
    return latest.ok ? latest.answer.revision : revision
  }

  const save = async (given?: SettingsChange): Promise<boolean> => {
    if (isSaving) return false
    setIsSaving(true)
    setSaved(null)
    const reply = await ask('settings:save', [await revisionFor(given), given ?? change])
    setIsSaving(false)
    if (!reply.ok) {
      setRefusal(reply)
      // Not waited for: the keyboard goes to what is wrong at once, and not when somebody types again.
      void catchUp(given)
      return false
    }
    setDraft((now) => draftBeyond(now, draft, reply.answer.revision))
    setRefusal(null)
    setSaved(reply.answer.changes)
    await askAllAgain()
    return true
  }

  /** What somebody else saved has been told now: the next save is made to it. */
  const catchUp = async (given: SettingsChange | undefined): Promise<void> => {
    const latest = await ask('settings:read', [])
    if (latest.ok)
      setDraft((before) => ({ revision: latest.answer.revision, change: before?.change ?? given ?? change }))
    await askAllAgain()
  }

  // What somebody else changed meanwhile stands beside no field, though it names one.
  const own = Object.keys(change)
  return {
    draft: change,
    isChanged: draft !== null,
    isSaving,
    edit,
    forget,
    save,
    fault: refusal,
    errorAt: (field, how) => {
      if (!own.some((key) => field === key || field.startsWith(`${key}.`))) return null
      return how === 'exactly' ? faultExactlyAt(refusal, field) : faultAt(refusal, field)
    },
    error: faultsElsewhere(refusal, own),
    saved
  }
}
