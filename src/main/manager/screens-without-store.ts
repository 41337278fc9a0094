import { problemTitleOf } from '../../domain/health/problem-titles.ts'
import { leftOutBy } from '../../domain/settings/left-out.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { ProblemNews } from '../../shared/manager/health.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { KnownStores, PairedPlace } from './changed-settings.ts'

const CODE = 'screen-without-store'

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
  const title = problemTitleOf(CODE, managerLanguageOf(settings.language))
  return paired.flatMap(({ name, locationId }): readonly ProblemNews[] => {
    const why = whyOf(locationId, settings, stores)
    if (why === null) return []
    const detail = `The paired screen "${name}" has no board: ${why}`
    return [{ code: CODE, title, detail, store: stores.get(locationId)?.name ?? null }]
  })
}

function whyOf(locationId: number, settings: Settings, stores: KnownStores): string | null {
  const store = stores.get(locationId)
  if (store === undefined) return `the company has no store ${locationId}. Give it another store, or unpair it`
  const filter = leftOutBy(settings, locationId, store.market)
  if (filter === null) return null
  const by = filter === 'markets' ? 'province or state' : 'store'
  return `its store ${store.name} (${locationId}) is left out by the filter by ${by}. Give it another store, or serve this one`
}
