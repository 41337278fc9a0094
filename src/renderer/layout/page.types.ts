import type { MoneyText, StrainType } from '../../shared/board-view.ts'
import type { FittedText } from './text-fit.ts'

/** A page as it will be drawn: everything measured and placed, in px. What is drawn has exactly the heights given here. */
export interface BoardPage {
  readonly heading: FittedText
  /** "1 of 2" of the section that leads the page; null where it needs one page. */
  readonly part: { readonly index: number; readonly count: number } | null
  readonly strains: readonly StrainType[]
  readonly leaves: readonly Leaf[]
  readonly headerPx: number
  readonly bodyPx: number
  readonly footer: Footer
  readonly productIds: readonly string[]
  /** Share of the leaves that is taken, 0 to 1: fuller pages stay longer. */
  readonly fullness: number
}

export interface Leaf {
  readonly blocks: readonly PlacedBlock[]
}

export interface PlacedBlock {
  readonly key: string
  readonly topPx: number
  readonly heightPx: number
  readonly block: Block
}

export type Block = ShelfBlock | ClassBlock | PanelBlock | LegendBlock | RewardsBlock

/** One rail and the products it holds for. */
export interface ShelfBlock {
  readonly kind: 'shelf'
  readonly name: FittedText
  /** Px of a line of its own for the name; 0 where it stands in the label column. */
  readonly namePx: number
  /** Jars of a shelf of grams mix. */
  readonly mixes: boolean
  readonly ladder: Ladder
  readonly rows: readonly ShelfRow[]
}

/** A ladder in rails of at most four columns. */
export interface Ladder {
  readonly rails: readonly Rail[]
  /** "any" stands before each quantity, to say that jars mix. */
  readonly any: boolean
  readonly heightPx: number
}

export interface Rail {
  readonly cells: readonly RailCell[]
  /** Columns that no rung takes. */
  readonly restSpan: number
  readonly headPx: number
  readonly railPx: number
  readonly rows: readonly LadderRow[]
  /** Space above: none over the first rail. */
  readonly gapPx: number
  /** What stands where amounts are held. */
  readonly held: readonly string[] | null
  readonly label: readonly string[]
}

export interface RailCell {
  readonly quantity: FittedText
  readonly any: boolean
  /** As the view gives it: the key a cell is found by. */
  readonly quantityText: string
  readonly youPay: MoneyText | null
  readonly reduced: boolean
  readonly span: number
}

export interface LadderRow {
  readonly label: FittedText
  readonly kind: 'group' | 'you-pay' | 'shelf-price' | 'unit-price' | 'until'
  readonly cells: readonly LadderCell[]
  readonly heightPx: number
}

export interface LadderCell {
  readonly was: string | null
  readonly now: readonly string[] | null
  readonly best: string | null
  readonly span: number
  /** `was` above `now`, where the column is too narrow for both. */
  readonly stacked: boolean
}

export interface ShelfRow {
  readonly productId: string
  readonly top: NameLine
  readonly strain: StrainType | null
  readonly soldOut: boolean
  /** The name takes the whole row, its details the line below. */
  readonly fullMeasure: boolean
  readonly details: readonly DetailLine[]
  readonly namePx: number
  readonly heightPx: number
}

export interface NameLine {
  readonly name: FittedText
  readonly tags: readonly TagLine[]
  /** Tags follow the name on its line; else they stand below it. */
  readonly inline: boolean
  readonly heightPx: number
}

/** A ticket of a promotion, a state ("New") in an outline, or the part of a product that stands on several pages. */
export interface Tag {
  readonly kind: 'ticket' | 'state' | 'part'
  readonly key: string
  readonly lines: readonly string[]
}

export interface TagLine {
  readonly tags: readonly Tag[]
  readonly heightPx: number
}

/** "THC 22-26%": a label and a value, or a plain text. Starts at `column` (0 is the first rung) and takes `span` columns. */
export interface Detail {
  readonly kind: 'brand' | 'thc' | 'cbd' | 'sold-out' | 'note'
  readonly label: string | null
  readonly lines: readonly string[]
  readonly column: number
  readonly span: number
}

/** Details in the columns of the rungs, or one after the other where those are too few for them. */
export interface DetailLine {
  readonly flows: boolean
  readonly details: readonly Detail[]
  readonly heightPx: number
}

/** Products with a ladder of their own, under the lowest part of their classification. */
export interface ClassBlock {
  readonly kind: 'class'
  readonly title: FittedText | null
  readonly titleStrain: StrainType | null
  readonly subtitle: FittedText | null
  readonly lines: readonly JarLine[]
  /** Px of the title where it stands above the products; 0 where it has the label column. */
  readonly titlePx: number
  /** The bar above, and the space around it. */
  readonly openPx: number
  readonly barAbovePx: number
}

export interface JarLine {
  readonly jars: readonly Jar[]
  readonly heightPx: number
  /** Space above with the hairline in it: none over the first line. */
  readonly gapPx: number
}

export interface Jar {
  readonly productId: string
  /** "1 of 2" of a product that is taller than a page; each of its prices stands in one of the parts. */
  readonly part: { readonly index: number; readonly count: number } | null
  readonly columns: 2 | 3 | 4
  readonly strain: StrainType | null
  readonly soldOut: boolean
  readonly top: NameLine
  /** Brand and THC on the name's own line. */
  readonly beside: DetailLine | null
  readonly details: readonly DetailLine[]
  readonly cellLines: readonly JarCellLine[]
  /** A square at the leaf's right edge, at the height of the name. */
  readonly picture: { readonly href: string; readonly sidePx: number } | null
  readonly heightPx: number
}

export interface JarCellLine {
  readonly cells: readonly JarCell[]
  readonly heightPx: number
}

export type JarCell =
  | {
      readonly kind: 'rung'
      readonly quantity: string
      readonly quantityPx: number
      readonly youPay: MoneyText
      readonly reduced: boolean
      /** Inset, quantity and label: never more than its columns have. */
      readonly needPx: number
      readonly span: number
    }
  | {
      readonly kind: 'price'
      readonly was: string | null
      readonly now: string | null
      readonly until: readonly string[] | null
      readonly needPx: number
      readonly span: number
    }
  | {
      readonly kind: 'held'
      readonly lines: readonly string[]
      readonly quantity: string | null
      readonly span: number
    }

/** A promotion and the products that it points at. */
export interface PanelBlock {
  readonly kind: 'panel'
  readonly placement: PanelPlacement
  readonly headline: FittedText
  readonly noteLines: readonly string[]
  /** The note on the headline's own line. */
  readonly noteBeside: boolean
  /** Above the panel: none over the first of a leaf. */
  readonly gapPx: number
  /** Of the panel itself. */
  readonly panelPx: number
  readonly columns: PanelColumns
  readonly rows: readonly PanelRow[]
}

/** Where a panel stands: at the left of its products, or as a band above them. */
export type PanelPlacement = 'beside' | 'above'

/** Columns of a panel's products, in px from the right: label, price in force, struck price, quantity. */
export interface PanelColumns {
  readonly linesPx: number
  readonly quantityPx: number
  readonly wasPx: number
  readonly nowPx: number
  readonly labelPx: number
  /** Of the products that stand as singles do. */
  readonly jarColumnPx: number
}

export type PanelRow = PanelLine | PanelJars

/** A product of one quantity on a line: name, quantity, struck price, price in force, label. */
export interface PanelLine {
  readonly kind: 'line'
  readonly key: string
  readonly productIds: readonly [string]
  readonly strain: StrainType | null
  readonly top: NameLine
  readonly quantity: string
  readonly was: string | null
  readonly now: string | null
  readonly youPay: MoneyText
  readonly reduced: boolean
  readonly heightPx: number
}

/** Any other products, as singles. */
export interface PanelJars {
  readonly kind: 'jars'
  readonly key: string
  readonly productIds: readonly string[]
  readonly jars: readonly Jar[]
  readonly heightPx: number
}

/** Promotions in words on a page of their own, for those that no footer had room for. */
export interface LegendBlock {
  readonly kind: 'legend'
  readonly entries: readonly { readonly entry: LegendEntry; readonly heightPx: number }[]
}

/** Loyalty rewards on a page of their own. */
export interface RewardsBlock {
  readonly kind: 'rewards'
  /** How many an order takes; on further leaves its place stays free, so that rows stand in line. */
  readonly ruleLines: readonly string[]
  readonly rulePx: number
  readonly rows: readonly RewardRow[]
}

export interface RewardRow {
  readonly rewardId: string
  readonly headline: FittedText
  readonly points: FittedText
  /** Width of the points' column; null where they stand below the offer. */
  readonly pointsPx: number | null
  readonly noteLines: readonly string[]
  readonly heightPx: number
}

export interface Footer {
  readonly heightPx: number
  readonly legendRows: readonly LegendRow[]
  /** Promotions of the page whose words the footer had no room for. */
  readonly leftOut: readonly string[]
  /** The key of the marks, where the header has no room for it. */
  readonly keyPx: number
  /** A bar and its air above all else; 0 in landscape. */
  readonly insetPx: number
  /** Where the second half of a leaf's foot begins. */
  readonly splitPx: number
  /** What a market requires, a line of its own over the whole page; none without. */
  readonly noticeLines: readonly string[]
  readonly noticePx: number
  readonly taxLines: readonly string[]
  readonly ageLines: readonly string[]
  readonly lastRowPx: number
}

export interface LegendRow {
  readonly heightPx: number
  readonly entries: readonly LegendEntry[]
}

export interface LegendEntry {
  readonly promotionId: string
  readonly shortLines: readonly string[]
  readonly lines: readonly string[]
  readonly leaf: number
  readonly slot: 'left' | 'right' | 'whole'
}

/** An item that could not be measured. */
export interface SkippedItem {
  readonly productId: string
  readonly cause: unknown
}
