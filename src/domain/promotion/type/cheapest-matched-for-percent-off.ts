import { readValue } from '../raw-node.ts'
import { readCheapestMatched } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** Buy so many, the cheapest is so much per cent off (Promotions guide, CheapestMatchedForPercentOff). */
export const cheapestMatchedForPercentOff: TypeDefinition<'CheapestMatchedForPercentOff'> = {
  bit: 2,
  read: (node, where) => {
    const read = readCheapestMatched(node, where, 'share', 'PercentOffOfCheapest')
    return read.ok ? readValue({ type: 'CheapestMatchedForPercentOff', ...read.value }) : read
  }
}
