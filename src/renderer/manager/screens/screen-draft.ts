import type { ListedScreen, ScreenChange } from '../../../shared/manager/screens.ts'
import type { ScreenSettings } from '../../../shared/screen-settings.ts'

/** A form half filled in; it is of the screen as it was when somebody began. */
export interface ScreenDraft {
  readonly base: ScreenDraftValues
  readonly values: ScreenDraftValues
}

export interface ScreenDraftValues {
  readonly name: string
  readonly locationId: number | null
  readonly board: string
  readonly settings: ScreenSettings
}

export function draftOf({ name, locationId, board, settings }: ListedScreen): ScreenDraft {
  const values = { name, locationId, board: board ?? '', settings }
  return { base: values, values }
}

/** What differs of a screen; null where nothing does. */
export function changeOf({ base, values }: ScreenDraft): ScreenChange | null {
  const settings = Object.fromEntries(
    Object.entries(values.settings).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(base.settings[key as keyof ScreenSettings])
    )
  )
  const change: ScreenChange = {
    ...(values.name === base.name ? {} : { name: values.name }),
    ...(values.locationId === base.locationId ? {} : { locationId: values.locationId }),
    ...(values.board === base.board ? {} : { board: values.board }),
    ...(Object.keys(settings).length === 0 ? {} : { settings })
  }
  return Object.keys(change).length === 0 ? null : change
}
