import type { Health } from '../../shared/board-snapshot.ts'
import type { FeedNews } from '../../shared/manager/health.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

interface SummaryWords {
  readonly fresh: (feeds: string, oldest: string) => string
  readonly starting: string
  readonly frozen: string
  readonly behind: (names: string) => string
}

const WORDS: InLanguages<SummaryWords> = {
  en: {
    fresh: (feeds, oldest) => `All ${feeds} feeds fresh, the oldest ${oldest}`,
    starting: 'The first sync is under way',
    frozen: 'Frozen: nothing is synced',
    behind: (names) => `Behind: ${names}`
  },
  fr: {
    fresh: (feeds, oldest) => `Les ${feeds} flux sont à jour, le plus ancien ${oldest}`,
    starting: 'La première synchronisation est en cours',
    frozen: 'Figé\u00a0: rien n’est synchronisé',
    behind: (names) => `En retard\u00a0: ${names}`
  },
  es: {
    fresh: (feeds, oldest) => `Los ${feeds} flujos están al día, el más antiguo ${oldest}`,
    starting: 'La primera sincronización está en curso',
    frozen: 'Congelado: no se sincroniza nada',
    behind: (names) => `Con retraso: ${names}`
  }
}

/** How the feeds are, in a line that stands in every view: "All 5 feeds fresh, the oldest 2 minutes ago". */
export function feedsSummaryOf(
  status: Health['status'],
  feeds: readonly (Pick<FeedNews, 'name' | 'state' | 'age'> & { readonly atMs: number | null })[],
  language: ManagerLanguage
): string {
  const words = WORDS[language]
  if (status === 'frozen') return words.frozen
  const behind = feeds.filter(({ state }) => state === 'failed' || state === 'late').map(({ name }) => name)
  if (behind.length > 0) return words.behind(behind.join(', '))
  const [oldest] = feeds.toSorted((one, other) => (one.atMs ?? 0) - (other.atMs ?? 0))
  if (oldest === undefined || oldest.age === null) return words.starting
  return words.fresh(String(feeds.length), oldest.age)
}
