import type { MeasureText } from './text-fit.ts'

/** A value and what it is made from: `make` asks nothing but `parts`, its key and the setting. */
export interface Made<T> {
  readonly key: string
  readonly parts: readonly unknown[]
  readonly make: () => T
}

/**
 * Values that stay the same objects while the parts that they were made from do. What one round does not ask for is
 * forgotten in the next.
 */
export class Kept<T> {
  private before: ReadonlyMap<string, { readonly parts: readonly unknown[]; readonly value: T }> = new Map()
  private now = new Map<string, { readonly parts: readonly unknown[]; readonly value: T }>()

  /** Begins a round. */
  turn(): void {
    this.before = this.now
    this.now = new Map()
  }

  /** The values in the order asked for; those not known yet are made, their texts measured together. */
  allOf(wanted: readonly Made<T>[], measure: MeasureText): T[] {
    const news = wanted.filter(({ key, parts }) => !this.knows(key, parts))
    const values = measuredTogether(
      measure,
      news.map(({ make }) => make)
    )
    for (const [at, value] of values.entries()) {
      const made = news[at]
      if (made !== undefined) this.now.set(made.key, { parts: made.parts, value })
    }
    return wanted.flatMap(({ key }) => {
      const known = this.now.get(key)
      return known === undefined ? [] : [known.value]
    })
  }

  one(made: Made<T>, measure: MeasureText): T {
    const [value] = this.allOf([made], measure)
    return value ?? made.make()
  }

  private knows(key: string, parts: readonly unknown[]): boolean {
    const known = this.now.get(key) ?? this.before.get(key)
    if (known === undefined || known.parts.length !== parts.length) return false
    if (!known.parts.every((part, at) => part === parts[at])) return false
    this.now.set(key, known)
    return true
  }
}

/** Tasks that measure, their texts together where the measurer can do that. */
export function measuredTogether<T>(measure: MeasureText, tasks: readonly (() => T)[]): T[] {
  return measure.together === undefined ? tasks.map((task) => task()) : measure.together(tasks)
}
