import type { StrainType, ViewItem } from '../../shared/board-view.ts'

const STRAINS: readonly StrainType[] = ['indica', 'sativa', 'hybrid', 'cbd']

/** The marks that products bear, in the key's order. */
export function strainsOf(items: readonly ViewItem[]): readonly StrainType[] {
  const borne = new Set(items.map(({ strain }) => strain))
  return STRAINS.filter((strain) => borne.has(strain))
}
