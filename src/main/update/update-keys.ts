import builtIn from '../../../resources/update-keys.json' with { type: 'json' }
import { readPublicKey, type UpdateKey } from './update-signature.ts'

/**
 * The keys that this build takes updates from: part of the program, so that nothing on a store's machine adds one. Several, so
 * that one can follow another (docs/updates.md, Keys and rotation).
 */
export const builtInUpdateKeys: readonly UpdateKey[] = (builtIn.keys as readonly string[]).map(readPublicKey)
