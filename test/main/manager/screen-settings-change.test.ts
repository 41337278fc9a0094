import { describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { planWindows } from '../../../src/main/desktop/window-plan.ts'
import { settingsChangeFor } from '../../../src/main/manager/screen-settings-change.ts'
import type { KnownScreen } from '../../../src/main/manager/screens-list.ts'
import type { DisplayPlace } from '../../../src/main/screens/open-screens.ts'
import { displaysSchema } from '../../../src/main/settings/display-settings.ts'
import { defaultSettings } from '../../../src/main/settings/settings-file.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import type { ScreenChange } from '../../../src/shared/manager/screens.ts'

function placeAt(x: number, label = 'SAMSUNG'): DisplayPlace {
  return { label, bounds: { x, y: 0, width: 1920, height: 1080 } }
}

function windowOn(display: DisplayPlace, setAs: string | null = null): KnownScreen {
  return {
    id: 'window display 1',
    paired: null,
    unused: null,
    open: {
      page: 'window display 1',
      locationId: 7,
      screen: 'display 1',
      board: 'displays',
      setAs,
      place: { kind: 'display', display },
      sinceMs: 0,
      tab: null,
      pairedId: null,
      isComingBack: false
    }
  }
}

/** The settings as the change leaves them, for what the windows are planned by. */
function after(settings: Settings, screen: KnownScreen, wanted: ScreenChange, places: readonly DisplayPlace[]) {
  const change = settingsChangeFor(screen, wanted, settings, places)
  if (!change.ok) throw new Error(change.field)
  return {
    ...settings,
    screens: { ...settings.screens, ...(change.change.screens as unknown as Settings['screens']) },
    displays: displaysSchema.parse(change.change.displays)
  }
}

describe('a display of this machine', () => {
  it('gets settings of its own that begin as it is set now, and keeps them when it is unplugged and comes back', () => {
    const settings: Settings = { ...defaultSettings, screens: { displays: { ...DEFAULT_SCREEN, theme: 'light' } } }
    const [left, right] = [placeAt(0, 'DELL'), placeAt(1920)]
    const changed = after(
      settings,
      windowOn(right),
      { name: 'Menu wall', locationId: 9, settings: { level: 'roomy' } },
      [left, right]
    )
    expect(changed.screens['Menu wall']).toMatchObject({ theme: 'light', level: 'roomy' })
    const displayOf = (place: DisplayPlace, id: number) => ({ id, isPrimary: place.bounds.x === 0, ...place })
    const planned = (...places: readonly DisplayPlace[]) =>
      planWindows(
        places.map((place, index) => displayOf(place, index + 1)),
        changed.displays
      ).map(({ part }) => [part.setAs, part.locationId])
    expect(planned(left, right)).toEqual([
      [null, null],
      ['Menu wall', 9]
    ])
    // Gone, and back: also where the system puts it elsewhere meanwhile.
    expect(planned(left)).toEqual([[null, null]])
    expect(planned(placeAt(-1920), left)).toEqual([
      ['Menu wall', 9],
      [null, null]
    ])
  })

  it('is told from another of its make by where it hangs', () => {
    const [left, right] = [placeAt(0), placeAt(1920)]
    const changed = after(defaultSettings, windowOn(right), { name: 'Right' }, [left, right])
    expect(changed.displays.known).toMatchObject([{ label: 'SAMSUNG', x: 1920, screen: 'Right' }])
  })

  it('that is known already is changed where it stands, and its settings are renamed with it', () => {
    const known = displaysSchema.parse({ known: [{ label: 'SAMSUNG', board: false, screen: 'Old' }] })
    const settings: Settings = { ...defaultSettings, screens: { Old: DEFAULT_SCREEN }, displays: known }
    const change = settingsChangeFor(windowOn(placeAt(0), 'Old'), { name: 'New' }, settings, [placeAt(0)])
    expect(change).toMatchObject({
      ok: true,
      entry: 'New',
      change: {
        renamedScreens: { Old: 'New' },
        screens: { New: {} },
        displays: { known: [{ board: true, screen: 'New' }] }
      }
    })
  })

  it('cannot take the name of another screen', () => {
    const settings: Settings = { ...defaultSettings, screens: { Taken: DEFAULT_SCREEN } }
    expect(settingsChangeFor(windowOn(placeAt(0)), { name: 'Taken' }, settings, [])).toMatchObject({
      ok: false,
      field: 'name'
    })
  })
})
