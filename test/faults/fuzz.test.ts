import { test } from 'vitest'
import { fuzzPart } from './fuzz-part.ts'
import { expectShortFormHolds, limitMsOf } from './short-form.ts'

test(
  'mutated replies of every feed show no price that nobody said, stick no feed, and what is refused has a reason',
  { timeout: limitMsOf(fuzzPart) },
  () => expectShortFormHolds(fuzzPart)
)
