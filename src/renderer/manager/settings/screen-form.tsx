import { useRef, useState, type ReactElement } from 'react'
import type { SettingsChange, SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import type { ScreenSettings } from '../../../shared/screen-settings.ts'
import { Action, LineField } from '../../form/form.tsx'
import { ofFieldsBelow } from '../field-faults.ts'
import { afterDrawing, goToFault } from '../go-to-fault.ts'
import { ScreenFields } from '../screens/screen-fields.tsx'
import { SCREENS_WORDS } from '../screens/screens-words.ts'
import '../screens/screens.css'
import { useAnswer, useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { Outcome } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'

/** An engine that is just being started cannot say. */
const MENU_EVERY_MS = 10_000

/** One screen's settings by its name, whether or not it is on: the fields are those of the Screens view. */
export function ScreenForm({
  name,
  news,
  choices
}: {
  readonly name: string
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement | null {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const [isLeaving, setIsLeaving] = useState(false)
  const here = useRef<HTMLFormElement>(null)
  // Settings are of no store; what there is to choose from is the menu that this machine shows, else the first one.
  const menuOf = news.settings.locationId ?? choices?.stores[0]?.locationId ?? null
  const { answer, isOld } = useAnswer('screens:menu', [menuOf ?? 0], {
    enabled: menuOf !== null,
    everyMs: MENU_EVERY_MS
  })
  const parts = isOld ? null : answer
  const stored = news.settings.screens[name]
  if (stored === undefined) return null
  const newName = form.draft.renamedScreens?.[name] ?? name
  const changed = form.draft.screens?.[name] ?? {}
  const settings = { ...stored, ...changed } as ScreenSettings

  /** A screen that is renamed in the same save is changed under its new name. */
  const save = async (): Promise<void> => {
    const isRenamed = newName.trim() !== name
    const change: SettingsChange = isRenamed
      ? { ...form.draft, screens: { [newName.trim()]: changed } }
      : { screens: { [name]: changed } }
    if (!(await form.save(change))) afterDrawing(() => goToFault(here.current))
  }

  return (
    <form
      ref={here}
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <LineField
        label={words.newName}
        value={newName}
        onChange={(text) => form.edit({ renamedScreens: { [name]: text } })}
        error={form.errorAt(`renamedScreens.${name}`) ?? form.errorAt(`screens.${name}`, 'exactly')}
        validationBehavior="aria"
        maxLength={60}
      />
      <ScreenFields
        settings={settings}
        names={news.names}
        themes={news.themes}
        choices={choices}
        parts={parts}
        fault={ofFieldsBelow(form.fault, [`screens.${name}`, `screens.${newName.trim()}`])}
        words={SCREENS_WORDS[language]}
        onSet={(field, value) => form.edit({ screens: { [name]: { ...changed, [field]: value } } })}
      />
      <div className="form-actions">
        <Action main type="submit" isDisabled={!form.isChanged || form.isSaving}>
          {form.isSaving ? words.saving : words.save(words.screenForm(name))}
        </Action>
        {form.isChanged ? <Action onPress={form.forget}>{words.forget}</Action> : null}
        {isLeaving ? null : <Action onPress={() => setIsLeaving(true)}>{words.removeScreen(name)}</Action>}
        <Outcome form={form} />
      </div>
      {isLeaving ? (
        <div className="form-actions" role="group" aria-label={words.removeReally(name)}>
          <p>{words.removeReally(name)}</p>
          <Action
            main
            autoFocus
            onPress={() => void form.save({ screens: { [name]: null } }).then(() => setIsLeaving(false))}
          >
            {words.remove}
          </Action>
          <Action onPress={() => setIsLeaving(false)}>{words.keepScreen}</Action>
        </div>
      ) : null}
    </form>
  )
}
