import { readValue } from '../raw-node.ts'
import { readCheapestMatched } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** Buy so many, so much is off the cheapest (Promotions guide, CheapestMatchedForDollarOff). */
export const cheapestMatchedForDollarOff: TypeDefinition<'CheapestMatchedForDollarOff'> = {
  bit: 4,
  read: (node, where) => {
    const read = readCheapestMatched(node, where, 'off', 'DollarOffOfCheapest')
    return read.ok ? readValue({ type: 'CheapestMatchedForDollarOff', ...read.value }) : read
  }
}
