import { createContext, Fragment, use, type CSSProperties, type ReactElement, type ReactNode } from 'react'
import type { MoneyText, StrainType } from '../../shared/board-view.ts'
import type { Detail, DetailLine, NameLine } from '../layout/page.types.ts'
import type { FittedText } from '../layout/text-fit.ts'
import type { BoardWords } from '../words/words.ts'
import { wordsOf } from '../words/words.ts'
import { cellKeyOf } from './board-state.ts'
import { StrainMark } from './strain-mark.tsx'

/** What every piece of a board may need: its words, its revision, and the cells that have just changed. */
export interface BoardContextValue {
  readonly words: BoardWords
  readonly revision: string
  readonly changed: ReadonlySet<string>
}

export const BoardContext = createContext<BoardContextValue>({
  words: wordsOf('en'),
  revision: '',
  changed: new Set()
})

/** Lines as they were measured; the space between them is kept for who reads or copies the text. */
export function Lines({
  lines,
  end = null
}: {
  readonly lines: readonly string[]
  /** What follows the text on its last line. */
  readonly end?: ReactNode
}): ReactElement {
  if (lines.length === 1) {
    return (
      <>
        {lines[0]}
        {end}
      </>
    )
  }
  return (
    <>
      {lines.map((line, index) => (
        // A line is its place.
        // oxlint-disable-next-line react/no-array-index-key
        <span className="text-line" key={index}>
          {index < lines.length - 1 ? `${line} ` : line}
          {index < lines.length - 1 ? null : end}
        </span>
      ))}
    </>
  )
}

export function Fitted({
  text,
  as
}: {
  readonly text: FittedText
  readonly as: 'p' | 'h1' | 'h2' | 'bdi'
}): ReactElement {
  const Tag = as
  return (
    <Tag className={text.style}>
      <Lines lines={text.lines} />
    </Tag>
  )
}

/** The currency sign hangs small from the cap line, before the digits or after them. */
export function Money({ money }: { readonly money: MoneyText }): ReactElement {
  const sign = money.sign === '' ? null : <sup className="price-sign">{money.sign}</sup>
  return money.signAfter ? (
    <>
      {money.digits}
      {'\u00a0'}
      {sign}
    </>
  ) : (
    <>
      {sign}
      {money.digits}
    </>
  )
}

/** A calm overlay on a cell whose price has changed: one pulse, of opacity alone. */
export function Pulse({
  productIds,
  quantity
}: {
  readonly productIds: readonly string[]
  readonly quantity: string
}): ReactElement | null {
  const { changed, revision } = use(BoardContext)
  const isChanged = productIds.some((productId) => changed.has(cellKeyOf(productId, quantity)))
  return isChanged ? <span className="pulse" key={revision} aria-hidden="true" /> : null
}

export function Mark({ strain }: { readonly strain: StrainType | null }): ReactElement | null {
  const { words } = use(BoardContext)
  return strain === null ? null : <StrainMark strain={strain} label={words.strains[strain]} />
}

/** A product's name with the tickets and the state that belong to it. */
export function NameWithTags({ top }: { readonly top: NameLine }): ReactElement {
  return (
    <span className={top.inline ? 'name-line' : 'name-line stacked'}>
      <Fitted text={top.name} as="bdi" />
      {top.tags.map((line) => (
        <span className="tag-line" key={line.tags[0]?.key} style={top.inline ? undefined : { height: line.heightPx }}>
          {line.tags.map(({ kind, key, lines }) => (
            <Fragment key={key}>
              {' '}
              <span
                className={kind === 'part' ? 'detail part' : kind}
                data-promotion-id={kind === 'ticket' ? key : undefined}
              >
                <Lines lines={lines} />
              </span>
            </Fragment>
          ))}
        </span>
      ))}
    </span>
  )
}

/** A line of details in their columns (`columns` is the class of its grid), or one after the other. */
export function DetailLineView({
  line,
  columns,
  firstColumn
}: {
  readonly line: DetailLine
  readonly columns: string
  readonly firstColumn: number
}): ReactElement {
  return (
    <div className={line.flows ? 'flow' : columns} style={{ height: line.heightPx }}>
      {line.details.map((detail) => (
        <DetailCell
          detail={detail}
          firstColumn={line.flows ? null : firstColumn}
          key={`${detail.kind} ${detail.label} ${detail.lines.join(' ')}`}
        />
      ))}
    </div>
  )
}

/** `firstColumn` is the grid line of the first rung in the row at hand; null where details follow each other. */
export function DetailCell({
  detail,
  firstColumn
}: {
  readonly detail: Detail
  readonly firstColumn: number | null
}): ReactElement {
  const column: CSSProperties | undefined =
    firstColumn === null ? undefined : { gridColumn: `${firstColumn + detail.column} / span ${detail.span}` }
  if (detail.label === null) {
    return (
      <p className={`detail ${detail.kind}`} style={column}>
        <Lines lines={detail.lines} />
      </p>
    )
  }
  return (
    <p className={`detail labelled ${detail.kind}`} style={column}>
      <span>{detail.label}&nbsp;</span>
      <b>
        <Lines lines={detail.lines} />
      </b>
    </p>
  )
}
