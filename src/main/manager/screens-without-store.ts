import { problemDetailOf } from '../../domain/health/problem-details.ts'
import { problemTitleOf } from '../../domain/health/problem-titles.ts'
import { leftOutBy } from '../../domain/settings/left-out.ts'
import { managerLanguageOf, managerTagOf } from '../../domain/settings/manager-language.ts'
import type { ProblemNews } from '../../shared/manager/health.ts'
import type { NoBoardFault } from '../../shared/problem.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { KnownStores, PairedPlace } from './changed-settings.ts'

/**
 * Paired screens whose store no board is served for: the TV asks for ever, and cannot say why. Only the host knows who is
 * paired, so that it is the host's to tell. None while nobody can say which stores there are.
 */
export function screensWithoutStore(
  paired: readonly PairedPlace[],
  settings: Settings,
  stores: KnownStores | null
): readonly ProblemNews[] {
  if (stores === null) return []
  const tag = managerTagOf(settings.language)
  return paired.flatMap(({ name, locationId }): readonly ProblemNews[] => {
    const fault = faultOf(locationId, settings, stores)
    if (fault === null) return []
    const facts = { code: 'screen-without-store', name, fault } as const
    const title = problemTitleOf(facts.code, managerLanguageOf(tag))
    const store = stores.get(locationId)?.name ?? null
    return [{ code: facts.code, title, detail: problemDetailOf(facts, tag), store }]
  })
}

function faultOf(storeId: number, settings: Settings, stores: KnownStores): NoBoardFault | null {
  const store = stores.get(storeId)
  if (store === undefined) return { kind: 'no-such-store', storeId }
  const filter = leftOutBy(settings, storeId, store.market)
  return filter === null ? null : { kind: 'left-out', store: store.name, storeId, filter }
}
