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
  return indentedText(raw)
}

/** JSON that was cut, on several lines like whole JSON: what stands in texts is left alone. */
function indentedText(json: string): string {
  let lines = ''
  let depth = 0
  let isInText = false
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at)
    if (isInText) {
      lines += character
      if (character === '\\') lines += json.charAt((at += 1))
      else isInText = character !== '"'
      continue
    }
    const isEmpty = /^(\{\s*\}|\[\s*\])/.exec(json.slice(at, at + 4))
    if (isEmpty !== null) {
      lines += isEmpty[0]
      at += isEmpty[0].length - 1
      continue
    }
    if (character === '"') isInText = true
    if (character === '}' || character === ']') lines += lineOf((depth = Math.max(0, depth - 1)))
    lines += character === ':' ? ': ' : character
    if (character === '{' || character === '[') lines += lineOf((depth += 1))
    if (character === ',') lines += lineOf(depth)
  }
  return lines
}

function lineOf(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, 40))}`
}

/** A key may spell its letters as \u0043. */
function unescaped(key: string): string {
  try {
    return String(JSON.parse(`"${key}"`))
  } catch {
    return key
  }
}
