import { useRef, type FormEvent, type ReactElement } from 'react'
import type { MenuParts } from '../../../shared/manager/screens.ts'
import type { SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import type { StoreChoice } from '../../../shared/manager/stores.ts'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { faultAt, faultsElsewhere, type FormFault } from '../field-faults.ts'
import { afterDrawing, goToFault } from '../go-to-fault.ts'
import { Choice } from './choice.tsx'
import type { ScreenDraft, ScreenDraftValues } from './screen-draft.ts'
import { SCREEN_FIELDS, ScreenFields } from './screen-fields.tsx'
import type { ScreensWords } from './screens-words.ts'

/** How a screen is set. Nothing happens before it is saved. */
export function ScreenForm({
  draft,
  isChanged,
  mayMove,
  hasAddress,
  mayShare,
  stores,
  news,
  choices,
  parts,
  fault,
  said,
  isSaving,
  words,
  onValues,
  onSave,
  onDiscard
}: {
  readonly draft: ScreenDraft
  readonly isChanged: boolean
  readonly mayMove: boolean
  /** A browser that is not paired: what it is stands in its address. */
  readonly hasAddress: boolean
  readonly mayShare: boolean
  readonly stores: readonly StoreChoice[]
  /** Null until the settings have been read. */
  readonly news: SettingsNews | null
  readonly choices: SettingsChoices | null
  readonly parts: MenuParts | null
  readonly fault: FormFault | null
  /** What came of the last save. */
  readonly said: string | null
  readonly isSaving: boolean
  readonly words: ScreensWords
  readonly onValues: (values: ScreenDraftValues) => void
  /** Answers whether it was taken. */
  readonly onSave: () => Promise<boolean>
  readonly onDiscard: () => void
}): ReactElement {
  const { values } = draft
  const { settings } = values
  const here = useRef<HTMLFormElement>(null)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    void onSave().then((isTaken) => {
      if (!isTaken) afterDrawing(() => goToFault(here.current))
    })
  }
  const ofPlace = [...(mayMove ? ['name', 'locationId'] : []), ...(mayShare ? ['board'] : [])]
  return (
    <form ref={here} className="screen-form" onSubmit={send} noValidate>
      <h3>{words.settings}</h3>
      {mayMove ? (
        <>
          <LineField
            label={words.name}
            value={values.name}
            onChange={(name) => onValues({ ...values, name })}
            error={faultAt(fault, 'name')}
            validationBehavior="aria"
            maxLength={60}
          />
          <Choice
            label={words.facts.store}
            value={values.locationId === null ? null : String(values.locationId)}
            options={stores.map(({ locationId, name, place }) => ({ value: String(locationId), name, note: place }))}
            error={faultAt(fault, 'locationId')}
            onChange={(chosen) => onValues({ ...values, locationId: Number(chosen) })}
          />
        </>
      ) : hasAddress ? (
        <p className="field-note">{words.fixedPlace}</p>
      ) : null}
      {mayShare ? (
        <LineField
          label={words.board}
          value={values.board}
          onChange={(board) => onValues({ ...values, board })}
          error={faultAt(fault, 'board')}
          note={words.boardNote}
          validationBehavior="aria"
          maxLength={60}
        />
      ) : null}
      {news === null ? null : (
        <ScreenFields
          settings={settings}
          names={news.names}
          themes={news.themes}
          choices={choices}
          parts={parts}
          fault={fault}
          words={words}
          onSet={(field, value) => onValues({ ...values, settings: { ...settings, [field]: value } })}
        />
      )}
      <div className="screen-form-end">
        <Alert message={faultsElsewhere(fault, [...ofPlace, ...SCREEN_FIELDS])} />
        <Action main type="submit" isDisabled={!isChanged || isSaving}>
          {words.save}
        </Action>
        {isChanged ? <Action onPress={onDiscard}>{words.discard}</Action> : null}
        <p className="screen-said" role="status">
          {isChanged ? words.unsaved : (said ?? '')}
        </p>
      </div>
    </form>
  )
}
