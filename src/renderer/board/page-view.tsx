import { use, type CSSProperties, type ReactElement } from 'react'
import type { StrainType, ViewHead } from '../../shared/board-view.ts'
import type { PageGeometry } from '../layout/geometry.ts'
import type { Block, BoardPage, Footer, LegendEntry, PlacedBlock } from '../layout/page.types.ts'
import { ClassBlockView } from './class-block.tsx'
import { BoardContext, Lines, Mark } from './pieces.tsx'
import { PanelBlockView } from './panel-block.tsx'
import { RewardsBlockView } from './rewards-block.tsx'
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
      <HeaderView page={page} clock={geometry.portrait ? null : clock} geometry={geometry} />
      <div className="body" style={{ height: page.bodyPx }}>
        {page.leaves.map((leaf, index) => (
          <section
            className={index === page.leaves.length - 1 ? 'leaf last' : 'leaf'}
            // A leaf is its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
          >
            {leaf.blocks.map((placed) => (
              <BlockView placed={placed} key={placed.key} />
            ))}
          </section>
        ))}
      </div>
      <FooterView footer={page.footer} strains={page.strains} stale={head.stale} geometry={geometry} />
    </>
  )
}

function BlockView({ placed }: { readonly placed: PlacedBlock }): ReactElement {
  return (
    <div className="block" style={{ top: placed.topPx, height: placed.heightPx }}>
      <BlockContent block={placed.block} />
    </div>
  )
}

function BlockContent({ block }: { readonly block: Block }): ReactElement {
  switch (block.kind) {
    case 'shelf':
      return <ShelfBlockView block={block} />
    case 'class':
      return <ClassBlockView block={block} />
    case 'panel':
      return <PanelBlockView block={block} />
    case 'rewards':
      return <RewardsBlockView block={block} />
    case 'legend':
      return (
        <>
          {block.entries.map(({ entry, heightPx }) => (
            <div className="footer-row" style={{ height: heightPx }} key={`${entry.promotionId} ${entry.lines[0]}`}>
              <LegendView entry={entry} splitPx={0} />
            </div>
          ))}
        </>
      )
  }
}

function HeaderView({
  page,
  clock,
  geometry
}: {
  readonly page: BoardPage
  readonly clock: string | null
  readonly geometry: PageGeometry
}): ReactElement {
  const { words } = use(BoardContext)
  const { leafCount } = geometry
  return (
    <header className={leafCount > 1 ? 'many' : 'one'} style={{ height: page.headerPx }}>
      <h1 className={page.heading.style}>
        <Lines
          lines={page.heading.lines}
          end={
            page.part === null ? null : (
              <>
                {' '}
                <span className="detail part">{words.part(page.part.index, page.part.count)}</span>
              </>
            )
          }
        />
      </h1>
      <div className="meta" style={leafCount > 1 ? { gridColumn: leafCount } : undefined}>
        {page.footer.keyPx > 0 ? null : <Key strains={page.strains} />}
        {clock === null ? null : <time className="clock">{clock}</time>}
      </div>
    </header>
  )
}

function Key({ strains }: { readonly strains: readonly StrainType[] }): ReactElement {
  const { words } = use(BoardContext)
  return (
    <p className="key">
      {strains.map((strain) => (
        <span className="detail" key={strain}>
          <Mark strain={strain} />
          {words.strains[strain]}
        </span>
      ))}
    </p>
  )
}

export function FooterView({
  footer,
  strains,
  stale,
  geometry
}: {
  readonly footer: Footer
  readonly strains: readonly StrainType[]
  readonly stale: boolean
  readonly geometry: PageGeometry
}): ReactElement {
  const ageLeft = `calc(${geometry.leafCount - 1} * (var(--leaf) + var(--leaf-gap)) + ${footer.splitPx}px)`
  return (
    <footer style={{ height: footer.heightPx, paddingTop: Math.max(0, footer.insetPx - geometry.barPx) }}>
      {footer.legendRows.map((row) => (
        <div className="footer-row" style={{ height: row.heightPx }} key={row.entries[0]?.promotionId}>
          {row.entries.map((entry) => (
            <LegendView entry={entry} splitPx={footer.splitPx} key={entry.promotionId} />
          ))}
        </div>
      ))}
      {footer.keyPx === 0 ? null : (
        <div className="footer-key" style={{ height: footer.keyPx }}>
          <Key strains={strains} />
        </div>
      )}
      {footer.noticePx === 0 ? null : (
        <div className="footer-row" style={{ height: footer.noticePx }}>
          <p className="detail tax">
            <Lines lines={footer.noticeLines} />
          </p>
        </div>
      )}
      <div className="footer-row" style={{ height: footer.lastRowPx }}>
        <p className="detail tax">
          <Lines lines={footer.taxLines} />
        </p>
        <p
          className={stale ? 'detail age stale' : 'detail age'}
          role={stale ? 'alert' : undefined}
          style={geometry.narrow ? { left: 'auto', right: 0 } : { left: ageLeft }}
        >
          <span className={stale ? 'age-stale' : undefined}>
            <Lines lines={footer.ageLines} />
          </span>
        </p>
      </div>
    </footer>
  )
}

function LegendView({ entry, splitPx }: { readonly entry: LegendEntry; readonly splitPx: number }): ReactElement {
  return (
    <p className="detail legend" style={legendPlaceOf(entry, splitPx)}>
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
  )
}

function legendPlaceOf(entry: LegendEntry, splitPx: number): CSSProperties {
  const right = entry.slot === 'right' ? ` + ${splitPx}px + var(--am) * 8` : ''
  return { left: `calc(${entry.leaf} * (var(--leaf) + var(--leaf-gap))${right})` }
}
