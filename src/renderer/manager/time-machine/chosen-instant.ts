import type { ChosenInstant } from '../../../shared/manager/time-machine.ts'

/** Now goes on by itself: what is told of it is asked for again this often. */
export const NOW_EVERY_MS = 30_000

const MINUTES_OF_A_DAY = 24 * 60

/** The instant as the address has it: absent, or nothing of that kind, is now, "2026-11-27@980" a minute of a day, else an instant that was given. */
export function instantOfParam(at: string | undefined): ChosenInstant {
  const wall = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))@(\d{1,4})$/.exec(at ?? '')
  if (wall !== null && Number(wall[2]) < MINUTES_OF_A_DAY)
    return { kind: 'wall', day: wall[1] ?? '', minute: Number(wall[2]) }
  return at !== undefined && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) ? { kind: 'instant', at } : { kind: 'now' }
}

export function paramOfMinute(day: string, minute: number): string {
  return `${day}@${minute}`
}
