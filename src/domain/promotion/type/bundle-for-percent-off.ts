import { readValue } from '../raw-node.ts'
import { readBundle } from './bucket-fields.ts'
import type { TypeDefinition } from './promotion-type.ts'

/** So much per cent off all of these together (Promotions guide, BundleForPercentOff). */
export const bundleForPercentOff: TypeDefinition<'BundleForPercentOff'> = {
  bit: 256,
  read: (node, where) => {
    const read = readBundle(node, where, 'share', 'PercentOffOfAll')
    return read.ok ? readValue({ type: 'BundleForPercentOff', ...read.value }) : read
  }
}
