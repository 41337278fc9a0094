/** How often each thing was met. */
export interface Counts<Key extends string> {
  readonly add: (key: Key) => void
  readonly of: (key: Key) => number
  readonly sum: () => number
  /** The most frequent first: "cut 12, hole 9". */
  readonly list: () => string
}

export function countsOf<Key extends string>(): Counts<Key> {
  const counts = new Map<Key, number>()
  return {
    add: (key) => void counts.set(key, (counts.get(key) ?? 0) + 1),
    of: (key) => counts.get(key) ?? 0,
    sum: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    list: () =>
      [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(([key, count]) => `${key} ${count}`)
        .join(', ')
  }
}
