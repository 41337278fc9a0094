import type { StrainType } from '../../shared/board-view.ts'
import type { ProductDetails } from './board-facts.ts'

/** A specification of the catalogue, as far as a shopper's line needs it. */
export interface Specification {
  readonly fieldName: string | null
  readonly displayName: string | null
  readonly value: string | null
  readonly unit: string | null
}

interface Field {
  readonly name: string
  readonly value: string
  readonly unit: string | null
}

/**
 * Brand, strain type, THC and CBD as a shopper reads them, from what the catalogue's specifications say; null where they
 * do not. THC and CBD come as text: "22–26%" with an en dash, "<1%", "10 mg". Retailers name these fields freely, so names
 * are compared without case; of several that fit, the first of the most exact name counts.
 */
export function productDetailsOf(product: {
  readonly specifications: readonly Specification[]
  readonly classification: readonly string[]
}): ProductDetails {
  const fields = product.specifications.flatMap(fieldOf)
  return {
    brand: firstNamed(fields, BRAND_NAMES)?.value ?? null,
    strain: strainOf(fields, product.classification),
    thc: contentOf(fields, 'thc'),
    cbd: contentOf(fields, 'cbd')
  }
}

const BRAND_NAMES = ['brand', 'brand name']
const STRAIN_TYPE_NAMES = ['strain type', 'plant type', 'strain']

const tidy = (text: string | null): string => (text ?? '').trim().replaceAll(/\s+/g, ' ')

function fieldOf(specification: Specification): readonly Field[] {
  const value = tidy(specification.value)
  const shownName = tidy(specification.displayName)
  const name = (shownName === '' ? tidy(specification.fieldName) : shownName).toLowerCase()
  if (value === '' || name === '') return []
  const unit = tidy(specification.unit)
  return [{ name, value, unit: unit === '' ? null : unit }]
}

function firstNamed(fields: readonly Field[], names: readonly string[]): Field | null {
  for (const name of names) {
    const found = fields.find((field) => field.name === name)
    if (found !== undefined) return found
  }
  return null
}

function strainOf(fields: readonly Field[], classification: readonly string[]): StrainType | null {
  for (const name of STRAIN_TYPE_NAMES) {
    for (const field of fields) {
      if (field.name !== name) continue
      // A field that is only called "Strain" often holds a strain's own name ("Sativa Sunrise"): there the word stands alone.
      const strain = name === 'strain' ? wholeStrain(field.value) : strainIn(field.value)
      if (strain !== null) return strain
    }
  }
  return wholeStrain(classification.at(-1) ?? '')
}

function wholeStrain(text: string): StrainType | null {
  const word = text.trim().toLowerCase()
  return word === 'indica' || word === 'sativa' || word === 'hybrid' || word === 'cbd' ? word : null
}

/** "Indica", "Sativa-dominant hybrid", "High CBD". A blend of both is a hybrid. */
function strainIn(text: string): StrainType | null {
  const words = text.toLowerCase().split(/[^a-z]+/)
  const indica = words.includes('indica')
  const sativa = words.includes('sativa')
  if (words.includes('hybrid') || (indica && sativa)) return 'hybrid'
  if (indica) return 'indica'
  if (sativa) return 'sativa'
  return words.includes('cbd') ? 'cbd' : null
}

type Substance = 'thc' | 'cbd'
type Part = 'min' | 'max' | 'single'

/** Words that say nothing about which amount of the substance is meant. */
const PLAIN_WORDS: ReadonlySet<string> = new Set([
  'content',
  'total',
  'level',
  'potency',
  'percent',
  'percentage',
  'range',
  'value',
  'amount',
  'mg',
  'g'
])

/** Which part of a substance's content a field's name means; null for another thing ("THC:CBD ratio", "THC per unit"). */
function partOf(name: string, substance: Substance): Part | null {
  const words = name.split(/[^a-z]+/).filter((word) => word !== '')
  if (!words.includes(substance)) return null
  let part: Part = 'single'
  for (const word of words) {
    if (word === substance || PLAIN_WORDS.has(word)) continue
    if (/^(min|minimum|low|lowest|from)$/.test(word)) part = 'min'
    else if (/^(max|maximum|high|highest|to)$/.test(word)) part = 'max'
    else return null
  }
  return part
}

interface Amount {
  /** "22", "<1", "22–26" */
  readonly digits: string
  /** "%", " mg", " mg/g", or nothing where none is named. */
  readonly unit: string
}

const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const AMOUNT = new RegExp(String.raw`^([<>≤≥~]?)\s*(${NUMBER})(?:\s*%?\s*(?:-|–|—|to)\s*(${NUMBER}))?\s*(.*)$`, 'i')

const plainNumber = (text: string): string => {
  const point = text.replace(',', '.')
  const [whole = '0', fraction = ''] = point.split('.')
  const cut = fraction.replace(/0+$/, '')
  const digits = whole.replace(/^0+(?=\d)/, '')
  return cut === '' ? digits : `${digits}.${cut}`
}

function unitText(text: string): string | null {
  const unit = text.trim().toLowerCase()
  if (unit === '') return ''
  if (/^(%|percent|percentage|pct)$/.test(unit)) return '%'
  if (/^(mg|milligrams?)$/.test(unit)) return ' mg'
  if (/^(mg\/g|mg per g|milligrams per gram)$/.test(unit)) return ' mg/g'
  if (/^(mg\/ml|milligrams per millilit(er|re))$/.test(unit)) return ' mg/mL'
  if (/^(g|grams?)$/.test(unit)) return ' g'
  return null
}

function unitOfName(name: string): string {
  if (name.includes('%') || /\b(percent|percentage)\b/.test(name)) return '%'
  return /\bmg\b/.test(name) ? ' mg' : ''
}

/** A value that reads as an amount or a range; null for other words. */
function amountOf(field: Field): Amount | null {
  const parts = AMOUNT.exec(field.value)
  if (parts === null) return null
  const [, sign = '', low = '', high, rest = ''] = parts
  const written = unitText(rest)
  if (written === null) return null
  const unit = written || unitText(field.unit ?? '') || unitOfName(field.name)
  const from = plainNumber(low)
  const to = high === undefined ? from : plainNumber(high)
  return { digits: from === to ? sign + from : `${from}–${to}`, unit }
}

function contentOf(fields: readonly Field[], substance: Substance): string | null {
  const found: { min: Amount | null; max: Amount | null; single: Amount | null } = {
    min: null,
    max: null,
    single: null
  }
  for (const field of fields) {
    const part = partOf(field.name, substance)
    if (part !== null) found[part] ??= amountOf(field)
  }
  const { min, max, single } = found
  if (min !== null && max !== null) return rangeText(min, max)
  const one = single ?? max ?? min
  return one === null ? null : one.digits + one.unit
}

function rangeText(min: Amount, max: Amount): string {
  const unit = max.unit || min.unit
  const isPlain = [min, max].every((one) => /^[\d.]+$/.test(one.digits))
  if (!isPlain || min.digits === max.digits) return max.digits + unit
  const [low, high] = Number(min.digits) <= Number(max.digits) ? [min, max] : [max, min]
  return `${low.digits}–${high.digits}${unit}`
}
