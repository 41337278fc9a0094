import { readValue } from '../raw-node.ts'
import { readMatchThenCheapestOther } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** Buy so many of these, the cheapest of those costs so much (Promotions guide, MatchThenCheapestOtherForDollar). */
export const matchThenCheapestOtherForDollar: TypeDefinition<'MatchThenCheapestOtherForDollar'> = {
  bit: 8,
  read: (node, where) => {
    const read = readMatchThenCheapestOther(node, where, 'price', 'DollarValueOfOther')
    return read.ok ? readValue({ type: 'MatchThenCheapestOtherForDollar', ...read.value }) : read
  }
}
