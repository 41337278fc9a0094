import type Database from 'better-sqlite3'
import { pieceBegins } from '../engine/heartbeat.ts'

/** Transactions of the writer: all of the work or none of it, in the memory beside the database too. */
export interface LandingTransactions {
  /** One transaction of its own, or part of the one that `together` runs. */
  readonly inTransaction: <T>(work: () => T) => T
  readonly together: <T>(work: () => T) => T
}

export const prepareLandingTransactions = (
  db: Database.Database,
  memory: { readonly onDone: () => void; readonly onUndone: () => void }
): LandingTransactions => {
  let isTogether = false
  const runImmediate = db.transaction((work: () => void) => {
    work()
  })

  const inTransaction = <T>(work: () => T): T => {
    if (isTogether) return work()
    let result: { readonly value: T } | null = null
    let written = (): void => {}
    try {
      runImmediate.immediate(() => {
        result = { value: work() }
        // What follows is the commit, which a slow disk can make long.
        written = pieceBegins('writing to the disk')
      })
    } catch (error) {
      memory.onUndone()
      throw error
    } finally {
      written()
    }
    memory.onDone()
    return (result as unknown as { readonly value: T }).value
  }

  return {
    inTransaction,
    together: (work) => {
      if (isTogether) throw new Error('What lands together is of one run')
      return inTransaction(() => {
        isTogether = true
        try {
          return work()
        } finally {
          isTogether = false
        }
      })
    }
  }
}
