import type Database from 'better-sqlite3'

/** From a node to the list of itself and every node above it, up to the company. A node the tree lacks stands alone. */
export type AncestryOf = (entityId: number) => readonly number[]

/** Reads the company tree as it is stored now. */
export const prepareAncestry = (db: Database.Database): (() => AncestryOf) => {
  const select = db
    .prepare<[], readonly [entityId: number, parentId: number | null]>('SELECT entity_id, parent_id FROM tree_node')
    .raw()
  return () => {
    const parentOf = new Map(select.all())
    return (entityId) => {
      const path = [entityId]
      let parentId = parentOf.get(entityId) ?? null
      // A tree that bites its own tail must not hang a board.
      while (parentId !== null && !path.includes(parentId)) {
        path.push(parentId)
        parentId = parentOf.get(parentId) ?? null
      }
      return path
    }
  }
}
