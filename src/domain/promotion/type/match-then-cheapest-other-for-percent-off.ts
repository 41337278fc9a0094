import { readValue } from '../raw-node.ts'
import { readMatchThenCheapestOther } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** Buy so many of these, the cheapest of those is so much per cent off (Promotions guide, MatchThenCheapestOtherForPercentOff). */
export const matchThenCheapestOtherForPercentOff: TypeDefinition<'MatchThenCheapestOtherForPercentOff'> = {
  bit: 32,
  read: (node, where) => {
    const read = readMatchThenCheapestOther(node, where, 'share', 'PercentOffOfOther')
    return read.ok ? readValue({ type: 'MatchThenCheapestOtherForPercentOff', ...read.value }) : read
  }
}
