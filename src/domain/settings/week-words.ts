import type { WeeklyHours } from '../schedule/opening-hours.ts'
import type { InLanguages, ManagerLanguage } from './manager-language.ts'

const DAYS: InLanguages<readonly string[]> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
  es: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']
}
const CLOSED: InLanguages = { en: 'closed', fr: 'fermé', es: 'cerrado' }

/** "Mon–Fri 09:00–22:00, Sat 10:00–18:00, Sun closed": days that follow each other with the same hours are told as one. */
export function weekWordsOf(week: WeeklyHours, language: ManagerLanguage): string {
  const spans: { from: number; to: number; readonly hours: string }[] = []
  for (const [day, open] of week.entries()) {
    const hours = open === null ? CLOSED[language] : `${open.opensAt}–${open.closesAt}`
    const last = spans.at(-1)
    if (last?.hours === hours) last.to = day
    else spans.push({ from: day, to: day, hours })
  }
  const nameOf = (day: number): string => DAYS[language][day] ?? ''
  return spans
    .map(({ from, to, hours }) => `${from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`} ${hours}`)
    .join(', ')
}
