const QUOTE_LIMIT = 200
const SCAN_LIMIT = 4096
const REDACTED = '[redacted]'

/** What looks like a credential whoever it belongs to: a bearer token, a JSON web token, or the field of a log-in's answer. */
const TOKEN_LIKE =
  /\bBearer\s+[^\s"',;<]+|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|\b(?:access|refresh|id)_?token\\?["']?\s*[:=]\s*(?:\\?["'][^"']*|[^\s"',;<&}\\]+)/gi

/** Control characters, line separators and marks that reverse or hide text. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu

const oneLine = (text: string): string => text.replace(UNPRINTABLE, ' ').trim()

/** A secret as an error body may spell it: plain, in a URL or a form, in JSON, in HTML, in a Basic header. */
function spellingsOf(secret: string): readonly string[] {
  // Half a surrogate pair has no spelling in a URL.
  const encoded = encodeURIComponent(secret.replace(/\p{Cs}/gu, '\uFFFD'))
  const html = secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
  return [
    secret,
    oneLine(secret),
    encoded,
    encoded.replace(/%20/g, '+'),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    html,
    html.replace(/'/g, '&#39;'),
    Buffer.from(secret).toString('base64')
  ]
}

/**
 * A piece of a reply for a message: one line, without control characters and secrets (in any usual spelling, whatever
 * their case), at most 200 characters. Empty where nothing can be shown.
 */
export function quoteOf(text: string, secrets: readonly string[]): string {
  const spellings = [...new Set(secrets.filter((secret) => secret !== '').flatMap(spellingsOf))]
    .filter((spelling) => spelling !== '')
    .sort((a, b) => b.length - a.length)
  const longest = spellings[0]?.length ?? 0
  const piece = text.slice(0, SCAN_LIMIT)
  let quote = redact(redact(piece, spellings).replace(TOKEN_LIKE, REDACTED), spellings)
  // A secret that the cut went through could not be recognised.
  if (text.length > SCAN_LIMIT) quote = quote.slice(0, Math.max(0, quote.length - longest))
  quote = redact(oneLine(quote), spellings)
  if (spellings.some((spelling) => spelling.length < 4 && quote.includes(spelling))) return ''
  return quote.length <= QUOTE_LIMIT ? quote : `${quote.slice(0, QUOTE_LIMIT - 1)}…`
}

/**
 * A JSON value in which no secret stands, in any usual spelling and whatever the case: in texts, in keys, in numbers. Nothing
 * else of it changes. A secret shorter than four characters goes where it stands as a word of its own.
 */
export function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  const spellings = [...new Set(secrets.filter((secret) => secret !== '').flatMap(spellingsOf))]
    .filter((spelling) => spelling !== '')
    .sort((a, b) => b.length - a.length)
  const clean = (text: string): string => {
    let cleaned = text
    for (const spelling of spellings)
      cleaned = spelling.length >= 4 ? replaceAnyCase(cleaned, spelling) : replaceWord(cleaned, spelling)
    return cleaned.replace(TOKEN_LIKE, REDACTED)
  }
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return clean(one)
    if (typeof one === 'number') {
      const text = String(one)
      return clean(text) === text ? one : REDACTED
    }
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [clean(key), walk(inner)]))
  }
  return walk(value)
}

function replaceWord(text: string, word: string): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu'), REDACTED)
}

function escaped(secret: string): string {
  return secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function redact(text: string, spellings: readonly string[]): string {
  let clean = text
  // Shorter ones would shred the text; a quote that has one of them is dropped as a whole.
  for (const spelling of spellings) if (spelling.length >= 4) clean = replaceAnyCase(clean, spelling)
  return clean
}

function replaceAnyCase(text: string, secret: string): string {
  return text.replace(new RegExp(escaped(secret), 'gi'), REDACTED)
}
