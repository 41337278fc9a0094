import { readValue } from '../raw-node.ts'
import { readBundle } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** All of these together for so much (Promotions guide, BundleForTotalDollarDistributed). */
export const bundleForTotalDollarDistributed: TypeDefinition<'BundleForTotalDollarDistributed'> = {
  bit: 64,
  read: (node, where) => {
    const read = readBundle(node, where, 'price', 'DollarValueOfAll')
    return read.ok ? readValue({ type: 'BundleForTotalDollarDistributed', ...read.value }) : read
  }
}
