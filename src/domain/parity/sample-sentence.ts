import type { LocationFormat } from '../display/location-format.ts'
import { parityWordsOf } from './parity-words.ts'

/** What the last look at a product's records in Cova said: a short verdict, and a sentence. */
export interface SampleSentence {
  readonly verdict: string
  readonly text: string
}

/**
 * "The register agrees. This record was fetched again at 3:05 am and gave the same price." Null where it has not been
 * fetched again, or where no time can be said.
 */
export function sampleSentenceOf(
  sampled: { readonly atMs: number; readonly differed: boolean } | null,
  format: LocationFormat,
  nowMs: number
): SampleSentence | null {
  const moment = sampled === null ? null : format.timeSince(sampled.atMs, nowMs)
  if (sampled === null || moment === null) return null
  const { at, sampledSame, sampledOther } = parityWordsOf(format.language)
  return sampled.differed ? sampledOther(at(moment)) : sampledSame(at(moment))
}
