import type { DemoEndpoint, DemoFault, DemoFaultPlan, DemoFaults } from './demo-store.types.ts'

export interface FaultDesk {
  readonly faults: DemoFaults
  /** What goes wrong with the reply that is about to be made; uses up a scripted plan. */
  readonly take: (endpoint: DemoEndpoint) => readonly DemoFault[]
}

/** Scripted plans come before standing ones, an endpoint's own before those for all. */
export function faultDeskOf(): FaultDesk {
  const scripted = new Map<DemoEndpoint | 'all', DemoFaultPlan[]>()
  const standing = new Map<DemoEndpoint | 'all', DemoFaultPlan>()
  return {
    faults: {
      next: (endpoint, ...plans) => {
        scripted.set(endpoint, [...(scripted.get(endpoint) ?? []), ...plans])
      },
      always: (endpoint, plan) => {
        if (plan === null) standing.delete(endpoint)
        else standing.set(endpoint, plan)
      },
      clear: () => {
        scripted.clear()
        standing.clear()
      }
    },
    take: (endpoint) => {
      for (const key of [endpoint, 'all'] as const) {
        const queue = scripted.get(key)
        if (queue !== undefined && queue.length > 0) return listOf(queue.shift() ?? null)
      }
      return listOf(standing.get(endpoint) ?? standing.get('all') ?? null)
    }
  }
}

export function faultOf<K extends DemoFault['kind']>(
  faults: readonly DemoFault[],
  kind: K
): Extract<DemoFault, { readonly kind: K }> | undefined {
  return faults.find((fault): fault is Extract<DemoFault, { readonly kind: K }> => fault.kind === kind)
}

/** The body as the faults leave it. Only lists of entries can be emptied, doubled or blown up: other bodies stay. */
export function spoiledBodyOf(body: unknown, faults: readonly DemoFault[]): unknown {
  let spoiled = body
  for (const fault of faults) {
    switch (fault.kind) {
      case 'empty-page':
        spoiled = withEntries(spoiled, () => [])
        break
      case 'duplicate-ids':
        spoiled = withEntries(spoiled, (entries) => [...entries, ...entries])
        break
      case 'huge-page':
        spoiled = withEntries(spoiled, (entries) => {
          const first = entries[0]
          if (first === undefined) return entries
          const times = Math.ceil(fault.bytes / Buffer.byteLength(JSON.stringify(first)))
          return [...entries, ...Array.from({ length: times }, () => first)]
        })
        break
      case 'transform':
        spoiled = fault.transform(JSON.parse(JSON.stringify(spoiled)))
        break
      default:
        break
    }
  }
  return spoiled
}

function withEntries(body: unknown, change: (entries: readonly unknown[]) => readonly unknown[]): unknown {
  if (Array.isArray(body)) return change(body)
  if (typeof body !== 'object' || body === null) return body
  for (const key of ['Products', 'Configurations']) {
    const entries: unknown = Reflect.get(body, key)
    if (Array.isArray(entries)) return { ...body, [key]: change(entries) }
  }
  return body
}

function listOf(plan: DemoFaultPlan): readonly DemoFault[] {
  if (plan === null) return []
  return isList(plan) ? plan : [plan]
}

function isList(plan: DemoFault | readonly DemoFault[]): plan is readonly DemoFault[] {
  return Array.isArray(plan)
}
