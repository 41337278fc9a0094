import { boardRefusalWords } from '../../domain/health/board-refusal-words.ts'
import { wordsOf } from '../../domain/display/words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import { settingFaultWords } from '../../domain/settings/setting-fault.ts'
import type { AbsenceText } from '../../domain/absence/absence-text.ts'
import type { ProductStanding } from '../../domain/absence/product-absence.ts'
import type { PromotionStanding } from '../../domain/absence/promotion-absence.ts'
import { momentTextOf } from '../../domain/absence/window-words.ts'
import { effectWordsOf } from '../../domain/explain/effect/effect-words.ts'
import { isolatedName } from '../../domain/display/isolated-name.ts'
import { instantTextOf } from '../../domain/instant/instant-text.ts'
import type {
  AbsenceAnswer,
  AbsenceFindings,
  AbsenceMatch,
  AbsenceReason,
  AbsenceScreen
} from '../../shared/manager/absence.ts'
import type { ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { FoundRecord } from '../store/product-search.ts'
import { lookAtPlace, type NamedScreen, type PlaceLook } from './absence-place.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'

/** More than these would be a list to read, not an answer: the count says how many there are. */
const MOST_MATCHES = 50

/** Products of a promotion that are offered to be looked up. */
const MOST_PRODUCTS = 5

/** Why something is not up, and what it would take. */
export function absenceInquiries(
  context: InquiryContext
): Pick<Inquiries, 'absence:search' | 'absence:product' | 'absence:promotion'> {
  return {
    'absence:search': (locationId, screen, text) =>
      askedAt(context, locationId, screen, (look, asked) => findingsOf(context, look, asked, text)),
    'absence:product': (locationId, screen, productId) =>
      askedAt(context, locationId, screen, (look, asked) => productAnswerOf(context, look, asked, productId)),
    'absence:promotion': (locationId, screen, promotionId) =>
      askedAt(context, locationId, screen, (look, asked) => promotionAnswerOf(context, look, asked, promotionId))
  }
}

function askedAt<Answer>(
  context: InquiryContext,
  locationId: number,
  screen: string | null,
  answer: (look: PlaceLook, asked: NamedScreen) => Answer
): ManagerReply<Answer> {
  const look = lookAtPlace(context, locationId)
  const language = managerLanguageOf(context.settings.language)
  if (look === null) return refused('locationId', boardRefusalWords('unknown-location', language))
  const asked = look.screenOf(screen)
  if (asked === null)
    return refused('screen', settingFaultWords({ kind: 'screen-unknown', name: screen ?? '' }, language))
  return { ok: true, answer: answer(look, asked) }
}

function refused(field: string, message: string): ManagerRefusal {
  return { ok: false, code: 'refused', field, message }
}

function findingsOf(context: InquiryContext, look: PlaceLook, screen: NamedScreen, text: string): AbsenceFindings {
  const { found, count, nearest } = context.reader.searchCatalogue(text, MOST_MATCHES)
  const exact = found.filter(({ isExact }) => isExact)
  const [only] = exact
  return {
    matches: found.map((record) => matchOf(context, look, screen, record)),
    count,
    exact: only !== undefined && exact.length === 1 ? { subject: only.subject, id: only.id } : null,
    nothing: count > 0 || text.trim() === '' ? null : nothingOf(context, look, text, nearest)
  }
}

function nothingOf(
  context: InquiryContext,
  look: PlaceLook,
  text: string,
  nearest: readonly string[]
): AbsenceFindings['nothing'] {
  const isSynced = context.reader.lastFullPassStartedAtMs() !== null
  const { reason, remedy } = isSynced ? look.words.nothingFound(isolatedName(text.trim())) : look.words.nothingYet
  return { reason, remedy, nearest }
}

function matchOf(context: InquiryContext, look: PlaceLook, screen: NamedScreen, record: FoundRecord): AbsenceMatch {
  const { subject, id } = record
  const subjects = look.subjectsFor(screen)
  const about = (detail: string, first: AbsenceText | null): AbsenceMatch => ({
    subject,
    id,
    name: record.name ?? id,
    detail,
    up: first === null,
    state: first?.label ?? look.words.up
  })
  switch (subject) {
    case 'product': {
      const product = standingOf(look, id)
      const [first] = look.productAbsences(id, product, screen, false)
      return about(
        productDetailOf(context, product, id),
        first === undefined ? null : look.words.product(first, subjects)
      )
    }
    case 'promotion': {
      const promotion = promotionStandingOf(look, id)
      const [first] = look.promotionAbsences(promotion, screen, false)
      return about(
        promotionTypeOf(promotion, context),
        first === undefined ? null : look.words.promotion(first, subjects)
      )
    }
  }
}

/** A record whose id could not be read goes by one made of its text: the quarantine knows it, and nothing else does. */
function standingOf(look: PlaceLook, productId: string): ProductStanding {
  const product = look.product(productId)
  if (product.stored !== null || product.unreadRecord !== null) return product
  return { ...product, unreadRecord: look.unread(productId)?.reason ?? null }
}

function promotionStandingOf(look: PlaceLook, promotionId: string): PromotionStanding {
  const promotion = look.promotion(promotionId)
  if (promotion.stored !== null || promotion.unreadRecord !== null) return promotion
  return { ...promotion, unreadRecord: look.unread(promotionId)?.reason ?? null }
}

/** "Flower > Indica · 110447-CW" */
function productDetailOf({ reader }: InquiryContext, { stored }: ProductStanding, productId: string): string {
  const parts = [stored?.facts.classification.join(' > ') ?? '', ...(reader.productLabel(productId)?.skus ?? [])]
  return parts.filter((part) => part !== '').join(' · ')
}

function productAnswerOf(
  context: InquiryContext,
  look: PlaceLook,
  screen: NamedScreen,
  productId: string
): AbsenceAnswer {
  const product = standingOf(look, productId)
  const name = product.stored?.facts.name ?? look.unread(productId)?.name ?? productId
  const absences = look.productAbsences(productId, product, screen, true)
  const textsOn = (on: NamedScreen): readonly AbsenceText[] =>
    look.productAbsences(productId, product, on, false).map((one) => look.words.product(one, look.subjectsFor(on)))
  const reasons = absences.map((absence) =>
    reasonOf(absence.kind, look.words.product(absence, look.subjectsFor(screen)))
  )
  const [first] = absences
  // Only where nothing but the set stands in the way does it come up by itself.
  const comesUpAtMs = absences.length === 1 && first?.kind === 'set' ? (first.next?.atMs ?? null) : null
  return {
    subject: 'product',
    id: productId,
    name,
    detail: productDetailOf(context, product, productId),
    ...verdictOf(look, name, reasons, textsOn),
    products: [],
    notes: [...frozenNote(context, look), ...(reasons.length > 0 ? [] : notesOf(look, product))],
    comesUp: comesUpOf(look, comesUpAtMs)
  }
}

function promotionAnswerOf(
  context: InquiryContext,
  look: PlaceLook,
  screen: NamedScreen,
  promotionId: string
): AbsenceAnswer {
  const promotion = promotionStandingOf(look, promotionId)
  const name = promotion.stored?.prepared.facts.name ?? look.unread(promotionId)?.name ?? promotionId
  const absences = look.promotionAbsences(promotion, screen, true)
  const textsOn = (on: NamedScreen): readonly AbsenceText[] =>
    look.promotionAbsences(promotion, on, true).map((one) => look.words.promotion(one, look.subjectsFor(on)))
  const reasons = absences.map((absence) =>
    reasonOf(absence.kind, look.words.promotion(absence, look.subjectsFor(screen)))
  )
  const notNow = absences.find((absence) => absence.kind === 'not-now')
  const unread = promotion.unreadRecord
  const hasNoProducts = absences.some(({ kind }) => kind === 'no-products')
  return {
    subject: 'promotion',
    id: promotionId,
    name,
    detail: promotionTypeOf(promotion, context),
    ...verdictOf(look, name, reasons, textsOn),
    notes: [
      ...frozenNote(context, look),
      ...(reasons.length === 0 && unread !== null ? [look.words.shownAsLastRead(unread)] : []),
      ...(reasons.length === 0 ? notEvaluatedNote(look, promotion) : [])
    ],
    products: hasNoProducts ? someProductsOf(context, promotion) : [],
    comesUp: comesUpOf(look, notNow?.next?.startsAtMs ?? null)
  }
}

/** Its badge stands, and no price follows from it: the manager reads why. */
function notEvaluatedNote({ language }: PlaceLook, { stored }: PromotionStanding): readonly string[] {
  if (stored === null || stored.prepared.terms?.ok === true) return []
  const { terms } = stored.prepared
  return [
    effectWordsOf(language).effect(terms === null ? { kind: 'unsaid' } : { kind: 'not-evaluated', fault: terms.fault })
  ]
}

function someProductsOf({ reader }: InquiryContext, { stored }: PromotionStanding): AbsenceAnswer['products'] {
  return (stored?.prepared.facts.productIds ?? [])
    .slice(0, MOST_PRODUCTS)
    .map((id) => ({ id, name: reader.productLabel(id)?.name ?? id }))
}

function reasonOf(kind: string, { reason, remedy }: AbsenceText): AbsenceReason {
  return { kind, reason, remedy }
}

/** What is said of it at the screen that was asked about, and in a few words at every other. */
function verdictOf(
  look: PlaceLook,
  name: string,
  reasons: readonly AbsenceReason[],
  textsOn: (screen: NamedScreen) => readonly AbsenceText[]
): Pick<AbsenceAnswer, 'up' | 'headline' | 'remedy' | 'reasons' | 'screens' | 'summary'> {
  const { words } = look
  const screens = look.screens.map((screen): AbsenceScreen => {
    const [first] = textsOn(screen)
    return { name: screen.name, label: screen.label, up: first === undefined, state: first?.label ?? words.up }
  })
  const up = screens.filter((screen) => screen.up).map(({ label }) => label)
  const notUp = screens.filter((screen) => !screen.up).map(({ label, state }) => words.becauseOf(label, state))
  const [first] = reasons
  return {
    up: first === undefined,
    headline: first?.reason ?? words.isUp(isolatedName(name)),
    remedy: first?.remedy ?? null,
    reasons,
    screens,
    summary: [
      ...(up.length === 0 ? [] : [words.upOn(up.join(', '))]),
      ...(notUp.length === 0 ? [] : [words.notOn(notUp.join(', '))])
    ].join(' ')
  }
}

/** As Cova names it in English, as boards name it in other languages. */
function promotionTypeOf({ stored }: PromotionStanding, { settings }: InquiryContext): string {
  const type = stored?.prepared.facts.type ?? ''
  const language = managerLanguageOf(settings.language)
  return language === 'en' || type === '' ? type : wordsOf(language).ticketOfType(type)
}

/** Most remedies wait for the next sync. */
function frozenNote({ settings }: InquiryContext, look: PlaceLook): readonly string[] {
  return settings.frozen === null ? [] : [look.words.frozen]
}

function notesOf(look: PlaceLook, { stored, unreadRecord, unreadPrice }: ProductStanding): readonly string[] {
  const { words } = look
  return [
    ...(stored?.facts.inStock === false ? [words.soldOutShown] : []),
    ...(look.amountsHeld ? [words.amountsHeld] : []),
    ...(unreadRecord === null ? [] : [words.shownAsLastRead(unreadRecord)]),
    ...(unreadPrice === null ? [] : [words.priceAsLastRead(unreadPrice)])
  ]
}

function comesUpOf(look: PlaceLook, atMs: number | null): AbsenceAnswer['comesUp'] {
  if (atMs === null) return null
  const zones = { clock: look.timeZone ?? 'UTC', store: look.timeZone }
  const label = momentTextOf(atMs, look.nowMs, look.language, zones)
  return { at: instantTextOf(atMs), label }
}
