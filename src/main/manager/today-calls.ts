import { type TodayWords, todayWordsOf } from '../../domain/health/today-words.ts'
import { managerLanguageOf, managerTagOf } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import { wentBackWords } from '../../domain/update/update-words.ts'
import type { HostNews } from '../../shared/manager/health.ts'
import type { ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { ListedScreen, ScreensNews } from '../../shared/manager/screens.ts'
import type { MachineNews, TodayHostChannels } from '../../shared/manager/today.ts'
import type { UpdateState } from '../../shared/update.ts'
import { loadSettings } from '../settings/settings-file.ts'

/** What the home view's call needs of its host. */
export interface TodayHost {
  readonly dataDir: string
  readonly nowMs: () => number
  readonly screens: () => Promise<ManagerReply<ScreensNews>>
  readonly machine: () => Promise<ManagerReply<HostNews>>
  readonly updates: () => UpdateState
}

export type TodayCalls = {
  readonly [C in keyof TodayHostChannels]: (
    ...args: TodayHostChannels[C]['args']
  ) => Promise<ManagerReply<TodayHostChannels[C]['answer']>>
}

/** What wants a look and what the engine does not know: an engine that is gone, a screen that is off, a full disk. */
export function createTodayCalls(host: TodayHost): TodayCalls {
  return {
    'home:machine': async () => {
      const { language } = loadSettings(host.dataDir, host.nowMs).settings
      const told = todayWordsOf(managerLanguageOf(language))
      const machine = await host.machine()
      if (!machine.ok) return machine
      const screens = await host.screens()
      if (!screens.ok) return screens
      const listed = screens.answer.screens
      const showing = listed.filter(({ isOn, facts }) => isOn && facts?.isSilent !== true).length
      // One that is paired and off is said by its name, once it has been off for longer than a page takes to load anew.
      const isNone = !listed.some(({ isOn, kind }) => isOn || kind === 'paired')
      const wants = [
        ...machineWants(machine.answer, told),
        ...updateWants(host.updates(), language, host.nowMs()),
        ...listed.flatMap((screen) => screenWants(screen, told)),
        ...(isNone ? [{ words: told.noScreens, detail: null, place: 'screens' } as const] : [])
      ]
      const well = showing === 0 ? [] : [told.screensOn(showing, showing.toLocaleString(managerTagOf(language)))]
      return { ok: true, answer: { well, wants: onceEach(wants) } }
    }
  }
}

function machineWants(
  { engineProblem, diskIsLow, diskFree, problems }: HostNews,
  told: TodayWords
): MachineNews['wants'] {
  return [
    ...(engineProblem === null ? [] : [{ words: told.noEngine, detail: engineProblem, place: 'health' } as const]),
    ...(diskIsLow && diskFree !== null
      ? [{ words: told.diskLow(diskFree), detail: told.diskLowThen, place: 'health' } as const]
      : []),
    ...problems.map(({ title, detail }) => ({ words: title, detail, place: 'screens' }) as const)
  ]
}

/** A new version that had to go back: nobody has seen it happen at night. */
function updateWants(state: UpdateState, language: string | null, nowMs: number): MachineNews['wants'] {
  const moment = (atMs: number): string => momentWordsOf(atMs, nowMs, language, state.timeZone)
  const back = wentBackWords(state, managerLanguageOf(language), moment)
  return back === null ? [] : [{ ...back, place: 'health' }]
}

/** A screen that is off, and one that is open and says nothing. */
function screenWants({ name, where, since, isAway, facts }: ListedScreen, told: TodayWords): MachineNews['wants'] {
  if (isAway) return [{ words: told.screenAway(name), detail: since, place: 'screens' }]
  if (facts?.isSilent === true)
    return [{ words: told.screenSilent(name), detail: `${where}. ${facts.heard}`, place: 'screens' }]
  return []
}

/** Two tabs of one browser are told in the same words: once is enough. */
function onceEach(wants: MachineNews['wants']): MachineNews['wants'] {
  return [...new Map(wants.map((want) => [`${want.words} ${want.detail}`, want])).values()]
}
