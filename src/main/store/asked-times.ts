/**
 * When each stored thing was last landed or confirmed, by the server's clock, so that a reply that was asked for earlier
 * changes nothing any more. In memory only, and that is right twice over: to write down the time of a reply that changed
 * nothing would rewrite rows for no change; and a reply that is under way when its process dies never lands, so a time of
 * an earlier process could only be wrong - a clock that once ran ahead would freeze prices until it is caught up with.
 */
export class AskedTimes<Key> {
  readonly #committed = new Map<Key, number>()
  #pending: [Key, number][] = []

  /** -Infinity for what this process has not landed yet. */
  latest(key: Key): number {
    return this.#committed.get(key) ?? -Infinity
  }

  /** Notes a time; counts once the transaction is committed. */
  confirm(key: Key, askedAtMs: number): void {
    this.#pending.push([key, askedAtMs])
  }

  commit(): void {
    for (const [key, askedAtMs] of this.#pending) {
      const before = this.#committed.get(key)
      if (before === undefined || before < askedAtMs) this.#committed.set(key, askedAtMs)
    }
    this.#pending = []
  }

  rollback(): void {
    this.#pending = []
  }
}
