import { readValue } from '../raw-node.ts'
import { readEachMatched } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** So much off each (Promotions guide, EachMatchedDollarOff). */
export const eachMatchedDollarOff: TypeDefinition<'EachMatchedDollarOff'> = {
  bit: 512,
  read: (node, where) => {
    const read = readEachMatched(node, where, 'off', 'DollarOffOfEach')
    return read.ok ? readValue({ type: 'EachMatchedDollarOff', ...read.value }) : read
  }
}
