import { nodeOf, type RawNode, type Read, readValue, typeOf, unreadable } from '../raw-node.ts'

/**
 * True, false, or null where the facts do not say. A promotion applies only to what its conditions certainly hold for: what
 * is unknown stays unknown through "none of", instead of turning into a discount that the register does not give.
 */
export type Truth = boolean | null

/** A tree of conditions over one kind of leaves (Promotions guide, ProductCondition, CartCondition, LineCondition). */
export type ConditionTree<Leaf> =
  | { readonly kind: 'all-of' | 'any-of' | 'none-of'; readonly conditions: readonly ConditionTree<Leaf>[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }

/** One kind of leaf: how Cova writes it, the bit that asks for it, how it is read, and when it holds. */
export interface LeafDefinition<Leaf, Subject> {
  /** The guide spells one of them in two ways. */
  readonly spellings: readonly string[]
  /** Its bit of ConditionCapabilities; 0 where every caller has to know it. */
  readonly bit: number
  readonly read: (node: RawNode, where: string) => Read<Leaf>
  readonly holds: (leaf: Leaf, subject: Subject) => Truth
}

/** A definition for every member of a union of leaves: a member without one does not compile. */
export type LeafTable<Leaf extends { readonly type: string }, Subject> = {
  readonly [Type in Leaf['type']]: LeafDefinition<Extract<Leaf, { readonly type: Type }>, Subject>
}

/** Deeper than any hub's editor goes, and far from the end of the stack. */
const DEEPEST = 500

const KIND_OF_BRANCH: ReadonlyMap<string, 'all-of' | 'any-of' | 'none-of'> = new Map([
  ['AllOf', 'all-of'],
  ['AnyOf', 'any-of'],
  ['NoneOf', 'none-of']
])

/** Reads a tree; the first node that is not known or not whole is named by its place. Never throws. */
export function readConditionTree<Leaf extends { readonly type: string }, Subject>(
  value: unknown,
  where: string,
  table: LeafTable<Leaf, Subject>
): Read<ConditionTree<Leaf>> {
  const definitions = definitionsOf(table)
  const bySpelling = new Map(
    definitions.flatMap((definition) => definition.spellings.map((name) => [name, definition]))
  )

  function readNode(raw: unknown, place: string, depth: number): Read<ConditionTree<Leaf>> {
    if (depth > DEEPEST) return unreadable(place, `at most ${DEEPEST} conditions inside each other`)
    const node = nodeOf(raw)
    if (node === null) return unreadable(place, 'a condition')
    const type = typeOf(node)
    if (type === null) return unreadable(`${place}.Type`, 'the type of a condition')
    if (type === 'None') return readValue({ kind: 'none' })
    const kind = KIND_OF_BRANCH.get(type)
    if (kind !== undefined) return readBranch(kind, node, place, depth)
    const definition = bySpelling.get(type)
    if (definition === undefined) return { ok: false, fault: { kind: 'unknown-condition', where: place, type } }
    const leaf = definition.read(node, place)
    return leaf.ok ? readValue({ kind: 'leaf', leaf: leaf.value }) : leaf
  }

  function readBranch(
    kind: 'all-of' | 'any-of' | 'none-of',
    node: RawNode,
    place: string,
    depth: number
  ): Read<ConditionTree<Leaf>> {
    const inner = node['Conditions']
    if (!Array.isArray(inner)) return unreadable(`${place}.Conditions`, 'a list of conditions')
    const conditions: ConditionTree<Leaf>[] = []
    for (const [index, child] of (inner as readonly unknown[]).entries()) {
      const read = readNode(child, `${place}.Conditions[${index}]`, depth + 1)
      if (!read.ok) return read
      conditions.push(read.value)
    }
    return readValue({ kind, conditions })
  }

  return readNode(value, where, 1)
}

/** Whether a tree holds for a subject; null where the facts do not say. */
export function holdsFor<Leaf extends { readonly type: string }, Subject>(
  tree: ConditionTree<Leaf>,
  subject: Subject,
  table: LeafTable<Leaf, Subject>
): Truth {
  switch (tree.kind) {
    case 'none':
      return true
    case 'leaf':
      return definitionOf(table, tree.leaf).holds(tree.leaf, subject)
    case 'all-of':
      return allAre(true, tree.conditions, subject, table)
    case 'any-of':
      return not(allAre(false, tree.conditions, subject, table))
    case 'none-of':
      return allAre(false, tree.conditions, subject, table)
  }
}

/** Every leaf of a tree, from the first to the last. */
export function leavesOf<Leaf>(tree: ConditionTree<Leaf>): readonly Leaf[] {
  switch (tree.kind) {
    case 'none':
      return []
    case 'leaf':
      return [tree.leaf]
    case 'all-of':
    case 'any-of':
    case 'none-of':
      return tree.conditions.flatMap(leavesOf)
  }
}

/** The bits of ConditionCapabilities for every leaf of a table. */
export function capabilityBitsOf<Leaf extends { readonly type: string }, Subject>(
  table: LeafTable<Leaf, Subject>
): number {
  return definitionsOf(table).reduce((bits, { bit }) => bits | bit, 0)
}

function not(truth: Truth): Truth {
  return truth === null ? null : !truth
}

/** Whether all hold, or none of them; false as soon as one is otherwise, else null where one is unknown. */
function allAre<Leaf extends { readonly type: string }, Subject>(
  wanted: boolean,
  conditions: readonly ConditionTree<Leaf>[],
  subject: Subject,
  table: LeafTable<Leaf, Subject>
): Truth {
  let all: Truth = true
  for (const condition of conditions) {
    const truth = holdsFor(condition, subject, table)
    if (truth === null) all = null
    else if (truth !== wanted) return false
  }
  return all
}

function definitionsOf<Leaf extends { readonly type: string }, Subject>(
  table: LeafTable<Leaf, Subject>
): readonly LeafDefinition<Leaf, Subject>[] {
  // Each definition takes its own member of the union: what it is handed is what it has read.
  return Object.values(table) as unknown as readonly LeafDefinition<Leaf, Subject>[]
}

function definitionOf<Leaf extends { readonly type: string }, Subject>(
  table: LeafTable<Leaf, Subject>,
  leaf: Leaf
): LeafDefinition<Leaf, Subject> {
  return table[leaf.type as Leaf['type']] as unknown as LeafDefinition<Leaf, Subject>
}
