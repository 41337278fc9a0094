import { earlierOf } from '../../domain/board/board-item.ts'
import { compareCodePoints } from '../../domain/order/code-points.ts'
import type { Share } from '../../domain/screen/share.ts'

/** A screen that has said it is alive and then not for this long is gone: the others take its part. */
const SILENT_MS = 4000
/** Silence is looked for at least every ten seconds: where more has passed since, the clock was set or stood still. */
const CLOCK_STEP_MS = 20_000

export interface CrewPlace {
  /** Location, board name, and what of the menu its screens show. */
  readonly crewKey: string
  readonly screen: string
}

interface Member {
  /** Streams open under the name: a page that reloads overlaps itself. */
  streams: number
  /** When it last said so; null for one that never does, which is there as long as its stream. */
  heardAtMs: number | null
  missed: boolean
}

/** The screens that show one board together: who is there, and which part each shows. */
export interface Crews {
  readonly join: (place: CrewPlace, atMs: number) => void
  readonly leave: (place: CrewPlace) => void
  readonly hear: (place: CrewPlace, atMs: number) => void
  /** Misses whoever has fallen silent. */
  readonly missSilent: (atMs: number) => void
  readonly shareOf: (place: CrewPlace | null) => Share | null
  /** When the first of them will have been silent for too long; null where none ever says that it is there. */
  readonly missesAtMs: () => number | null
}

/** `onChanged` is told when a crew's parts differ: a screen came, went, fell silent or came back. */
export function createCrews(onChanged: (crewKey: string) => void): Crews {
  const crews = new Map<string, Map<string, Member>>()
  let notedAtMs: number | null = null

  function presentOf(crewKey: string): readonly string[] {
    const members = [...(crews.get(crewKey) ?? new Map<string, Member>())]
    // By name, so that the same screens always show the same parts.
    return members
      .filter(([, { missed }]) => !missed)
      .map(([screen]) => screen)
      .sort(compareCodePoints)
  }

  /** Tells of a change only where who is there really differs. */
  function changing(crewKey: string, change: () => void): void {
    const before = presentOf(crewKey).join('\n')
    change()
    if (presentOf(crewKey).join('\n') !== before) onChanged(crewKey)
  }

  /** After a step of the clock, or sleep, nobody can be told to have been silent: all have a moment to be heard. */
  function noteClock(atMs: number): void {
    const stepped = notedAtMs !== null && Math.abs(atMs - notedAtMs) > CLOCK_STEP_MS
    notedAtMs = atMs
    if (!stepped) return
    for (const members of crews.values())
      for (const member of members.values()) if (member.heardAtMs !== null) member.heardAtMs = atMs
  }

  return {
    join: ({ crewKey, screen }, atMs) => {
      noteClock(atMs)
      changing(crewKey, () => {
        const members = crews.get(crewKey) ?? new Map<string, Member>()
        crews.set(crewKey, members)
        const member = members.get(screen)
        if (member === undefined) members.set(screen, { streams: 1, heardAtMs: null, missed: false })
        else {
          member.streams += 1
          member.missed = false
          if (member.heardAtMs !== null) member.heardAtMs = atMs
        }
      })
    },
    leave: ({ crewKey, screen }) =>
      changing(crewKey, () => {
        const members = crews.get(crewKey)
        const member = members?.get(screen)
        if (members === undefined || member === undefined) return
        member.streams -= 1
        if (member.streams <= 0) members.delete(screen)
        if (members.size === 0) crews.delete(crewKey)
      }),
    hear: ({ crewKey, screen }, atMs) => {
      noteClock(atMs)
      changing(crewKey, () => {
        const member = crews.get(crewKey)?.get(screen)
        if (member === undefined) return
        member.heardAtMs = atMs
        member.missed = false
      })
    },
    missSilent: (atMs) => {
      noteClock(atMs)
      for (const [crewKey, members] of crews)
        changing(crewKey, () => {
          for (const member of members.values())
            if (member.heardAtMs !== null && Math.abs(atMs - member.heardAtMs) > SILENT_MS) member.missed = true
        })
    },
    shareOf: (place) => {
      if (place === null) return null
      const present = presentOf(place.crewKey)
      const index = present.indexOf(place.screen)
      // One that is missed may still be drawing: it shows all, which no shopper is hurt by.
      return index < 0 || present.length < 2 ? null : { index, count: present.length }
    },
    missesAtMs: () => {
      let soonestMs: number | null = null
      for (const members of crews.values())
        for (const { heardAtMs, missed } of members.values())
          if (heardAtMs !== null && !missed) soonestMs = earlierOf(soonestMs, heardAtMs + SILENT_MS + 1)
      return soonestMs
    }
  }
}
