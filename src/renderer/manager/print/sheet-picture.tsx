import { memo, type ReactElement } from 'react'
import type { PrintInk, PrintPage, PrintPiece } from '../../../shared/manager/print.ts'
import { codePathOf, QUIET_MODULES } from './code-path.ts'

const INKS: Readonly<Record<PrintInk, string>> = { ink: '#000', soft: '#3c3c3c', faint: '#9a9a9a', paper: '#fff' }
const FILLS = { reduced: '#ffd21f', ink: '#000', band: '#ececec' } as const

/** A page as it will be printed, from the places that the PDF is made of. */
export const SheetPicture = memo(function SheetPicture({
  page,
  language,
  label,
  isOld
}: {
  readonly page: PrintPage
  readonly language: string
  readonly label: string
  /** Another is on its way. */
  readonly isOld: boolean
}): ReactElement {
  return (
    <svg
      className="print-sheet"
      viewBox={`0 0 ${page.width} ${page.height}`}
      role="img"
      aria-label={label}
      aria-busy={isOld}
      lang={language}
    >
      {page.blocks.map((block, index) => (
        // A page is drawn anew as a whole: its places are what tells its parts apart.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index}>
          {block.pieces.map((piece, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Piece key={at} piece={piece} />
          ))}
        </g>
      ))}
    </svg>
  )
})

function Piece({ piece }: { readonly piece: PrintPiece }): ReactElement {
  switch (piece.kind) {
    case 'text':
      return (
        <text
          x={piece.x}
          y={piece.y}
          fontSize={piece.size}
          textLength={Math.max(piece.width, 0.1)}
          lengthAdjust="spacingAndGlyphs"
          fill={INKS[piece.ink]}
          className={piece.face}
          textDecoration={piece.struck ? 'line-through' : undefined}
        >
          {piece.text}
        </text>
      )
    case 'box':
      return <rect x={piece.x} y={piece.y} width={piece.width} height={piece.height} fill={FILLS[piece.fill]} />
    case 'line':
      return (
        <line
          x1={piece.x}
          y1={piece.y}
          x2={piece.toX}
          y2={piece.toY}
          stroke={INKS[piece.ink]}
          strokeWidth={piece.weight}
        />
      )
    case 'qr': {
      const scale = piece.size / (piece.code.rows.length + 2 * QUIET_MODULES)
      return (
        <g transform={`translate(${piece.x} ${piece.y}) scale(${scale})`}>
          <path d={codePathOf(piece.code)} />
        </g>
      )
    }
  }
}
