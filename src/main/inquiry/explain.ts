import { type Audience, type PricedLocation } from '../../domain/board/board-item.ts'
import type { ProductFacts } from '../../domain/board/board-facts.ts'
import { quantityOf } from '../../domain/display/board-view.ts'
import { isolatedName } from '../../domain/display/isolated-name.ts'
import { languageOf, locationFormatOf } from '../../domain/display/location-format.ts'
import { paidAt } from '../../domain/explain/effect/rung-deals.ts'
import { explanationOf, explanationTextOf } from '../../domain/explain/explanation.ts'
import { type ExplainWords, explainWordsOf } from '../../domain/explain/explain-words.ts'
import { groupNameOf, type PriceQuestion, type Wording } from '../../domain/explain/price-question.ts'
import { registerNoteOf } from '../../domain/explain/register-note.ts'
import { instantOfChoice } from '../../domain/forecast/days.ts'
import { mayHavePromotions } from '../../domain/market/market-profile.ts'
import { Amount } from '../../domain/money/amount.ts'
import { rungsOf, type RungRecords } from '../../domain/pricing/ladder.ts'
import type { PricingGroup } from '../../domain/pricing/price-record.ts'
import { isEnabledAt } from '../../domain/promotion/promotion-state.ts'
import type { ExplainedPrice, ExplanationChannels } from '../../shared/manager/explanation.ts'
import type { ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { LocationData } from '../board/location-data.ts'
import { offerContextOf } from '../board/offer-context.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { knownScreen, managerFormatOf, managerRefusalOf } from './manager-words.ts'
import { recordTextOf } from './price-record-text.ts'

type Asked = ExplanationChannels['price:explain']['args'][0]

/** Why a price on a screen is what it is: from the facts, for one product, when somebody asks. */
export function explainInquiries(context: InquiryContext): Pick<Inquiries, 'price:explain'> {
  return { 'price:explain': (asked) => explain(context, asked) }
}

function explain(
  { boards, reader, settings, nowMs, records }: InquiryContext,
  asked: Asked
): ManagerReply<ExplainedPrice> {
  const found = boards.find(asked.locationId)
  if (!found.ok) return managerRefusalOf(found, settings.language)
  const { location, data } = found
  const now = nowMs()
  const { format, calendar } = managerFormatOf(location, settings.language, now)
  const wording: Wording = { words: explainWordsOf(format.language), format, calendar }
  const refusal = (field: keyof ExplainWords['refusals']): ManagerRefusal => ({
    ok: false,
    code: 'refused',
    field,
    message: wording.words.refusals[field]
  })
  const atMs = instantOfChoice(asked.at, location.timeZone ?? 'UTC', now)
  if (atMs === null) return refusal('at')
  const screen = boards.screenNamed(knownScreen({ settings }, asked.screen))
  const screenGroup = screen.groupId === null ? null : groupOf(data, screen.groupId)
  if (asked.payer === 'group' && screenGroup === null) return refusal('payer')
  const payer = asked.payer === 'group' ? screenGroup : null
  const products = asked.productIds.flatMap((productId) => data.products.get(productId) ?? [])
  const [product] = products
  if (product === undefined) return refusal('productIds')
  const quantityText = quantityTextIn(screen, location, settings.language)
  const rungs = rungsAt(product, payer?.groupId ?? null, asked.quantity, quantityText)
  const [rung] = rungs
  if (rung === undefined) return refusal('quantity')
  const nodeNames = reader.treeNames()
  const question: PriceQuestion = {
    product,
    location,
    rung,
    payer,
    screenGroup,
    customer: screen.customer,
    nodeNames,
    promotions: promotionsOf(data, product),
    offers: offerContextOf(data, location, format),
    hidesPromotions: !mayHavePromotions(boards.house.marketRules),
    asked: screen.priceStyle,
    atMs
  }
  const remarks = [
    ...(rungs.length > 1 ? [wording.words.sameQuantity] : []),
    ...(location.amountsHeld ? [] : membersThatDiffer(question, products.slice(1), data, wording))
  ]
  const fetched = records.register.lastSampleOf(product.productId, location.locationId)
  const register = registerNoteOf(fetched, location.timeZone, now, wording)
  const explanation = explanationOf(question, { register, remarks }, wording)
  if (explanation === null) return refusal('quantity')
  return {
    ok: true,
    answer: {
      explanation,
      record: recordTextOf(question),
      text: explanationTextOf(explanation),
      group: payer === null && screenGroup !== null ? groupBeside(question, screenGroup, wording) : null
    }
  }
}

/** Promotions that list a product here. */
function promotionsOf(
  { promotions, location }: LocationData,
  { productId }: ProductFacts
): PriceQuestion['promotions'] {
  return promotions.filter(({ facts }) => facts.productIds.includes(productId) && isEnabledAt(facts, location))
}

/** A rung's quantity as the screen's cell says it, in the screen's own language. */
function quantityTextIn(
  screen: ScreenSettings,
  { currency, timeZone }: PricedLocation,
  language: string | null
): (rung: RungRecords, product: ProductFacts) => string {
  const format = locationFormatOf(languageOf(currency, screen.language ?? language), currency, timeZone)
  return (rung, { unit }) => quantityOf(rung.quantity.toFixed(), unit, format)
}

function rungsAt(
  product: ProductFacts,
  groupId: Audience['groupId'],
  quantity: string | null,
  textOf: (rung: RungRecords, product: ProductFacts) => string
): readonly RungRecords[] {
  const rungs = rungsOf(product.records, groupId)
  // A cell that says no quantity stands for the whole product.
  if (quantity === null) return rungs.slice(0, 1)
  return rungs.filter((rung) => textOf(rung, product) === quantity)
}

function groupOf(data: LocationData, groupId: number): PricingGroup {
  for (const { records } of data.products.values())
    for (const { group } of records) if (group?.groupId === groupId) return group
  return { groupId, name: null }
}

/** The screen's group, where it has a price of its own on this rung. */
function groupBeside(
  { product, rung }: PriceQuestion,
  group: PricingGroup,
  { words }: Wording
): ExplainedPrice['group'] {
  const same = rungsOf(product.records, group.groupId).find(
    ({ tier, quantity, groupRecords }) =>
      groupRecords.length > 0 && tier?.tierId === rung.tier?.tierId && quantity.eq(rung.quantity)
  )
  return same === undefined ? null : { groupId: group.groupId, label: words.askGroup(groupNameOf(group, words)) }
}

/** A shelf's cell speaks for all its products; should one of them cost something else, it is named. */
function membersThatDiffer(
  question: PriceQuestion,
  others: readonly ProductFacts[],
  data: LocationData,
  { words, format }: Wording
): readonly string[] {
  const { rung, payer, atMs } = question
  const own = paidAt(question, atMs)?.outTheDoor ?? null
  const differing = others.flatMap((product) => {
    const same = rungsOf(product.records, payer?.groupId ?? null).find(({ quantity }) =>
      quantity.eq(new Amount(rung.quantity))
    )
    const amount =
      same === undefined
        ? null
        : (paidAt({ ...question, product, rung: same, promotions: promotionsOf(data, product) }, atMs)?.outTheDoor ??
          null)
    if (amount === own) return []
    return amount === null ? isolatedName(product.name) : `${isolatedName(product.name)} ${format.plainMoney(amount)}`
  })
  return differing.length === 0 ? [] : [words.shelfDiffers(format.list(differing))]
}
