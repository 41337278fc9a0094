import { use, type CSSProperties, type ReactElement } from 'react'
import type { ViewHead } from '../../shared/board-view.ts'
import type { PageGeometry } from '../layout/geometry.ts'
import type { BoardPage, Footer, LegendEntry, PlacedBlock } from '../layout/page.types.ts'
import { ClassBlockView } from './class-block.tsx'
import { BoardContext, Lines, Mark } from './pieces.tsx'
import { ShelfBlockView } from './shelf-block.tsx'

interface PageProps {
  readonly page: BoardPage
  readonly head: ViewHead
  readonly clock: string | null
  readonly geometry: PageGeometry
}

/** One page: header, leaves with their blocks where the layout put them, footer. */
export function PageView({ page, head, clock, geometry }: PageProps): ReactElement {
  return (
    <>
      <HeaderView page={page} clock={clock} leafCount={geometry.leafCount} />
      <div className="body" style={{ height: page.bodyPx }}>
        {page.leaves.map((leaf, index) => (
          <section
            className={index === page.leaves.length - 1 ? 'leaf last' : 'leaf'}
            // A leaf is its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
          >
            {leaf.blocks.map((placed) => (
              <BlockView placed={placed} railLabel={head.railLabel} key={placed.key} />
            ))}
          </section>
        ))}
      </div>
      <FooterView footer={page.footer} stale={head.stale} leafCount={geometry.leafCount} />
    </>
  )
}

function BlockView({
  placed,
  railLabel
}: {
  readonly placed: PlacedBlock
  readonly railLabel: readonly [string, string]
}): ReactElement {
  const { block } = placed
  return (
    <div className="block" style={{ top: placed.topPx, height: placed.heightPx }}>
      {block.kind === 'shelf' ? (
        <ShelfBlockView block={block} railLabel={railLabel} />
      ) : (
        <ClassBlockView block={block} />
      )}
    </div>
  )
}

function HeaderView({
  page,
  clock,
  leafCount
}: {
  readonly page: BoardPage
  readonly clock: string | null
  readonly leafCount: number
}): ReactElement {
  const { words } = use(BoardContext)
  return (
    <header className={leafCount > 1 ? 'many' : 'one'} style={{ height: page.headerPx }}>
      <h1 className={page.heading.style}>
        <Lines lines={page.heading.lines} />
        {page.part === null ? null : (
          <>
            {' '}
            <span className="detail part">{words.part(page.part.index, page.part.count)}</span>
          </>
        )}
      </h1>
      <div className="meta" style={leafCount > 1 ? { gridColumn: leafCount } : undefined}>
        <p className="key">
          {page.strains.map((strain) => (
            <span className="detail" key={strain}>
              <Mark strain={strain} />
              {words.strains[strain]}
            </span>
          ))}
        </p>
        {clock === null ? null : <time className="clock">{clock}</time>}
      </div>
    </header>
  )
}

export function FooterView({
  footer,
  stale,
  leafCount
}: {
  readonly footer: Footer
  readonly stale: boolean
  readonly leafCount: number
}): ReactElement {
  return (
    <footer style={{ height: footer.heightPx }}>
      {footer.legendRows.map((row) => (
        <div className="footer-row" style={{ height: row.heightPx }} key={row.entries[0]?.promotionId}>
          {row.entries.map((entry) => (
            <p className="detail legend" style={legendPlaceOf(entry)} key={entry.promotionId}>
              <span className="ticket">
                <Lines lines={entry.shortLines} />
              </span>
              <span className="legend-text">
                &nbsp;
                <span>
                  <Lines lines={entry.lines} />
                </span>
              </span>
            </p>
          ))}
        </div>
      ))}
      <div className="footer-row" style={{ height: footer.lastRowPx }}>
        <p className="detail tax">
          <Lines lines={footer.taxLines} />
        </p>
        <p
          className={stale ? 'detail age stale' : 'detail age'}
          role={stale ? 'alert' : undefined}
          style={{ left: `calc(${leafCount - 1} * (var(--leaf) + var(--leaf-gap)) + var(--label) + 2 * var(--rung))` }}
        >
          <span>
            <Lines lines={footer.ageLines} />
          </span>
        </p>
      </div>
    </footer>
  )
}

function legendPlaceOf(entry: LegendEntry): CSSProperties {
  const right = entry.slot === 'right' ? ' + var(--label) + 2 * var(--rung) + var(--am) * 8' : ''
  return { left: `calc(${entry.leaf} * (var(--leaf) + var(--leaf-gap))${right})` }
}
