import { z } from 'zod'
import type { DisplaySettings } from '../../shared/display-settings.ts'

export const defaultDisplays: DisplaySettings = { mode: 'one-menu', known: [] }

const MOST_DISPLAYS = 32
const place = z.int().nullable().default(null)

/** An entry with a word that no display has is refused: it would be about every display. */
export const displaysSchema: z.ZodType<DisplaySettings> = z.strictObject({
  mode: z.enum(['one-menu', 'first-only']).default(defaultDisplays.mode),
  known: z
    .array(
      z
        .strictObject({
          label: z.string().max(200).nullable().default(null),
          x: place,
          y: place,
          width: place,
          height: place,
          board: z.boolean().default(true),
          screen: z.string().min(1).max(60).nullable().default(null),
          locationId: z.int().nullable().default(null)
        })
        .readonly()
    )
    .max(MOST_DISPLAYS)
    .default([])
})
