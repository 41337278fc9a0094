import type { CSSProperties, ReactElement } from 'react'
import type { ClassBlock, Jar, JarCell } from '../layout/page.types.ts'
import { DetailCell, DetailLineView, Fitted, Lines, Mark, Money, NameWithTags, Pulse } from './pieces.tsx'
import { WasAndNow } from './shelf-block.tsx'

/** Products with ladders of their own, under their classification in the label column. */
export function ClassBlockView({ block }: { readonly block: ClassBlock }): ReactElement {
  return (
    <article className="class" style={{ paddingTop: block.barAbovePx }}>
      <div className="class-body">
        <div className="class-head" style={block.titlePx === 0 ? undefined : { height: block.titlePx }}>
          {block.title === null ? null : (
            <div className="class-title">
              <Mark strain={block.titleStrain} />
              <Fitted text={block.title} as="h2" />
            </div>
          )}
          {block.subtitle === null ? null : <Fitted text={block.subtitle} as="p" />}
        </div>
        <div className="jar-lines">
          {block.lines.map((line) => (
            <div
              className={line.gapPx > 0 ? 'jar-line next' : 'jar-line'}
              key={line.jars[0]?.productId}
              style={{ height: line.gapPx + line.heightPx, paddingTop: line.gapPx }}
            >
              {line.jars.map((jar) => (
                <JarView jar={jar} key={jar.productId} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </article>
  )
}

/** A product with a ladder of its own. */
export function JarView({ jar }: { readonly jar: Jar }): ReactElement {
  const names = ['jar', jar.columns === 2 ? 'half' : 'whole', jar.picture === null ? '' : 'pictured']
  if (jar.soldOut) names.push('out')
  return (
    <div className={names.filter(Boolean).join(' ')} data-item={jar.productId} style={{ height: jar.heightPx }}>
      {jar.picture === null ? null : <JarPicture picture={jar.picture} jarPx={jar.heightPx} />}
      <div className="jar-grid" style={{ height: jar.top.heightPx }}>
        <div className="jar-top" style={{ gridColumn: jar.beside === null ? '1 / -1' : '1 / span 2' }}>
          <Mark strain={jar.strain} />
          <NameWithTags top={jar.top} />
        </div>
        {jar.beside === null ? null : jar.beside.flows ? (
          <div className="beside">
            <DetailLineView line={jar.beside} columns="" firstColumn={1} />
          </div>
        ) : (
          jar.beside.details.map((detail) => <DetailCell detail={detail} firstColumn={1} key={detail.kind} />)
        )}
      </div>
      {jar.cellLines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div className="jar-grid cells" key={index} style={{ height: line.heightPx }}>
          {line.cells.map((cell, at) => (
            // A jar's cells have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <JarCellView cell={cell} productId={jar.productId} key={at} />
          ))}
        </div>
      ))}
      {jar.details.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <DetailLineView line={line} columns="jar-grid" firstColumn={1} key={index} />
      ))}
    </div>
  )
}

/** The page has decoded it before it was laid out (`ready-pictures.ts`); it says nothing that the name does not. */
function JarPicture({
  picture,
  jarPx
}: {
  readonly picture: NonNullable<Jar['picture']>
  readonly jarPx: number
}): ReactElement {
  const { href, sidePx } = picture
  return (
    <img
      className="picture"
      src={href}
      alt=""
      decoding="sync"
      style={{ width: sidePx, height: sidePx, bottom: jarPx - sidePx }}
    />
  )
}

function JarCellView({ cell, productId }: { readonly cell: JarCell; readonly productId: string }): ReactElement {
  const column: CSSProperties = { gridColumn: `span ${cell.span}` }
  switch (cell.kind) {
    case 'rung':
      return (
        <div className="rung" style={column}>
          <span className="detail" style={{ width: cell.quantityPx }}>
            {cell.quantity}
          </span>
          <p
            className={cell.reduced ? 'label-price sale' : 'label-price'}
            data-product-id={productId}
            data-quantity={cell.quantity}
          >
            <Money money={cell.youPay} />
            <Pulse productIds={[productId]} quantity={cell.quantity} />
          </p>
        </div>
      )
    case 'price':
      return (
        <p className="detail price-beside" style={column}>
          {cell.was === null && cell.now === null ? null : (
            <span className="text-line">
              <WasAndNow was={cell.was} now={cell.now === null ? null : [cell.now]} stacked={false} />{' '}
            </span>
          )}
          {cell.until?.map((line) => (
            <span className="text-line" key={line}>
              {line}
            </span>
          ))}
        </p>
      )
    case 'held':
      return (
        <p
          className="detail held"
          style={column}
          data-product-id={productId}
          data-quantity={cell.quantity ?? undefined}
        >
          <b>
            <Lines lines={cell.lines} />
          </b>
        </p>
      )
  }
}
