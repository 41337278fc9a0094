import { readValue } from '../raw-node.ts'
import { readBundle } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** So much off all of these together (Promotions guide, BundleForTotalDollarOffDistributed). */
export const bundleForTotalDollarOffDistributed: TypeDefinition<'BundleForTotalDollarOffDistributed'> = {
  bit: 128,
  read: (node, where) => {
    const read = readBundle(node, where, 'off', 'DollarOffOfAll')
    return read.ok ? readValue({ type: 'BundleForTotalDollarOffDistributed', ...read.value }) : read
  }
}
