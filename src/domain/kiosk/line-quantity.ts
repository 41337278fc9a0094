import { Amount } from '../money/amount.ts'

/** More of one line is no shopper's. */
export const MOST_OF_ONE_LINE = 10_000

/** Whether a text is a decimal as a kiosk writes it: "3.5". */
export function isQuantityText(text: string): boolean {
  return /^\d{1,12}(\.\d{1,6})?$/.test(text)
}

/** Whether so much can be asked of one line: more than nothing, and no more than anybody would. */
export function isLineQuantity(text: string): boolean {
  return isQuantityText(text) && new Amount(text).gt(0) && new Amount(text).lte(MOST_OF_ONE_LINE)
}
