import { readValue } from '../raw-node.ts'
import { readEachMatched } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** So much per cent off each (Promotions guide, EachMatchedPercentOff). */
export const eachMatchedPercentOff: TypeDefinition<'EachMatchedPercentOff'> = {
  bit: 1024,
  read: (node, where) => {
    const read = readEachMatched(node, where, 'share', 'PercentOffOfEach')
    return read.ok ? readValue({ type: 'EachMatchedPercentOff', ...read.value }) : read
  }
}
