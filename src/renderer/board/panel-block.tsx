import type { CSSProperties, ReactElement } from 'react'
import type { PanelBlock, PanelLine, PanelRow } from '../layout/page.types.ts'
import { JarView } from './class-block.tsx'
import { Fitted, Lines, Mark, Money, NameWithTags, Pulse } from './pieces.tsx'

/** A promotion as a yellow panel that points at its products. */
export function PanelBlockView({ block }: { readonly block: PanelBlock }): ReactElement {
  const { columns } = block
  const variables: CSSProperties & Record<`--${string}`, string> = {
    '--lines': `${columns.linesPx}px`,
    '--quantity': `${columns.quantityPx}px`,
    '--was': `${columns.wasPx}px`,
    '--now': `${columns.nowPx}px`,
    '--price-label': `${columns.labelPx}px`,
    '--jar-column': `${columns.jarColumnPx}px`
  }
  return (
    <article className={`panel-block ${block.placement}`} style={{ ...variables, paddingTop: block.gapPx }}>
      <div
        className={block.noteBeside ? 'panel note-beside' : 'panel'}
        style={block.placement === 'above' ? { height: block.panelPx } : { minHeight: block.panelPx }}
      >
        <Fitted text={block.headline} as="h2" />
        <p className="detail-strong">
          <Lines lines={block.noteLines} />
        </p>
      </div>
      <div className={block.placement === 'beside' ? 'panel-rows narrow' : 'panel-rows'}>
        {block.rows.map((row) => (
          <PanelRowView row={row} key={row.key} />
        ))}
      </div>
    </article>
  )
}

function PanelRowView({ row }: { readonly row: PanelRow }): ReactElement {
  switch (row.kind) {
    case 'line':
      return <PanelLineView line={row} />
    case 'jars':
      return (
        <div className="panel-row jar-line" style={{ height: row.heightPx }}>
          {row.jars.map((jar) => (
            <JarView jar={jar} key={jar.productId} />
          ))}
        </div>
      )
  }
}

function PanelLineView({ line }: { readonly line: PanelLine }): ReactElement {
  const [productId] = line.productIds
  return (
    <div className="panel-row panel-line" data-item={productId} style={{ height: line.heightPx }}>
      <Mark strain={line.strain} />
      <NameWithTags top={line.top} />
      <p className="detail quantity-beside">{line.quantity}</p>
      {line.was === null ? null : (
        <p className="detail was-beside">
          <s className="was">{line.was}</s>
        </p>
      )}
      {line.now === null ? null : (
        <p className="detail now-beside">
          <b>{line.now}</b>
        </p>
      )}
      <div className="label-place">
        <p
          className={line.reduced ? 'label-price sale' : 'label-price'}
          data-product-id={productId}
          data-quantity={line.quantity}
        >
          <Money money={line.youPay} />
          <Pulse productIds={[productId]} quantity={line.quantity} />
        </p>
      </div>
    </div>
  )
}
