import { use, type ReactElement } from 'react'
import type { Ladder, LadderRow, Rail, RailCell, ShelfBlock, ShelfRow } from '../layout/page.types.ts'
import { BoardContext, DetailCell, DetailLineView, Fitted, Lines, Mark, Money, NameWithTags, Pulse } from './pieces.tsx'

/** A shelf: its ladder on the rail, and under it the products it holds for. */
export function ShelfBlockView({ block }: { readonly block: ShelfBlock }): ReactElement {
  const productIds = block.rows.map((row) => row.productId)
  return (
    <article className="shelf">
      {block.namePx === 0 ? null : (
        <div className="shelf-name" style={{ height: block.namePx }}>
          <Fitted text={block.name} as="h2" />
        </div>
      )}
      <LadderView ladder={block.ladder} block={block} productIds={productIds} />
      <div className="rows">
        {block.rows.map((row) => (
          <ShelfRowView row={row} key={row.productId} />
        ))}
      </div>
    </article>
  )
}

function LadderView({
  ladder,
  block,
  productIds
}: {
  readonly ladder: Ladder
  readonly block: ShelfBlock
  readonly productIds: readonly string[]
}): ReactElement {
  return (
    <>
      {ladder.rails.map((rail, index) => (
        <div className="ladder" key={rail.cells[0]?.quantityText} style={{ paddingTop: rail.gapPx }}>
          <div className="cols head" style={index === 0 ? { minHeight: rail.headPx } : { height: rail.headPx }}>
            {index === 0 ? <LadderHead block={block} /> : <span />}
            {rail.cells.map((cell) => (
              <p className="quantity" key={cell.quantityText} style={{ gridColumn: `span ${cell.span}` }}>
                {cell.any ? <Any /> : null}
                <span className={cell.quantity.style}>
                  <Lines lines={cell.quantity.lines} />
                </span>
              </p>
            ))}
          </div>
          <RailView rail={rail} productIds={productIds} />
          {rail.rows.map((row) => (
            <LadderRowView row={row} key={row.kind} />
          ))}
        </div>
      ))}
    </>
  )
}

/** The shelf's name; where that has a line of its own, that its jars mix. */
function LadderHead({ block }: { readonly block: ShelfBlock }): ReactElement {
  const { words } = use(BoardContext)
  if (block.namePx === 0) return <Fitted text={block.name} as="h2" />
  return block.mixes && !block.ladder.any ? <p className="detail">{words.mixes}</p> : <span />
}

function Any(): ReactElement {
  const { words } = use(BoardContext)
  return <span className="quantity-any">{words.any}&nbsp;</span>
}

function RailView({ rail, productIds }: { readonly rail: Rail; readonly productIds: readonly string[] }): ReactElement {
  return (
    <div className="cols rail" style={{ height: rail.railPx }}>
      <p className="detail label">
        <Lines lines={rail.label} />
      </p>
      {rail.held === null ? (
        <>
          {rail.cells.map((cell) => (
            <RailCellView cell={cell} productIds={productIds} key={cell.quantityText} />
          ))}
          {rail.restSpan === 0 ? null : <span className="rail-cell" style={{ gridColumn: `span ${rail.restSpan}` }} />}
        </>
      ) : (
        <p className="rail-cell held">
          <span className="name-90">
            <Lines lines={rail.held} />
          </span>
        </p>
      )}
    </div>
  )
}

function RailCellView({
  cell,
  productIds
}: {
  readonly cell: RailCell
  readonly productIds: readonly string[]
}): ReactElement {
  return (
    <p
      className={cell.reduced ? 'rail-cell rail-price sale' : 'rail-cell rail-price'}
      style={{ gridColumn: `span ${cell.span}` }}
      data-product-id={productIds.join(' ')}
      data-quantity={cell.quantityText}
    >
      {cell.youPay === null ? '–' : <Money money={cell.youPay} />}
      <Pulse productIds={productIds} quantity={cell.quantityText} />
    </p>
  )
}

function LadderRowView({ row }: { readonly row: LadderRow }): ReactElement {
  return (
    <div className={`cols sub ${row.kind}`} style={{ height: row.heightPx }}>
      <p className="detail">
        <Lines lines={row.label.lines} />
      </p>
      {row.cells.map((cell, index) => (
        // Cells have no identity but their column.
        // oxlint-disable-next-line react/no-array-index-key
        <p className="detail value" key={index} style={{ gridColumn: `span ${cell.span}` }}>
          <WasAndNow was={cell.was} now={cell.now} stacked={cell.stacked} />
          {cell.best === null ? null : <span className="best">{cell.best}</span>}
        </p>
      ))}
    </div>
  )
}

/** A struck regular price before the one in force: a sale is never told by colour alone. */
export function WasAndNow({
  was,
  now,
  stacked
}: {
  readonly was: string | null
  readonly now: readonly string[] | null
  readonly stacked: boolean
}): ReactElement {
  return (
    <>
      {was === null ? null : <s className={stacked ? 'was text-line' : 'was'}>{was}</s>}
      {now === null ? null : was === null ? (
        <span>
          <Lines lines={now} />
        </span>
      ) : (
        <b>
          <Lines lines={now} />
        </b>
      )}
    </>
  )
}

function ShelfRowView({ row }: { readonly row: ShelfRow }): ReactElement {
  const names = ['cols row', row.soldOut ? 'out' : '', row.fullMeasure ? 'full-measure' : ''].filter(Boolean)
  return (
    <div className={names.join(' ')} data-item={row.productId} style={{ height: row.heightPx }}>
      <div className="who" style={{ height: row.namePx }}>
        <span className="mark-place">
          <Mark strain={row.strain} />
        </span>
        <NameWithTags top={row.top} />
      </div>
      {row.details.map((line, index) =>
        line.flows ? (
          // A line of details has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <DetailLineView line={line} columns="" firstColumn={1} key={index} />
        ) : (
          line.details.map((detail) => <DetailCell detail={detail} firstColumn={2} key={detail.kind} />)
        )
      )}
    </div>
  )
}
