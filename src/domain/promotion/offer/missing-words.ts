import type { Missing, MissingPart } from '../../basket/missing.ts'
import { isolatedName } from '../../display/isolated-name.ts'
import { countedThingsOf, type Measure } from './counted-things.ts'
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
  const measure = measureOf(part, context)
  const counted = countedThingsOf(part.condition, context, measure === 'grams')
  const words = phrases.missing(countOf(part, measure, context), thingWordsOf(counted.things, phrases, format), isMore)
  const grams = gramsIn(part.gramsPerUnit.times(part.units), format)
  return measure === 'either' ? `${words} ${phrases.orGrams(grams)}` : words
}

const MEASURE_SOLD: Readonly<Record<Measure, MissingPart['measure']>> = {
  each: 'pieces',
  grams: 'grams',
  both: 'either'
}

/** What neither condition nor basket tells, the store's products do: nobody is told grams of what is sold by the piece. */
function measureOf({ measure, condition }: MissingPart, context: OfferContext): MissingPart['measure'] {
  return measure === 'either' ? MEASURE_SOLD[countedThingsOf(condition, context, false).measure] : measure
}

function countOf(
  { units, gramsPerUnit }: MissingPart,
  measure: MissingPart['measure'],
  { format }: OfferContext
): Count {
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
