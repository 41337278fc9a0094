const QUOTE_LIMIT = 200
const SCAN_LIMIT = 4096
const REDACTED = '[redacted]'

/** What looks like a credential whoever it belongs to: a bearer token, or a JSON web token. */
const TOKEN_LIKE = /\bBearer\s+[^\s"',;<]+|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/gi

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

function redact(text: string, spellings: readonly string[]): string {
  let clean = text
  // Shorter ones would shred the text; a quote that has one of them is dropped as a whole.
  for (const spelling of spellings) if (spelling.length >= 4) clean = replaceAnyCase(clean, spelling)
  return clean
}

function replaceAnyCase(text: string, secret: string): string {
  const pattern = secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return text.replace(new RegExp(pattern, 'gi'), REDACTED)
}
