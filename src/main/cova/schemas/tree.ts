import { z } from 'zod'
import type { RejectedRecord, TreeNodeRecord, TreeReply } from '../records.ts'
import { integer, integerOf, isObject, name } from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'

const DEPTH_LIMIT = 100
const NODE_LIMIT = 100_000

const nodeSchema = z.object({
  Id: integer,
  Name: name,
  Role: z.enum(['Company', 'Division', 'Group', 'Location']),
  Nodes: z.array(z.unknown()).nullish()
})

interface Visit {
  readonly value: unknown
  readonly parentId: number | null
  readonly depth: number
}

/**
 * The company tree as a list of nodes, parents first. A rejected node's children stay: under its id where that can be
 * read (the store may know the node), else under the node above. An id counts once, so there is no cycle. Never throws.
 */
export function parseTree(json: unknown): ParseOutcome<TreeReply> {
  if (!isObject(json)) return wrongShape('the reply', 'the company node', json)
  const nodes: TreeNodeRecord[] = []
  const rejected: RejectedRecord[] = []
  const seen = new Set<number>()
  // A list of its own instead of recursion: a reply may nest deeper than the stack.
  const queue: Visit[] = [{ value: json, parentId: null, depth: 1 }]
  for (let at = 0; at < queue.length; at += 1) {
    const { value, parentId, depth } = queue[at]!
    const entityId = integerOf(fieldOf(value, 'Id'))
    const reject = (reason: string) => {
      rejected.push(rejectedRecord('tree', 'tree-node', entityId, reason, withoutChildren(value)))
    }
    if (depth > DEPTH_LIMIT || at >= NODE_LIMIT) {
      reject(depth > DEPTH_LIMIT ? `nested deeper than ${DEPTH_LIMIT}` : `more than ${NODE_LIMIT} nodes`)
      if (at >= NODE_LIMIT) break
      continue
    }
    const checked = nodeSchema.safeParse(value)
    if (!checked.success) reject(reasonOf(checked.error))
    else if (seen.has(checked.data.Id)) reject(`Id: ${checked.data.Id} appears twice`)
    else {
      const { Id, Name, Role } = checked.data
      nodes.push({ entityId: Id, name: Name, role: Role, parentId })
    }
    if (entityId !== null) seen.add(entityId)
    const children = fieldOf(value, 'Nodes')
    if (!Array.isArray(children)) continue
    for (const child of children) queue.push({ value: child, parentId: entityId ?? parentId, depth: depth + 1 })
  }
  return { ok: true, value: { nodes, rejected } }
}

function withoutChildren(value: unknown): unknown {
  return isObject(value) ? { ...value, Nodes: Array.isArray(value['Nodes']) ? [] : value['Nodes'] } : value
}
