import { isNewer } from '../launch/version-order.ts'
import type { UpdateHeld } from '../../shared/update.ts'

/** A version that a feed offers, beside the one that runs. */
export interface Offer {
  readonly version: string
  /** By the rules of semantic versions. */
  readonly order: 'newer' | 'same' | 'older'
  readonly isForThisSystem: boolean
  readonly isInRollout: boolean
}

export type OfferChoice =
  | { readonly kind: 'take' }
  | { readonly kind: 'current' }
  | { readonly kind: 'hold'; readonly why: UpdateHeld }

/** Whether an offered version is taken. Nothing that is older ever is, whatever channel or pin says so. */
export function offerChoiceOf(
  { version, order, isForThisSystem, isInRollout }: Offer,
  { pinnedVersion, refused }: { readonly pinnedVersion: string | null; readonly refused: readonly string[] }
): OfferChoice {
  if (order === 'same') return { kind: 'current' }
  if (order === 'older') return { kind: 'hold', why: 'older' }
  if (refused.includes(version)) return { kind: 'hold', why: 'refused' }
  if (pinnedVersion !== null && pinnedVersion !== version) return { kind: 'hold', why: 'pinned' }
  if (!isForThisSystem) return { kind: 'hold', why: 'system' }
  if (!isInRollout) return { kind: 'hold', why: 'staged-out' }
  return { kind: 'take' }
}

/**
 * Whether a version that lies ready may still be installed: settings and refusals may have changed since it came, and
 * somebody may have installed a newer one by hand.
 */
export function mayStillInstall(
  version: string,
  running: string,
  { pinnedVersion, refused }: { readonly pinnedVersion: string | null; readonly refused: readonly string[] }
): boolean {
  return (
    isNewer(version, running) && !refused.includes(version) && (pinnedVersion === null || pinnedVersion === version)
  )
}
