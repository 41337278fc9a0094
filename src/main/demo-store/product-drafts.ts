import type { ClassificationKey } from './classification.ts'
import { TAX } from './company.ts'
import { eachPlan, weighedPlan } from './ladder-plan.ts'
import { ALDER, BIRCH, CEDAR, type PricePlan } from './price-plan.ts'
import { BRANDS, flavoursOf, namesOf } from './product-names.ts'
import type { Random } from './random.ts'
import type { Strength } from './specifications.ts'

/** A product before it has an id, stock and a place in the price book. */
export interface ProductDraft {
  readonly name: string
  /** The name that variations of one product share. */
  readonly masterName: string
  readonly classification: ClassificationKey
  readonly measurementType: 'Mass' | 'SingleUnit'
  readonly brand: string
  readonly strainType: string | null
  readonly strength: Strength | null
  /** Grams in a package, null for goods sold by weight. */
  readonly netWeight: string | null
  readonly marijuanaType: string | null
  readonly taxRateIds: readonly string[]
  readonly isNonStock: boolean
  readonly isGiftCard: boolean
  readonly plan: PricePlan
}

const GOODS_TAXES: readonly string[] = [TAX.gst, TAX.pst, TAX.hst, TAX.salesTax]
const CANNABIS_TAXES: readonly string[] = [...GOODS_TAXES, TAX.excise]

const FAMILIES: readonly { readonly classification: ClassificationKey; readonly count: number }[] = [
  { classification: 'indica', count: 32 },
  { classification: 'sativa', count: 32 },
  { classification: 'hybrid', count: 36 },
  { classification: 'cbd', count: 14 },
  { classification: 'singles', count: 30 },
  { classification: 'packs', count: 28 },
  { classification: 'infused', count: 14 },
  { classification: 'cartridges', count: 32 },
  { classification: 'disposables', count: 18 },
  { classification: 'gummies', count: 36 },
  { classification: 'chocolate', count: 18 },
  { classification: 'baked', count: 8 },
  { classification: 'liveResin', count: 14 },
  { classification: 'rosin', count: 12 },
  { classification: 'hash', count: 10 },
  { classification: 'oils', count: 16 },
  { classification: 'capsules', count: 12 },
  { classification: 'beverages', count: 26 },
  { classification: 'topicals', count: 14 },
  { classification: 'papers', count: 12 },
  { classification: 'grinders', count: 8 },
  { classification: 'lighters', count: 6 },
  { classification: 'trays', count: 6 },
  { classification: 'caps', count: 6 },
  { classification: 'storage', count: 4 },
  { classification: 'cards', count: 2 },
  { classification: 'extras', count: 3 }
]

/** The whole assortment, in the order of the classifications. */
export function productDraftsOf(random: Random): readonly ProductDraft[] {
  const nameOf = namesOf(random)
  return FAMILIES.flatMap(({ classification, count }) => {
    const flavourOf = flavoursOf(random)
    let masterName = ''
    return Array.from({ length: count }, (_, index): ProductDraft => {
      if (classification !== 'packs' || index % 2 === 0) masterName = nameOf()
      return draftOf(classification, index, masterName, flavourOf, random)
    })
  })
}

function draftOf(
  classification: ClassificationKey,
  index: number,
  masterName: string,
  flavourOf: () => string,
  random: Random
): ProductDraft {
  const brand = random.pick(BRANDS)
  const draft: ProductDraft = {
    name: masterName,
    masterName,
    classification,
    measurementType: 'SingleUnit',
    brand,
    strainType: random.pick(['Indica', 'Sativa', 'Hybrid']),
    strength: null,
    netWeight: null,
    marijuanaType: null,
    taxRateIds: CANNABIS_TAXES,
    isNonStock: false,
    isGiftCard: false,
    plan: { prices: [] }
  }
  const goods = { ...draft, strainType: null, taxRateIds: GOODS_TAXES }
  switch (classification) {
    case 'indica':
    case 'sativa':
    case 'hybrid':
    case 'cbd':
      return flowerOf(draft, classification, index, random)
    case 'singles':
      return {
        ...draft,
        strength: smoked(18, 28, random),
        netWeight: index % 3 === 0 ? '0.5' : '1',
        marijuanaType: 'Pre-roll',
        plan: index < 8 ? BIRCH : eachPlan(600, 1400, index, random)
      }
    case 'packs': {
      const rolls = index % 2 === 0 ? 3 : 7
      return {
        ...draft,
        name: `${masterName} ${rolls} × 0.5 g`,
        strength: smoked(18, 28, random),
        netWeight: rolls === 3 ? '1.5' : '3.5',
        marijuanaType: 'Pre-roll',
        plan: eachPlan(rolls * 450, rolls * 700, index, random)
      }
    }
    case 'infused':
      return {
        ...draft,
        name: `${masterName} infused`,
        strength: smoked(34, 46, random),
        netWeight: '1',
        marijuanaType: 'Infused pre-roll',
        plan: eachPlan(1200, 2200, index, random)
      }
    case 'cartridges':
    case 'disposables':
      return {
        ...draft,
        strength: smoked(72, 88, random),
        netWeight: classification === 'cartridges' ? random.pick(['0.5', '1']) : '0.3',
        marijuanaType: 'Vape',
        plan: eachPlan(2400, 5600, index, random)
      }
    case 'gummies':
    case 'chocolate':
    case 'baked':
      return {
        ...draft,
        name: `${flavourOf()} ${{ gummies: 'gummies', chocolate: 'chocolate', baked: 'shortbread' }[classification]}`,
        masterName: `${brand} ${classification}`,
        strength: portioned(10, index),
        netWeight: '32',
        marijuanaType: 'Edible',
        plan: eachPlan(500, 1900, index, random)
      }
    case 'liveResin':
    case 'rosin':
    case 'hash':
      return {
        ...draft,
        measurementType: classification === 'hash' ? 'Mass' : 'SingleUnit',
        strength: smoked(55, 84, random),
        netWeight: classification === 'hash' ? null : '1',
        marijuanaType: 'Concentrate',
        taxRateIds: [...CANNABIS_TAXES, TAX.levy],
        plan: classification === 'hash' ? weighedPlan(1800, 2600, index, random) : eachPlan(3200, 7000, index, random)
      }
    case 'oils':
    case 'capsules':
      return {
        ...draft,
        name: classification === 'oils' ? `${masterName} oil, 30 ml` : `${masterName} capsules, 15 × 10 mg`,
        strainType: index % 3 === 0 ? 'CBD' : draft.strainType,
        strength: portioned(classification === 'oils' ? 600 : 150, index),
        marijuanaType: 'Ingestible',
        plan: eachPlan(2200, 6400, index, random)
      }
    case 'beverages':
      return {
        ...draft,
        name: `${flavourOf()} seltzer, 355 ml`,
        masterName: `${brand} seltzer`,
        strainType: null,
        strength: portioned(10, index),
        marijuanaType: 'Beverage',
        taxRateIds: [...CANNABIS_TAXES, TAX.deposit],
        plan: eachPlan(450, 900, index, random)
      }
    case 'topicals':
      return {
        ...draft,
        name: `${masterName} balm`,
        strainType: 'CBD',
        strength: portioned(200, 0),
        marijuanaType: 'Topical',
        taxRateIds: GOODS_TAXES,
        plan: eachPlan(1800, 4800, index, random)
      }
    case 'papers':
    case 'grinders':
    case 'lighters':
    case 'trays':
    case 'caps':
    case 'storage':
      return { ...goods, ...accessoryOf(classification, masterName, index, random) }
    case 'cards':
      return {
        ...goods,
        brand: 'Tern & Timber',
        name: `Gift card ${index === 0 ? '25' : '50'}`,
        masterName: 'Gift card',
        taxRateIds: [],
        isGiftCard: true,
        plan: { prices: [{ cents: index === 0 ? 2500 : 5000 }] }
      }
    case 'extras':
      return {
        ...goods,
        brand: 'Tern & Timber',
        name: ['Paper bag', 'Gift wrapping', 'Sac réutilisable'][index] ?? masterName,
        isNonStock: true,
        plan: { prices: [{ cents: [25, 300, 450][index] ?? 100 }] }
      }
  }
}

function flowerOf(
  draft: ProductDraft,
  classification: 'indica' | 'sativa' | 'hybrid' | 'cbd',
  index: number,
  random: Random
): ProductDraft {
  const strainType = { indica: 'Indica', sativa: 'Sativa', hybrid: 'Hybrid', cbd: 'CBD' }[classification]
  const strength: Strength =
    classification === 'cbd' ? { unit: '%', thc: ['0.5', '3'], cbd: ['9', '13.5'] } : smoked(17, 30, random)
  const onShelf = classification === 'cbd' ? 1 : 3
  const flower: ProductDraft = {
    ...draft,
    measurementType: 'Mass',
    strainType,
    strength,
    marijuanaType: 'Bud/Flower'
  }
  if (index < onShelf) return { ...flower, plan: CEDAR }
  if (index < 2 * onShelf) return { ...flower, plan: ALDER }
  if (index % 2 === 0) return { ...flower, plan: weighedPlan(700, 1400, index, random) }
  return {
    ...flower,
    name: `${draft.name} 3.5 g`,
    measurementType: 'SingleUnit',
    netWeight: '3.5',
    plan: eachPlan(2800, 5200, index, random)
  }
}

function accessoryOf(
  classification: 'papers' | 'grinders' | 'lighters' | 'trays' | 'caps' | 'storage',
  masterName: string,
  index: number,
  random: Random
): Pick<ProductDraft, 'name' | 'brand' | 'plan'> {
  const brand = BRANDS[index % BRANDS.length] ?? ''
  switch (classification) {
    case 'papers':
      return {
        brand,
        name: `${brand} papers, ${['1 ¼', 'king size', 'slim', 'cones'][(index + Math.floor(index / 8)) % 4]}`,
        plan: eachPlan(200, 450, index, random)
      }
    case 'grinders':
      return {
        brand,
        name: `${masterName} grinder, ${index % 2 === 0 ? '63' : '50'} mm`,
        plan: eachPlan(1500, 6000, index, random)
      }
    case 'lighters':
      return { brand, name: `${brand} lighter no. ${index + 1}`, plan: eachPlan(200, 900, index, random) }
    case 'trays':
      return { brand, name: `${masterName} tray`, plan: eachPlan(1200, 2600, index, random) }
    case 'caps':
      return { brand, name: `${masterName} cap`, plan: eachPlan(2400, 3600, index, random) }
    case 'storage':
      return { brand, name: `${masterName} jar, ${250 * (index + 1)} ml`, plan: eachPlan(1400, 3200, index, random) }
  }
}

function smoked(low: number, high: number, random: Random): Strength {
  const min = random.between(low, high - 4)
  const max = min + random.between(2, 4)
  return { unit: '%', thc: [String(min), upperOf(max, random)], cbd: ['0', '1'] }
}

/** Now and then half a per cent more. */
function upperOf(max: number, random: Random): string {
  return random.chance(0.2) ? `${max}.5` : String(max)
}

function portioned(milligrams: number, index: number): Strength {
  const none: readonly [string, string] = ['0', '0']
  const full: readonly [string, string] = [String(milligrams), String(milligrams)]
  if (index % 3 === 0) return { unit: 'mg', thc: none, cbd: full }
  return { unit: 'mg', thc: full, cbd: index % 3 === 1 ? none : [String(milligrams / 2), String(milligrams)] }
}
