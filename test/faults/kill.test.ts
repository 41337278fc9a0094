import { test } from 'vitest'
import { killPart } from './kill-part.ts'
import { expectShortFormHolds, limitMsOf } from './short-form.ts'

test(
  'kill -9 of a syncing program leaves on every board one of the states it was between',
  { timeout: limitMsOf(killPart) },
  () => expectShortFormHolds(killPart)
)
