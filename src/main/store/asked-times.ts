/**
 * The latest time at which something stored was confirmed or written, for what changed nothing when it landed: writing
 * that time down would rewrite rows for no change. Kept in memory only, which is enough: a reply that is still
 * under way when its process dies never lands.
 */
export class AskedTimes<Key> {
  readonly #committed = new Map<Key, number>()
  #pending: [Key, number][] = []

  /** The later of the stored time and what was confirmed since. */
  latest(key: Key, storedMs: number): number {
    const confirmed = this.#committed.get(key)
    return confirmed !== undefined && confirmed > storedMs ? confirmed : storedMs
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
