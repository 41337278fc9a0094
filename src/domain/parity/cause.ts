/** Why the register charged something else than the board said, as far as the figures tell. */
export type Cause =
  /** The register left these taxes out. */
  | { readonly kind: 'tax-missing'; readonly taxes: readonly string[] }
  /** The register took these besides, or twice. */
  | { readonly kind: 'tax-extra'; readonly taxes: readonly string[] }
  /** The price is the same and the taxes are not, by no tax that is known. */
  | { readonly kind: 'tax-other' }
  /** The board's prices have the taxes in them; the register put them on top. */
  | { readonly kind: 'tax-added' }
  /** The board puts taxes on top; the register charged the price without any. */
  | { readonly kind: 'tax-not-added' }
  /** The column that is mapped as the amount before tax has the taxes in it. */
  | { readonly kind: 'amount-with-tax' }
  | { readonly kind: 'tax-rounding' }
  | { readonly kind: 'rounding' }
  /** The board showed a sale that the register did not give. */
  | { readonly kind: 'sale-not-at-register'; readonly untilMs: number | null }
  /** The board still showed a sale that had ended. */
  | { readonly kind: 'sale-over-at-register'; readonly endedAtMs: number }
  /** The register still gave a sale that had ended. */
  | { readonly kind: 'sale-over-on-board'; readonly endedAtMs: number }
  /** The register already gave a sale that had not begun. */
  | { readonly kind: 'sale-not-begun'; readonly beginsAtMs: number }
  | { readonly kind: 'group-price'; readonly group: string }
  /** The price of one, times the quantity, or that of a lower tier. */
  | { readonly kind: 'tier-not-given'; readonly tierQuantity: string; readonly counted: string }
  /** The price of a higher tier: several jars that count together. */
  | { readonly kind: 'tier-given'; readonly tierQuantity: string }
  | { readonly kind: 'discount'; readonly amount: string }
  /** Less was charged while these were on; that it was them no figure says. */
  | { readonly kind: 'promotion'; readonly names: readonly string[] }
  /** What was charged is to the cent what these make of the receipt. */
  | { readonly kind: 'promotion-applied'; readonly names: readonly string[] }
  /** The board showed a promotion's deal, and the price without it was charged. */
  | { readonly kind: 'deal-not-given'; readonly name: string }
  /** The board showed the charged price from or until an instant close by: one of the two was late. */
  | { readonly kind: 'price-changed'; readonly atMs: number; readonly minutes: number; readonly boardWasLater: boolean }
  /** The charged price is one that the board showed at another time of these days. */
  | { readonly kind: 'price-of-another-time'; readonly fromMs: number; readonly toMs: number | null }
  | { readonly kind: 'unknown' }

/** Why a line cannot be put beside a board. */
export type Unchecked =
  | 'unknown-product'
  | 'several-products'
  /** The time is before the first that is kept, or ahead of now. */
  | 'no-history'
  /** The program was off, or no screen showed this store. */
  | 'not-shown'
  | 'not-on-board'
  /** The board said "ask for today's price". */
  | 'held'
  | 'no-price-for-quantity'
  /** The line names no amount. */
  | 'no-amount'
