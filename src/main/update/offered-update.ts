import { isNewer } from '../../domain/launch/version-order.ts'
import type { UpdateChannel } from '../../shared/update.ts'
import { type FeedOffer, type FeedOptions, FeedUpdater } from './feed-updater.ts'
import { UpdateFailure, updateFailureOf } from './update-failure.ts'
import { checkOffered, readSignature, type SignedFile, type UpdateKey } from './update-signature.ts'

/** A version that a channel offers, and who fetches it. */
export interface OfferedUpdate {
  readonly feed: FeedUpdater
  readonly channel: UpdateChannel
  readonly offer: FeedOffer
}

/** Whoever takes try-outs takes finished versions too: a release must not pass them by. */
const CHANNELS: Readonly<Record<UpdateChannel, readonly UpdateChannel[]>> = {
  stable: ['stable'],
  beta: ['beta', 'stable']
}

/** Whether a version that was signed for some channels is one for a screen's channel. */
export function isForChannel(signed: readonly UpdateChannel[], channel: UpdateChannel): boolean {
  return CHANNELS[channel].some((one) => signed.includes(one))
}

/** The newest of what a feed offers to a channel. A list that is missing is no failure where another is there. */
export async function newestOffer(
  options: Omit<FeedOptions, 'channel'>,
  channel: UpdateChannel
): Promise<OfferedUpdate> {
  let newest: OfferedUpdate | null = null
  let missing: UpdateFailure | null = null
  for (const one of CHANNELS[channel]) {
    const feed = new FeedUpdater({ ...options, channel: one })
    try {
      const offer = await feed.offer()
      if (newest === null || isNewer(offer.version, newest.offer.version)) newest = { feed, channel: one, offer }
    } catch (error) {
      const failure = updateFailureOf(error)
      if (failure.code !== 'no-channel') throw failure
      missing ??= failure
    }
  }
  if (newest !== null) return newest
  throw missing ?? new UpdateFailure('no-channel', `the feed has no list of ${channel}`)
}

/** The signature of an offered file, by one of the keys and of just that file. Throws `UpdateFailure`s. */
export async function signatureOf(
  { feed, channel, offer }: OfferedUpdate,
  file: NonNullable<FeedOffer['file']>,
  keys: readonly UpdateKey[]
): Promise<{ readonly text: string; readonly signed: SignedFile }> {
  const url = new URL(file.url)
  url.pathname += '.sig'
  const text = await feed.smallText(url).catch((error: unknown) => {
    const { statusCode } = error as { readonly statusCode?: number }
    throw statusCode === 404 || statusCode === 410
      ? new UpdateFailure('unsigned', `there is no ${file.name}.sig`)
      : error
  })
  const signed = readSignature(text, keys)
  checkOffered(signed, { file: file.name, version: offer.version, sha512: file.sha512, channel })
  return { text, signed }
}
