/** What the store paid, and what would tell it. */
const COST = /cost|cogs|margin|mark-?up|wholesale|landed|purchase|supplierprice|acquisition/i
/** Whoever bought, works, or is asked to prove an age. */
const PERSON =
  /customer|patient|member|loyalty|employee|cashier|budtender|user(?!defined)|createdby|updatedby|modifiedby|e-?mail|phone|firstname|lastname|fullname|birth|licen[cs]e|passport/i

/** Whether a key's value is never read and never kept (docs/cova-wire.md, Values): costs, and anything about people. */
export function isPrivateKey(key: string): boolean {
  return COST.test(key) || PERSON.test(key)
}

/** A JSON value without its private keys, at any depth. */
export function withoutPrivateKeys(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (isPrivateKey(key) ? undefined : inner)) ?? 'null')
}

/**
 * A kept record's JSON on several lines without private keys. Null where it was cut and still has one: then nobody can say
 * where its value ends.
 */
export function shownRecordText(raw: string): string | null {
  try {
    return JSON.stringify(withoutPrivateKeys(JSON.parse(raw)), null, 2)
  } catch {
    // Cut, or nested too deeply: as text.
  }
  for (const [, key] of raw.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)) if (isPrivateKey(unescaped(key ?? ''))) return null
  return raw
}

/** A key may spell its letters as \u0043. */
function unescaped(key: string): string {
  try {
    return String(JSON.parse(`"${key}"`))
  } catch {
    return key
  }
}
