/** A JSON value that may be changed. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A body that a server might send: text, or bytes that are none. */
export interface Payload {
  readonly body: string | Uint8Array
  readonly contentType: string
  readonly status: number
}

/** Stands in a tree for text that JSON.stringify cannot write. */
const RAW = '\u2400raw:'

const NUMBERS: readonly Json[] = [
  0,
  -0,
  -1,
  -0.01,
  1e-7,
  0.1 + 0.2,
  1e15,
  999_999_999_999_999,
  1e21,
  1e308,
  5e-324,
  9_007_199_254_740_991,
  4_294_967_296,
  0.005,
  12.345678901,
  '12.50',
  '$5',
  `${RAW}1e400`,
  `${RAW}-1e400`,
  `${RAW}12.50000000000000000001`,
  `${RAW}-0.0`,
  true
]
const STRINGS: readonly string[] = [
  '',
  ' ',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202Egnp.txt',
  'a\u0000b',
  '\u001b[31mred\u0007',
  '\ud800',
  '\u2066\u2067\u2068',
  "'; DROP TABLE price_set; --",
  '{{constructor}}',
  '__proto__',
  'NaN',
  '-1',
  '1e400',
  'null',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '00000000-0000-0000-0000-000000000000',
  '\ufeffx',
  '👩‍👩‍👧‍👦'.repeat(40),
  'é'.repeat(3000),
  '../../etc/passwd',
  '%00',
  'Inclusive',
  'Deleted',
  'Archived',
  'Mass'
]
const DATES: readonly string[] = [
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.9999999Z',
  '2026-13-45T99:99:99Z',
  '2026-02-30T00:00:00',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-20T00:00:00Z',
  '1970-01-01',
  'yesterday',
  '2026-04-18T15:55:00.4101234567Z',
  '2026-04-18T24:00:00Z',
  '1776700000000'
]
const RULES: readonly string[] = [
  'RRULE:FREQ=SECONDLY',
  'RRULE:FREQ=DAILY;INTERVAL=0',
  'RRULE:FREQ=WEEKLY;BYDAY=',
  'RRULE:FREQ=DAILY;COUNT=999999999',
  'RRULE:',
  'DTSTART:00010101T000000',
  'DTSTART;TZID=Nowhere/At_All:20260418T120000',
  'DTEND:99991231T235959',
  'RRULE:FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=31',
  'EXDATE:20260418T000000',
  'BEGIN:VEVENT'
]

/** What `random` draws for a real body: mostly a tree with a few places changed, now and then something else altogether. */
export function mutatedPayloadOf(real: Json, random: () => number): Payload {
  const draw = random()
  if (draw < 0.08) return garbageOf(textOf(real), random)
  const tree = structuredClone(real)
  const holder: { [key: string]: Json } = { root: tree }
  const changes = random() < 0.03 ? 40 : 1 + Math.floor(random() * 4)
  for (let change = 0; change < changes; change += 1) changeOnePlace(holder, random)
  return { body: textOf(holder['root'] ?? null), contentType: 'application/json', status: 200 }
}

/** A good reply. */
export function payloadOf(real: Json): Payload {
  return { body: textOf(real), contentType: 'application/json', status: 200 }
}

function garbageOf(text: string, random: () => number): Payload {
  const json = { contentType: 'application/json', status: 200 }
  const cutAt = Math.floor(random() * text.length)
  const garbage: readonly Payload[] = [
    {
      body: '<!doctype html><html><head><title>Log in to the network</title></head></html>',
      contentType: 'text/html',
      status: 200
    },
    { ...json, body: '<html>502</html>' },
    { ...json, body: text.slice(0, cutAt) },
    { ...json, body: `${text.slice(0, cutAt)}${text.slice(cutAt + 1 + Math.floor(random() * 40))}` },
    { ...json, body: '' },
    { ...json, body: 'null' },
    { ...json, body: '[]' },
    { ...json, body: '{}' },
    { ...json, body: '"text"' },
    { ...json, body: '[[[[[[]]]]]]' },
    { ...json, body: `\ufeff${text}` },
    { ...json, body: text + text },
    { body: text, contentType: 'text/plain; charset=latin1', status: 200 },
    { ...json, body: Uint8Array.from({ length: 400 }, () => Math.floor(random() * 256)) },
    { ...json, body: '['.repeat(20_000) + ']'.repeat(20_000) },
    { ...json, body: text, status: 404 },
    { ...json, body: '{"Message":"no"}', status: 403 },
    { ...json, body: text.replaceAll(':', ' :\t').replaceAll(',', ',\r\n') }
  ]
  return garbage[Math.floor(random() * garbage.length)] ?? { ...json, body: '' }
}

/** JSON text, in which what JSON.stringify cannot write stands as it is. */
function textOf(tree: Json): string {
  return JSON.stringify(tree).replaceAll(/"\u2400raw:([^"]*)"/g, (_, raw: string) => raw.replaceAll('§', '"'))
}

/** Keys of what decides a price: drawn more often than their share of a reply. */
const AMOUNT = /^(Price|AtTierPrice|SalePrice|AtTierSalePrice|TierQuantity|Rate|TaxPricing|LocationId)$/

interface Place {
  readonly parent: Json[] | { [key: string]: Json }
  readonly key: string | number
}

function placeIn(root: Json[] | { [key: string]: Json }, random: () => number): Place {
  let parent = root
  for (;;) {
    const keys = Array.isArray(parent) ? parent.length : Object.keys(parent)
    const key =
      typeof keys === 'number' ? Math.floor(random() * keys) : (keys[Math.floor(random() * keys.length)] ?? '')
    const child = valueAt({ parent, key })
    const isLeaf = typeof child !== 'object' || child === null || Object.keys(child).length === 0
    if (isLeaf || random() < 0.12) return { parent, key }
    parent = child
  }
}

/** A place that says an amount. */
function amountIn(root: Json[] | { [key: string]: Json }, random: () => number): Place | null {
  const places: Place[] = []
  const look = (parent: Json[] | { [key: string]: Json }): void => {
    for (const [key, value] of Object.entries(parent)) {
      if (typeof value === 'object' && value !== null) look(value)
      else if (AMOUNT.test(key)) places.push({ parent, key })
    }
  }
  look(root)
  return places[Math.floor(random() * places.length)] ?? null
}

function valueAt({ parent, key }: Place): Json | undefined {
  return Array.isArray(parent) ? parent[key as number] : parent[key as string]
}

function put({ parent, key }: Place, value: Json): void {
  if (Array.isArray(parent)) parent[key as number] = value
  // Not by assignment: a key may be __proto__.
  else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
}

function changeOnePlace(root: { [key: string]: Json }, random: () => number): void {
  const place = (random() < 0.3 ? amountIn(root, random) : null) ?? placeIn(root, random)
  const value = valueAt(place)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const draw = random()
  if (draw < 0.12) {
    if (Array.isArray(place.parent)) place.parent.splice(place.key as number, 1)
    else if (place.parent !== root) delete place.parent[place.key]
  } else if (draw < 0.2) {
    if (Array.isArray(place.parent)) place.parent.splice(place.key as number, 0, structuredClone(value ?? null))
    else put({ parent: place.parent, key: `${place.key}2` }, structuredClone(value ?? null))
  } else if (draw < 0.32) put(place, pick<Json>([null, true, 0, 1, '', 'x', [], {}, [null], { Id: 1 }, 12.5]))
  else if (draw < 0.36) {
    const other = placeIn(root, random)
    const [mine, theirs] = [structuredClone(value ?? null), structuredClone(valueAt(other) ?? null)]
    put(place, theirs)
    put(other, mine)
  } else if (draw < 0.4 && !Array.isArray(place.parent) && place.parent !== root) {
    const key = String(place.key)
    delete place.parent[key]
    put(
      {
        parent: place.parent,
        key: pick([key.toLowerCase(), `${key} `, '__proto__', 'constructor', 'toString', key.slice(1)])
      },
      value ?? null
    )
  } else if (draw < 0.43) put(place, deep(1 + Math.floor(random() ** 3 * 6000)))
  else if (Array.isArray(value)) value.sort(() => random() - 0.5)
  else if (typeof value === 'number')
    put(place, random() < 0.3 ? Math.round(value * random() * 300) / 100 : pick(NUMBERS))
  else if (typeof value === 'string') put(place, stringFor(value, pick, random))
  else put(place, pick<Json>([...NUMBERS, ...STRINGS]))
}

function stringFor(value: string, pick: <T>(from: readonly T[]) => T, random: () => number): string {
  if (random() < 0.0015) return 'm'.repeat(1_000_000)
  if (value.includes('BEGIN:VEVENT')) {
    const lines = value.split('\r\n')
    lines[Math.floor(random() * lines.length)] = pick(RULES)
    return lines.join(random() < 0.2 ? '\n' : '\r\n')
  }
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return pick(DATES)
  return random() < 0.2 ? `${value.slice(0, 8)}${pick(STRINGS)}` : pick(STRINGS)
}

/** Deeper than JSON.stringify goes: written as text. */
function deep(levels: number): Json {
  return `${RAW}${'[{§Conditions§:'.repeat(levels)}1${'}]'.repeat(levels)}`
}
