import { readValue } from '../raw-node.ts'
import { readCheapestMatched } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** Buy so many, the cheapest costs so much (Promotions guide, CheapestMatchedForDollar). */
export const cheapestMatchedForDollar: TypeDefinition<'CheapestMatchedForDollar'> = {
  bit: 1,
  read: (node, where) => {
    const read = readCheapestMatched(node, where, 'price', 'DollarValueOfCheapest')
    return read.ok ? readValue({ type: 'CheapestMatchedForDollar', ...read.value }) : read
  }
}
