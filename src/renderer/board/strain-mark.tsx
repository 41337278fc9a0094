import type { ReactElement } from 'react'
import type { StrainType } from '../../shared/board-view.ts'

/** Four silhouettes, four letters: told apart without colour (design, "Strain marks"). */
export function StrainMark({ strain, label }: { readonly strain: StrainType; readonly label: string }): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 100 100" role="img" aria-label={label}>
      {shapeOf(strain)}
      <text x="50" y={strain === 'sativa' ? 91 : 76}>
        {letterOf(strain)}
      </text>
    </svg>
  )
}

function shapeOf(strain: StrainType): ReactElement {
  switch (strain) {
    case 'indica':
      return <circle className="i" cx="50" cy="50" r="48" />
    case 'sativa':
      return (
        <path className="s" d="M50 -2 Q57 -2 61 5 L106 89 Q111 99 100 99 L0 99 Q-11 99 -6 89 L39 5 Q43 -2 50 -2Z" />
      )
    case 'hybrid':
      return (
        <path
          className="h"
          d="M50 -4 Q53 -4 56 -1 L101 44 Q107 50 101 56 L56 101 Q50 107 44 101 L-1 56 Q-7 50 -1 44 L44 -1 Q47 -4 50 -4Z"
        />
      )
    case 'cbd':
      return <rect className="c" x="5" y="5" width="90" height="90" rx="7" />
  }
}

function letterOf(strain: StrainType): string {
  switch (strain) {
    case 'indica':
      return 'I'
    case 'sativa':
      return 'S'
    case 'hybrid':
      return 'H'
    case 'cbd':
      return 'C'
  }
}
