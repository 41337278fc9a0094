const SHAPE = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** Whether `version` comes after `other` (Semantic Versioning 2.0, precedence). What is no version comes before all. */
export function isNewer(version: string, other: string): boolean {
  return compareVersions(version, other) > 0
}

/** Below, at or above zero, as a sort wants it. */
export function compareVersions(left: string, right: string): number {
  const a = SHAPE.exec(left)
  const b = SHAPE.exec(right)
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  for (const part of [1, 2, 3]) {
    const order = compareNumbers(a[part]!, b[part]!)
    if (order !== 0) return order
  }
  return comparePrereleases(a[4], b[4])
}

/** A version before its release comes before it. */
function comparePrereleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const left = a.split('.')
  const right = b.split('.')
  for (const [at, one] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    const order = compareIdentifiers(one, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** Numbers by value and before words; words as ASCII has them. */
function compareIdentifiers(a: string, b: string): number {
  const aIsNumber = /^\d+$/.test(a)
  const bIsNumber = /^\d+$/.test(b)
  if (aIsNumber && bIsNumber) return compareNumbers(a, b)
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  return a < b ? -1 : Number(a > b)
}

/** Digits of any length. */
function compareNumbers(a: string, b: string): number {
  const order = BigInt(a) - BigInt(b)
  return order < 0n ? -1 : Number(order > 0n)
}
