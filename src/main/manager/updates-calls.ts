import {
  nothingReadyWords,
  updateFaultWords,
  updateRefusalWords,
  updateSentence
} from '../../domain/update/update-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { momentWordsOf } from '../../domain/settings/moment-words.ts'
import type { ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { UpdatesChannels, UpdatesNews } from '../../shared/manager/updates.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { productVersion } from '../settings/product-version.ts'
import { machineZone } from './settings-news.ts'
import type { UpdateState } from '../../shared/update.ts'

/** Whoever keeps this machine's program up to date, as the manager's window sees them. */
export interface UpdatesDesk {
  readonly state: () => UpdateState
  readonly ask: (what: 'check' | 'install') => void
}

/** For `serve`, which somebody else installs. */
export const SERVED_UPDATES: UpdatesDesk = {
  state: () => ({
    running: productVersion,
    off: 'served',
    activity: { kind: 'none' },
    held: null,
    ready: null,
    checkedAtMs: null,
    fault: null,
    nextCheckMs: null,
    refused: [],
    timeZone: machineZone()
  }),
  ask: () => undefined
}

export type UpdatesCalls = {
  readonly [C in keyof UpdatesChannels]: (
    ...args: UpdatesChannels[C]['args']
  ) => Promise<ManagerReply<UpdatesChannels[C]['answer']>>
}

export function createUpdatesCalls(host: {
  readonly dataDir: string
  readonly nowMs: () => number
  readonly updates: UpdatesDesk
}): UpdatesCalls {
  const language = (): string | null => loadSettings(host.dataDir, host.nowMs).settings.language
  const news = (): UpdatesNews => updatesNewsOf(host.updates.state(), language(), host.nowMs())
  return {
    'updates:read': async () => ({ ok: true, answer: news() }),
    'updates:check': async () => {
      host.updates.ask('check')
      return { ok: true, answer: news() }
    },
    'updates:install': async () => {
      if (!news().canInstall)
        return { ok: false, code: 'refused', field: null, message: nothingReadyWords(managerLanguageOf(language())) }
      host.updates.ask('install')
      return { ok: true, answer: news() }
    }
  }
}

function updatesNewsOf(state: UpdateState, language: string | null, nowMs: number): UpdatesNews {
  const tongue = managerLanguageOf(language)
  const moment = (atMs: number): string => momentWordsOf(atMs, nowMs, language, state.timeZone)
  const { off, activity, fault, ready } = state
  return {
    version: state.running,
    words: updateSentence(state, tongue, moment),
    isOff: off !== null,
    isBusy: activity.kind !== 'none',
    percent: activity.kind === 'downloading' ? activity.percent : null,
    canInstall: off === null && ready !== null && activity.kind !== 'installing',
    lastCheck: state.checkedAtMs === null ? null : moment(state.checkedAtMs),
    nextCheck: state.nextCheckMs === null ? null : moment(state.nextCheckMs),
    fault:
      fault === null || off !== null
        ? null
        : {
            what: updateFaultWords(fault.code, tongue),
            at: moment(fault.atMs),
            detail: `${fault.code}: ${fault.detail}`
          },
    refused: state.refused.map(({ version, reason, atMs }) => ({
      version,
      words: `${updateRefusalWords(reason, tongue)} ${moment(atMs)}`
    }))
  }
}
