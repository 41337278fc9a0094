import type Database from 'better-sqlite3'

/** A classification with every category above it. */
export interface ClassificationPath {
  readonly ids: readonly number[]
  /** False where one on the way is not in the list: what stands above it is not known. */
  readonly isWhole: boolean
}

export type ClassificationPathOf = (classificationId: number) => ClassificationPath

type Row = readonly [classificationId: number, parentIds: string]

const SELECT = 'SELECT classification_id, parent_ids FROM classification'

/** Reads the classifications as they are stored now; each path is made once and shared. */
export const prepareClassificationPaths = (db: Database.Database): (() => ClassificationPathOf) => {
  const select = db.prepare<[], Row>(SELECT).raw()
  return () => {
    const parentsOf = parentsIn(select.all())
    const known = new Map<number, ClassificationPath>()
    return (classificationId) => {
      let path = known.get(classificationId)
      if (path === undefined) known.set(classificationId, (path = pathOf(classificationId, parentsOf)))
      return path
    }
  }
}

/** Classifications that are one of these or stand below one, as they are stored now. */
export const prepareClassificationsUnder = (db: Database.Database): ((ids: readonly number[]) => readonly number[]) => {
  const select = db.prepare<[], Row>(SELECT).raw()
  return (ids) => {
    const parentsOf = parentsIn(select.all())
    const changed = new Set(ids)
    const below = [...parentsOf.keys()].filter((id) => pathOf(id, parentsOf).ids.some((above) => changed.has(above)))
    return [...new Set([...ids, ...below])]
  }
}

const parentsIn = (rows: readonly Row[]): ReadonlyMap<number, readonly number[]> =>
  new Map(rows.map(([id, parentIds]) => [id, JSON.parse(parentIds) as readonly number[]]))

const pathOf = (from: number, parentsOf: ReadonlyMap<number, readonly number[]>): ClassificationPath => {
  // A set: categories that name each other as parents must not hang a board.
  const ids = new Set([from])
  let isWhole = true
  for (const id of ids) {
    const parents = parentsOf.get(id)
    if (parents === undefined) isWhole = false
    else for (const parent of parents) ids.add(parent)
  }
  return { ids: [...ids], isWhole }
}
