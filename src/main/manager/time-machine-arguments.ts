import { z } from 'zod'
import type { ChosenInstant } from '../../shared/manager/time-machine.ts'

const MINUTES_OF_A_DAY = 1440

const locationId = z.int()
const screen = z.string().min(1).max(60).nullable()

const chosenInstant: z.ZodType<ChosenInstant> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('instant'), at: z.iso.datetime({ offset: true }) }),
  z.object({
    kind: z.literal('wall'),
    day: z.iso.date(),
    minute: z
      .int()
      .min(0)
      .max(MINUTES_OF_A_DAY - 1)
  })
])

/** What a shelf's cell names at most: a shelf of more products is none that a board could show. */
const MOST_PRODUCTS = 1000

export const timeMachineArguments = {
  'time-machine:forecast': z.tuple([z.object({ locationId, screen, at: chosenInstant })]),
  'time-machine:board': z.tuple([z.object({ locationId, screen, at: chosenInstant })]),
  'time-machine:differences': z.tuple([z.object({ locationId, screen })]),
  'price:explain': z.tuple([
    z.object({
      locationId,
      screen,
      at: chosenInstant,
      productIds: z.array(z.string().min(1).max(64)).min(1).max(MOST_PRODUCTS),
      quantity: z.string().max(60).nullable(),
      payer: z.enum(['everybody', 'group'])
    })
  ])
}
