import { languageOf, locationFormatOf } from '../../domain/display/location-format.ts'
import { printDocumentOf } from '../../domain/print/print-document.ts'
import { printPagesOf } from '../../domain/print/print-pages.ts'
import { printWordsOf } from '../../domain/print/print-words.ts'
import type { Letters } from '../../domain/print/letters.ts'
import type { LaidOut } from '../../domain/print/sheet.ts'
import { isInSet } from '../../domain/screen/board-set.ts'
import type { BoardSnapshot } from '../../shared/board-snapshot.ts'
import type { BoardView, ViewItem } from '../../shared/board-view.ts'
import type { PrintClass, PrintCount, PrintFacts, PrintRequest } from '../../shared/manager/print.ts'
import type { BoardSet, ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardRefusal } from '../engine/engine.types.ts'
import { createPrintLetters } from '../print/print-letters.ts'
import { pdfOf } from '../print/pdf.ts'
import { qrCodeOf } from '../print/qr-code.ts'
import { printableOf } from '../print/text-runs.ts'
import type { Inquiries } from './inquiries.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { knownScreen, managerRefusalOf } from './manager-words.ts'

/** Names told to the manager; a list that goes on says no more. */
const MOST_NAMES = 20

interface MadeReady {
  readonly ok: true
  readonly facts: PrintFacts
  readonly laidOut: LaidOut
  readonly storeName: string
  readonly atMs: number
}

/** Prints are made of the same view as the boards, in the engine: what is on paper is what the screen showed. */
export function printInquiries(
  context: Pick<InquiryContext, 'boards' | 'settings'>
): Pick<Inquiries, 'print:options' | 'print:sheet' | 'print:document'> {
  // Fonts are read when the first print is asked for.
  let kept: Letters | null = null
  const letters = (): Letters => (kept ??= createPrintLetters())

  return {
    'print:options': (locationId, screen) => {
      const shown = shownAt(context, locationId, screen, { ...changesOf({ kind: 'full' }), soldOut: 'last' })
      if (!shown.ok) return managerRefusalOf(shown, context.settings.language)
      const { set, timedSets } = context.boards.screenNamed(knownScreen(context, screen))
      const isFull = set.kind === 'full' && timedSets.length === 0
      const onScreen = isFull ? shown : shownAt(context, locationId, screen, { soldOut: 'last' })
      if (!onScreen.ok) return managerRefusalOf(onScreen, context.settings.language)
      const offered = new Set(
        shown.snapshot.items
          .filter((item) => isInSet(item, { kind: 'on-promotion' }, { isNew: false }))
          .map(({ productId }) => productId)
      )
      const { view } = shown
      return {
        ok: true,
        answer: {
          classes: classesOf(view),
          everything: countOf(view.items),
          onPromotion: countOf(view.items.filter(({ productId }) => offered.has(productId))),
          onScreen: countOf(onScreen.view.items),
          // Both countries whose money boards know print on it.
          paper: 'letter',
          language: view.head.language
        }
      }
    },
    'print:sheet': (request, boardUrl, pageIndex) => {
      const ready = makeReady(context, request, boardUrl, letters())
      if (!ready.ok) return managerRefusalOf(ready, context.settings.language)
      const { facts, laidOut } = ready
      const index = Math.max(0, Math.min(pageIndex, laidOut.pages.length - 1))
      return { ok: true, answer: { facts, pageIndex: index, page: laidOut.pages[index] ?? null } }
    },
    'print:document': async (request, boardUrl) => {
      const ready = makeReady(context, request, boardUrl, letters())
      if (!ready.ok) return managerRefusalOf(ready, context.settings.language)
      const { facts, laidOut, storeName, atMs } = ready
      if (laidOut.pages.length === 0)
        return { ok: false, code: 'refused', field: 'set', message: printWordsOf(facts.language).nothing }
      const { title, language } = facts
      const options = { title, author: storeName, language, createdAtMs: atMs }
      const pdf = await pdfOf(laidOut.pages, options, letters())
      return { ok: true, answer: { facts, base64: pdf.toString('base64') } }
    }
  }
}

type Shown =
  | { readonly ok: true; readonly view: BoardView; readonly snapshot: BoardSnapshot }
  | ({ readonly ok: false } & BoardRefusal)

/**
 * The board now as a screen shows it, and the snapshot it is made from: one instant, one state. It is looked at as the time
 * machine looks at boards: whoever prints is no screen, and what is only printed is not what a store showed.
 */
function shownAt(
  { boards, settings }: Pick<InquiryContext, 'boards' | 'settings'>,
  locationId: number,
  asked: string | null,
  changes: Partial<ScreenSettings>
): Shown {
  const json = boards.boardJson({ locationId, atMs: null, groupId: null, customer: 'recreational' })
  if (!json.ok) return json
  const snapshot = JSON.parse(json.json) as BoardSnapshot
  const screen = knownScreen({ settings }, asked)
  const looked = boards.viewAt({ locationId, screen, atMs: Date.parse(snapshot.at), isNow: true, changes })
  return looked.ok ? { ok: true, view: looked.view, snapshot } : looked
}

function makeReady(
  context: Pick<InquiryContext, 'boards' | 'settings'>,
  request: PrintRequest,
  boardUrl: string | null,
  letters: Letters
): MadeReady | ({ readonly ok: false } & BoardRefusal) {
  const shown = shownAt(context, request.locationId, request.screen, {
    ...changesOf(request.set),
    ...(request.language === null ? {} : { language: request.language }),
    soldOut: request.soldOut ? 'last' : 'hide'
  })
  if (!shown.ok) return shown
  const { snapshot } = shown
  const { view, incomplete } = inOwnLetters(shown.view)
  const format = locationFormatOf(
    languageOf(snapshot.currency, view.head.language),
    snapshot.currency,
    snapshot.timeZone
  )
  const atMs = Date.parse(snapshot.at)
  const document = printDocumentOf(
    view,
    {
      kind: request.kind,
      paper: request.paper,
      atMs,
      pricesAtMs: snapshot.feeds.prices === null ? null : Date.parse(snapshot.feeds.prices),
      timeZone: snapshot.timeZone,
      code: boardUrl === null || !request.qrCode ? null : { code: qrCodeOf(boardUrl), url: boardUrl }
    },
    format
  )
  const laidOut = printPagesOf(document, letters)
  const title = `${document.storeName}: ${document.words.titles[request.kind]}`
  return {
    ok: true,
    laidOut,
    storeName: document.storeName,
    atMs,
    facts: {
      title,
      fileName: fileNameOf(title, snapshot),
      language: format.language,
      pages: laidOut.pages.length,
      products: view.items.length - laidOut.leftOut,
      leftOut: laidOut.leftOut,
      incomplete: [...new Set([...laidOut.cut, ...incomplete])].slice(0, MOST_NAMES),
      asOf: document.asOf,
      stale: document.stale,
      held: document.held
    }
  }
}

/** "waterfront-cannabis-price-list-2026-11-21.pdf": a name that every system takes, by the day of the prices. */
function fileNameOf(title: string, { at, timeZone }: BoardSnapshot): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: timeZone ?? 'UTC', dateStyle: 'short' }).format(
    Date.parse(at)
  )
  return `${plain.slice(0, 80)}-${day}.pdf`
}

/** The view with what no built-in font has left out, and the names of the products whose letters those were. */
function inOwnLetters(view: BoardView): { readonly view: BoardView; readonly incomplete: readonly string[] } {
  const incomplete: string[] = []
  const ours = (text: string): string => printableOf(text).text
  const items = view.items.map((item): ViewItem => {
    const name = printableOf(item.name)
    const brand = item.brand === null ? null : printableOf(item.brand)
    if (!name.isWhole || brand?.isWhole === false) incomplete.push(item.name)
    return {
      ...item,
      // A product whose name has no letter of ours still has a row, by what is known of it.
      name: name.text === '' ? item.classification.map(ours).join(' / ') || '?' : name.text,
      brand: brand === null || brand.text === '' ? null : brand.text,
      classification: item.classification.map(ours),
      tickets: item.tickets.map((ticket) => ({ ...ticket, short: ours(ticket.short) })),
      rungs: item.rungs.map((rung) => ({
        ...rung,
        quantity: ours(rung.quantity),
        shelfPrice: rung.shelfPrice === null ? null : ours(rung.shelfPrice),
        regular: rung.regular === null ? null : ours(rung.regular),
        unitPrice: rung.unitPrice === null ? null : ours(rung.unitPrice),
        youPay: rung.youPay === null ? null : { ...rung.youPay, digits: ours(rung.youPay.digits) },
        groupPays: rung.groupPays === null ? null : { ...rung.groupPays, digits: ours(rung.groupPays.digits) },
        until: rung.until === null ? null : ours(rung.until)
      }))
    }
  })
  const { head } = view
  return {
    view: {
      items,
      head: {
        ...head,
        storeName: ours(head.storeName) || String(head.locationId),
        railLabel: [ours(head.railLabel[0]), ours(head.railLabel[1])],
        taxLine: ours(head.taxLine),
        ageLine: ours(head.ageLine),
        heldLine: head.heldLine === null ? null : ours(head.heldLine),
        legend: head.legend.map(({ promotionId, short, text }) => ({
          promotionId,
          short: ours(short),
          text: ours(text)
        })),
        notice: head.notice === null ? null : ours(head.notice),
        screen: {
          ...head.screen,
          rowLabels: {
            ...head.screen.rowLabels,
            group: head.screen.rowLabels.group === null ? null : ours(head.screen.rowLabels.group)
          }
        }
      }
    },
    incomplete
  }
}

/** A set in place of the screen's own; null leaves it that. */
function changesOf(set: BoardSet | null): Partial<ScreenSettings> {
  return set === null ? {} : { set, timedSets: [] }
}

function countOf(items: readonly ViewItem[]): PrintCount {
  return { products: items.length, soldOut: items.filter(({ soldOut }) => soldOut).length }
}

/** The first word of each product's classification, in the board's order. */
function classesOf({ items }: BoardView): readonly PrintClass[] {
  const classes = new Map<string, ViewItem[]>()
  for (const item of items) {
    const [first] = item.classification
    if (first === undefined) continue
    const known = classes.get(first)
    if (known === undefined) classes.set(first, [item])
    else known.push(item)
  }
  return [...classes].map(([name, of]) => ({ path: [name], ...countOf(of) }))
}
