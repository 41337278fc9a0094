import type { ChosenInstant } from '../../../shared/manager/time-machine.ts'

/** The instant as the address has it: absent is now, "2026-11-27@980" a minute of a day, else an instant that was given. */
export function instantOfParam(at: string | undefined): ChosenInstant {
  if (at === undefined) return { kind: 'now' }
  const [day, minute] = at.split('@')
  return minute === undefined ? { kind: 'instant', at } : { kind: 'wall', day: day ?? '', minute: Number(minute) }
}

export function paramOfMinute(day: string, minute: number): string {
  return `${day}@${minute}`
}
