import type { Missing, MissingPart } from '../../basket/missing.ts'
import { isolatedName } from '../../display/isolated-name.ts'
import { countedThingsOf } from './counted-things.ts'
import type { OfferContext } from './offer-context.ts'
import { gramsIn, thingWordsOf } from './offer-parts.ts'
import { type Count, offerPhrasesOf } from './offer-phrases.ts'

/** What a basket lacks for an offer (contract, `needs`): "3.5 g more of Flower", "1 more from Pre-rolls and 1 from Trays". */
export function missingWordsOf({ parts }: Missing, context: OfferContext): string {
  return context.format.list(parts.map((part) => partWordsOf(part, context)))
}

function partWordsOf(part: MissingPart, context: OfferContext): string {
  const { format } = context
  const phrases = offerPhrasesOf(format)
  const isMore = part.inBasket.length > 0
  if (part.topUp !== null && part.units === 1) {
    const { grams, productId } = part.topUp
    const name = nameOf(productId, context)
    const total = gramsIn(grams, format)
    const count: Count = { kind: 'grams', total, unit: total, isOne: true, isGram: grams.equals(1) }
    return phrases.missing(count, name === null ? { kind: 'these' } : { kind: 'named', text: name }, isMore)
  }
  const { things } = countedThingsOf(part.condition, context, part.measure === 'grams')
  const words = phrases.missing(countOf(part, context), thingWordsOf(things, phrases, format), isMore)
  const grams = gramsIn(part.gramsPerUnit.times(part.units), format)
  return part.measure === 'either' ? `${words} ${phrases.orGrams(grams)}` : words
}

function countOf({ units, measure, gramsPerUnit }: MissingPart, { format }: OfferContext): Count {
  switch (measure) {
    case 'grams':
      return {
        kind: 'grams',
        total: gramsIn(gramsPerUnit.times(units), format),
        unit: gramsIn(gramsPerUnit, format),
        isOne: units === 1,
        isGram: gramsPerUnit.equals(1)
      }
    case 'pieces':
    case 'either':
      return { kind: 'each', count: format.number(String(units)), isOne: units === 1 }
  }
}

function nameOf(wanted: string, { products }: OfferContext): string | null {
  for (const { productId, name } of products()) if (productId === wanted) return isolatedName(name)
  return null
}
