/** First-strong isolate, and its end (Unicode Bidirectional Algorithm, UAX 9). */
const ISOLATE = '\u2068'
const ISOLATE_END = '\u2069'
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f]/u

/**
 * A name from the register as it may stand within a sentence of the board's: one that runs from right to left is isolated,
 * and none can turn the words and figures after it around.
 */
export function isolatedName(name: string): string {
  const plain = name.replaceAll(DIRECTION_CONTROLS, '')
  return RIGHT_TO_LEFT.test(plain) ? ISOLATE + plain + ISOLATE_END : plain
}
