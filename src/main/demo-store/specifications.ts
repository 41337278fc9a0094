import type { WireSpecification } from './wire.types.ts'

/** The demo company's specification fields. */
export const FIELD = {
  thcMin: 101,
  thcMax: 102,
  cbdMin: 103,
  cbdMax: 104,
  strainType: 110,
  plantType: 111,
  brand: 120,
  netWeight: 121,
  terpenes: 122,
  marijuanaType: 130,
  giftCard: 140
} as const

export interface Strength {
  /** Per cent of the weight, or milligrams in the whole package. */
  readonly unit: '%' | 'mg'
  readonly thc: readonly [string, string]
  readonly cbd: readonly [string, string]
}

export interface Specified {
  readonly brand: string
  readonly strainType: string | null
  readonly strength: Strength | null
  readonly netWeight: string | null
  readonly terpenes: string | null
  /** "Retail Marijuana Product Type", by which the guide tells what contains cannabis. */
  readonly marijuanaType: string | null
  readonly isGiftCard: boolean
}

export function specificationsOf(specified: Specified): readonly WireSpecification[] {
  const { strength } = specified
  const plantType = specified.strainType === null || specified.strainType === 'CBD' ? null : specified.strainType
  return [
    field('General', FIELD.brand, 'Brand', 'brand', specified.brand),
    ...(strength === null
      ? []
      : [
          field('Strength', FIELD.thcMin, 'THC Min', 'thc-min', strength.thc[0], 'Number', strength.unit),
          field('Strength', FIELD.thcMax, 'THC Max', 'thc-max', strength.thc[1], 'Number', strength.unit),
          field('Strength', FIELD.cbdMin, 'CBD Min', 'cbd-min', strength.cbd[0], 'Number', strength.unit),
          field('Strength', FIELD.cbdMax, 'CBD Max', 'cbd-max', strength.cbd[1], 'Number', strength.unit)
        ]),
    ...optional('Plant', FIELD.strainType, 'Strain Type', 'strain-type', specified.strainType),
    ...optional('Plant', FIELD.plantType, 'Plant Type', 'plant-type', plantType),
    ...optional('Plant', FIELD.terpenes, 'Terpenes', 'terpenes', specified.terpenes),
    ...optional('General', FIELD.netWeight, 'Net Weight', 'net-weight', specified.netWeight, 'g'),
    ...optional(
      'Compliance',
      FIELD.marijuanaType,
      'Retail Marijuana Product Type',
      'retail-marijuana-product-type',
      specified.marijuanaType
    ),
    ...(specified.isGiftCard
      ? [field('General', FIELD.giftCard, 'Integrated Gift Card', 'integrated-gift-card', 'Yes', 'Boolean')]
      : [])
  ]
}

function optional(
  group: string,
  id: number,
  name: string,
  stringId: string,
  value: string | null,
  unit: string | null = null
): readonly WireSpecification[] {
  return value === null ? [] : [field(group, id, name, stringId, value, 'Text', unit)]
}

function field(
  FieldGroup: string,
  FieldId: number,
  DisplayName: string,
  StringId: string,
  Value: string,
  Type = 'Text',
  Unit: string | null = null
): WireSpecification {
  return { FieldGroup, FieldId, FieldName: DisplayName, StringId, DisplayName, Value, Type, Unit }
}
