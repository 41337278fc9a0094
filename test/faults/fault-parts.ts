import type { FaultPart } from './fault-part.ts'

/** A part's name, the module of this folder that it is in, and what that exports; loaded only when it is asked for. */
interface FaultFile {
  readonly name: string
  readonly file: string
  readonly exported: string
}

const files: readonly FaultFile[] = [
  { name: 'kill', file: 'kill-part', exported: 'killPart' },
  { name: 'power', file: 'power-part', exported: 'powerPart' },
  { name: 'fuzz', file: 'fuzz-part', exported: 'fuzzPart' },
  { name: 'soak', file: 'soak', exported: 'soakPart' },
  { name: 'network', file: 'network', exported: 'networkPart' },
  { name: 'windows', file: 'windows', exported: 'windowsPart' }
]

export const faultPartNames: readonly string[] = files.map(({ name }) => name)

/** The parts of these names, in the table's order; all without a name. */
export async function faultPartsOf(names: readonly string[]): Promise<readonly FaultPart[]> {
  return Promise.all(files.filter(({ name }) => names.length === 0 || names.includes(name)).map(partOf))
}

async function partOf({ file, exported }: FaultFile): Promise<FaultPart> {
  const module = (await import(`./${file}.ts`)) as Readonly<Record<string, unknown>>
  const part = module[exported]
  if (typeof part !== 'object' || part === null) throw new Error(`test/faults/${file}.ts does not export ${exported}`)
  return part as FaultPart
}
