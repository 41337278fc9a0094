import { test } from 'vitest'
import { powerPart } from './power-part.ts'
import { expectShortFormHolds, limitMsOf } from './short-form.ts'

test(
  'a power cut while a sync is written leaves on every board one of the states it was between',
  { timeout: limitMsOf(powerPart) },
  () => expectShortFormHolds(powerPart)
)
