/** A value as SQLite gives it back from our tables. */
export type Cell = string | number | null
export type Row = readonly Cell[]

export const bitOf = (value: boolean | null): 0 | 1 | null => (value === null ? null : value ? 1 : 0)

const compareCells = (a: Cell | undefined, b: Cell | undefined): number => {
  if (a === b) return 0
  if (a === null || a === undefined) return -1
  if (b === null || b === undefined) return 1
  return a < b ? -1 : 1
}

/** Order of rows by content, cell by cell; null first. The cells of one column are of one type. */
export const compareRows = (a: Row, b: Row): number => {
  for (let i = 0; i < a.length; i += 1) {
    const order = compareCells(a[i], b[i])
    if (order !== 0) return order
  }
  return 0
}

export const isSameRow = (a: Row, b: Row): boolean => a.length === b.length && a.every((cell, i) => cell === b[i])

export const areSameRows = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length &&
  a.every((row, i) => {
    const other = b[i]
    return other !== undefined && isSameRow(row, other)
  })

/** "?, ?, ?" for so many values. */
export const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')
