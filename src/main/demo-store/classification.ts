import type { WireClassification } from './wire.types.ts'

export interface Classification {
  readonly classificationId: number
  /** From the top. */
  readonly path: readonly string[]
}

/** Ids of the categories, which promotions may name in place of a classification. */
export const CATEGORY = {
  Flower: 20,
  'Pre-rolls': 30,
  Vapes: 40,
  Edibles: 50,
  Concentrates: 60,
  'Oils & capsules': 70,
  Accessories: 80
} as const

export const CLASSIFICATIONS = {
  indica: { classificationId: 201, path: ['Flower', 'Indica'] },
  sativa: { classificationId: 202, path: ['Flower', 'Sativa'] },
  hybrid: { classificationId: 203, path: ['Flower', 'Hybrid'] },
  cbd: { classificationId: 204, path: ['Flower', 'CBD'] },
  singles: { classificationId: 301, path: ['Pre-rolls', 'Singles'] },
  packs: { classificationId: 302, path: ['Pre-rolls', 'Packs'] },
  infused: { classificationId: 303, path: ['Pre-rolls', 'Infused'] },
  cartridges: { classificationId: 401, path: ['Vapes', 'Cartridges'] },
  disposables: { classificationId: 402, path: ['Vapes', 'Disposables'] },
  gummies: { classificationId: 501, path: ['Edibles', 'Gummies'] },
  chocolate: { classificationId: 502, path: ['Edibles', 'Chocolate'] },
  baked: { classificationId: 503, path: ['Edibles', 'Baked'] },
  liveResin: { classificationId: 601, path: ['Concentrates', 'Live resin'] },
  rosin: { classificationId: 602, path: ['Concentrates', 'Rosin'] },
  hash: { classificationId: 603, path: ['Concentrates', 'Hash'] },
  oils: { classificationId: 701, path: ['Oils & capsules', 'Oils'] },
  capsules: { classificationId: 702, path: ['Oils & capsules', 'Capsules'] },
  beverages: { classificationId: 90, path: ['Beverages'] },
  topicals: { classificationId: 91, path: ['Topicals'] },
  papers: { classificationId: 801, path: ['Accessories', 'Papers'] },
  grinders: { classificationId: 802, path: ['Accessories', 'Grinders'] },
  lighters: { classificationId: 803, path: ['Accessories', 'Lighters'] },
  trays: { classificationId: 804, path: ['Accessories', 'Trays'] },
  caps: { classificationId: 805, path: ['Accessories', 'Caps'] },
  storage: { classificationId: 806, path: ['Accessories', 'Storage'] },
  cards: { classificationId: 807, path: ['Accessories', 'Gift cards'] },
  extras: { classificationId: 808, path: ['Accessories', 'Extras'] }
} as const satisfies Readonly<Record<string, Classification>>

export type ClassificationKey = keyof typeof CLASSIFICATIONS

const BY_ID: ReadonlyMap<number, Classification> = new Map(
  Object.values<Classification>(CLASSIFICATIONS).map((entry) => [entry.classificationId, entry])
)

/** [] for a product without a classification. */
export function pathOf(classificationId: number | null): readonly string[] {
  return (classificationId === null ? undefined : BY_ID.get(classificationId)?.path) ?? []
}

/** Whether a product of `classificationId` belongs to a classification or to a category above it. */
export function isWithin(classificationId: number | null, categoryOrClassificationId: number): boolean {
  if (classificationId === null) return false
  return (
    classificationId === categoryOrClassificationId || categoryOf(classificationId)?.id === categoryOrClassificationId
  )
}

function categoryOf(classificationId: number): { readonly id: number; readonly name: string } | null {
  const [name, leaf] = pathOf(classificationId)
  if (name === undefined || leaf === undefined) return null
  const id = Object.entries(CATEGORY).find(([category]) => category === name)?.[1]
  return id === undefined ? null : { id, name }
}

/** The reply's top-level Classifications, parents written in both shapes a client has to accept. */
export function wireClassificationOf(classificationId: number): WireClassification {
  const category = categoryOf(classificationId)
  return {
    TreeId: 1,
    Id: classificationId,
    Name: pathOf(classificationId).at(-1) ?? '',
    ParentCategories:
      category === null ? [] : [classificationId % 2 === 0 ? category.id : { Id: category.id, Name: category.name }]
  }
}
