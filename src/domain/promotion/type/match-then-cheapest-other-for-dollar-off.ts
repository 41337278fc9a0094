import { readValue } from '../raw-node.ts'
import { readMatchThenCheapestOther } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** Buy so many of these, so much is off the cheapest of those (Promotions guide, MatchThenCheapestOtherForDollarOff). */
export const matchThenCheapestOtherForDollarOff: TypeDefinition<'MatchThenCheapestOtherForDollarOff'> = {
  bit: 16,
  read: (node, where) => {
    const read = readMatchThenCheapestOther(node, where, 'off', 'DollarOffOfOther')
    return read.ok ? readValue({ type: 'MatchThenCheapestOtherForDollarOff', ...read.value }) : read
  }
}
