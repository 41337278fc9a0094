import { useEffect, useState, type ReactElement } from 'react'
import type { ViewItem } from '../../shared/board-view.ts'
import type { KioskContent, KioskSheet, KioskStep } from '../../shared/kiosk.ts'
import { placeName } from './browse-pages.tsx'
import type { ListPage } from './kiosk-state.ts'
import { Dock, Poster, useKiosk, useKioskState } from './pieces.tsx'
import { useSheet } from './product-sheet-asked.ts'
import { ProductRail } from './product-rail.tsx'
import { OfferList, OffersButton } from './product-offers.tsx'
import { QuantitySlider } from './quantity-slider.tsx'
import { SumLines } from './sum-lines.tsx'

const SAID_FOR_MS = 1500
/** A line and two taxes. */
const USUAL_SUMS = 3

/** A product: its ladder, how much of it, and what that comes to (art direction, Kiosk). */
export function ProductPage({
  productId,
  from
}: {
  readonly productId: string
  readonly from: ListPage
}): ReactElement {
  const { view, bridge, words, boardWords, act, say } = useKiosk()
  const [areOffersOpen, setOffersOpen] = useState(false)
  const state = useKioskState()
  const item = view.items.find((one) => one.productId === productId) ?? null
  const lastItem = useLast(item)
  const { sheet, hasFailed } = useSheet(bridge, productId, item, view.head.revision)
  const [wanted, setWanted] = useState<string | null>(null)
  const [isAdded, setAdded] = useState(false)
  const hasChanged = usePriceChange(item)
  useEffect(() => {
    if (!isAdded) return
    const timer = setTimeout(() => setAdded(false), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [isAdded])

  const at = sheet === null ? 0 : stepAt(sheet, wanted)
  const step = sheet?.steps[at] ?? null
  const canAdd = item !== null && !item.soldOut && step !== null && step.total !== null && !state.isFull
  const notice =
    item === null
      ? words.gone
      : item.soldOut
        ? words.soldOut
        : state.isFull
          ? words.basketFull
          : hasChanged
            ? words.changed
            : null
  const offers = sheet?.offers ?? []
  const showsOffers = areOffersOpen && offers.length > 0
  // Sums are never cut: where there is more to say, the rest takes less room.
  const isTight = item !== null && step !== null && (offers.length > 0 || step.sums.length > USUAL_SUMS)
  const shown = item ?? lastItem
  const backLabel = backName(from, words)
  const choose = (next: number): void => setWanted(sheet?.steps[next]?.quantity ?? null)

  return (
    <div className="page product" data-pending={sheet === null}>
      <Poster
        title={shown?.name ?? ''}
        strain={shown?.strain ?? null}
        kind={sheet?.kind ?? shown?.brand ?? null}
        picture={shown?.picture?.href ?? null}
        focusKey={productId}
      >
        {shown === null ? null : (
          <Potency
            thc={sheet === null ? textAlone(shown.thc) : sheet.thc}
            cbd={sheet === null ? textAlone(shown.cbd) : sheet.cbd}
            end={sheet?.scaleEnd ?? ''}
          />
        )}
      </Poster>
      {showsOffers ? (
        <OfferList offers={offers} missing={step?.missing ?? []} />
      ) : (
        <div className={isTight ? 'product-body tight' : 'product-body'}>
          {item === null ? null : (
            <ProductRail
              item={item}
              inForce={step?.rung ?? null}
              onRung={(rung) => {
                const tick = sheet?.ticks.find((one) => one.rung === rung)
                if (tick !== undefined) choose(tick.step)
              }}
            />
          )}
          <p className="product-notice" role="status">
            {notice}
          </p>
          {item === null || item.soldOut ? null : sheet === null ? (
            <p className="wait-line">{hasFailed ? words.cannotPrice : words.pending}</p>
          ) : step === null ? (
            <p className="wait-line">{words.notHad}</p>
          ) : (
            <>
              <QuantitySlider sheet={sheet} at={at} onStep={choose} />
              <OffersButton offers={offers} missing={step.missing} onOpen={() => setOffersOpen(true)} />
              {view.head.heldLine === null ? (
                <Sums step={step} stockNote={sheet.stockNote} />
              ) : (
                <p className="wait-line">{view.head.heldLine}</p>
              )}
            </>
          )}
        </div>
      )}
      <Dock
        back={
          showsOffers
            ? { label: words.backToProduct, go: () => setOffersOpen(false) }
            : { label: words.backTo(backLabel), go: () => act({ kind: 'go', page: from }) }
        }
        main={
          <button
            type="button"
            className="go"
            aria-disabled={!canAdd}
            onClick={() => {
              if (!canAdd || step === null || shown === null) return
              act({
                kind: 'add',
                line: { productId, quantity: step.quantity, said: step.spoken, name: shown.name }
              })
              setAdded(true)
              say(words.added(step.spoken, shown.name))
            }}
          >
            {item?.soldOut === true ? boardWords.soldOut : isAdded ? words.addedShort : words.add}
          </button>
        }
      />
    </div>
  )
}

/** The step that was wanted, as far as it can still be had: else the last one below it. */
function stepAt(sheet: KioskSheet, wanted: string | null): number {
  if (wanted === null) return sheet.firstStep
  const same = sheet.steps.findIndex(({ quantity }) => quantity === wanted)
  return same === -1 ? Math.min(sheet.firstStep, Math.max(0, sheet.steps.length - 1)) : same
}

function backName(
  from: ListPage,
  words: { readonly all: string; readonly onPromotion: string; readonly search: string; readonly basketTitle: string }
): string {
  switch (from.kind) {
    case 'search':
      return words.search.toLocaleLowerCase()
    case 'basket':
      return words.basketTitle.toLocaleLowerCase()
    case 'list':
      return placeName(from.place, words)
  }
}

function textAlone(text: string | null): KioskContent | null {
  return text === null ? null : { text, bar: null }
}

/** A product that has left is still named by what it was. */
function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value)
  if (value !== null && value !== last) setLast(value)
  return value ?? last
}

/** Whether an amount of the product has changed since the page was opened. */
function usePriceChange(item: ViewItem | null): boolean {
  const now =
    item === null ? null : JSON.stringify(item.rungs.map(({ quantity, youPay }) => [quantity, youPay?.digits]))
  const [first] = useState(now)
  return now !== null && first !== null && first !== now
}

/** THC and CBD on one scale. */
function Potency({
  thc,
  cbd,
  end
}: {
  readonly thc: KioskContent | null
  readonly cbd: KioskContent | null
  readonly end: string
}): ReactElement | null {
  if (thc === null && cbd === null) return null
  return (
    <dl className="potency">
      {(
        [
          ['THC', thc],
          ['CBD', cbd]
        ] as const
      ).map(([name, content]) =>
        content === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{content.text}</dd>
            {content.bar === null ? null : (
              <dd className="scale" aria-hidden="true">
                <i style={{ left: `${content.bar.from}%`, width: `${content.bar.width}%` }} />
                <b>{end}</b>
              </dd>
            )}
          </div>
        )
      )}
    </dl>
  )
}

/** What the quantity comes to, line by line. */
function Sums({ step, stockNote }: { readonly step: KioskStep; readonly stockNote: string | null }): ReactElement {
  const { words } = useKiosk()
  return (
    <div className="sums">
      <SumLines sums={step.sums}>{stockNote === null ? null : <SumNote text={stockNote} />}</SumLines>
      <Total total={step.total} label={words.youPay} />
    </div>
  )
}

function SumNote({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="sum-note">
      <dt>{text}</dt>
      <dd />
    </div>
  )
}

/** What is handed over, and that it is an estimate; said aloud when it changes. */
export function Total({ total, label }: { readonly total: KioskStep['total']; readonly label: string }): ReactElement {
  const { words } = useKiosk()
  return (
    <p className="total" role="status" aria-atomic="true">
      <span className="total-label">
        {label} <small>{words.anEstimate}</small>
      </span>{' '}
      <span className="total-amount">
        {total === null
          ? words.pending
          : total.signAfter
            ? `${total.digits}\u00a0${total.sign}`
            : total.sign + total.digits}
      </span>
    </p>
  )
}
