import ICAL from 'ical.js'

/** One content line of the VEVENT; name and parameter names are lower-case, the value is raw and trimmed. */
export interface EventProperty {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  /** The VALUE parameter, lower-case; null without one. */
  readonly valueType: string | null
  readonly value: string
}

export type EventLines =
  | { readonly ok: true; readonly properties: readonly EventProperty[] }
  | { readonly ok: false; readonly reason: string }

/** Takes values as they stand: ical.js would turn what it cannot read into something else rather than refuse it. */
const RAW_VALUES = {
  name: 'raw',
  // Without a prototype: ical.js looks names up with `in`, and a line may be called "constructor".
  value: Object.create(null) as object,
  param: Object.create(null) as object,
  property: Object.create(null) as object,
  propertyGroups: false
}
/** ical.js's word for a value whose type neither the line nor the design names. */
const NO_TYPE = 'unknown'

/**
 * The properties of the one VEVENT in a text: bare or inside a VCALENDAR, lines folded or not and ended by CRLF or LF,
 * with or without the space that the Promotions guide prints after a colon. Components within it (alarms) and beside it
 * (zone definitions) are passed over.
 */
export function eventPropertiesOf(text: string): EventLines {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/(?:\r\n|\n|\r)[ \t]/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  const open: string[] = []
  const properties: EventProperty[] = []
  let events = 0
  for (const line of lines) {
    const property = propertyOf(line)
    if (property === null)
      return { ok: false, reason: `The schedule has a line that cannot be read: "${shortened(line)}".` }
    if (property.name === 'begin') {
      open.push(property.value.toLowerCase())
      if (open.at(-1) === 'vevent') events += 1
    } else if (property.name === 'end') {
      if (open.pop() !== property.value.toLowerCase()) {
        return { ok: false, reason: `The schedule ends "${shortened(property.value)}" where it was not begun.` }
      }
    } else if (open.at(-1) === 'vevent') properties.push(property)
  }
  if (events === 0) return { ok: false, reason: 'The schedule has no VEVENT.' }
  if (events > 1) return { ok: false, reason: `The schedule has ${events} VEVENTs where one is expected.` }
  if (open.length > 0) return { ok: false, reason: 'The schedule breaks off before END:VEVENT.' }
  return { ok: true, properties }
}

function propertyOf(line: string): EventProperty | null {
  const boundary = /^\s*(BEGIN|END)\s*:(.*)$/i.exec(line)
  if (boundary !== null) {
    return {
      name: (boundary[1] ?? '').toLowerCase(),
      parameters: {},
      valueType: null,
      value: (boundary[2] ?? '').trim()
    }
  }
  try {
    const parsed = ICAL.parse.property(line.trim(), RAW_VALUES) as [string, Record<string, unknown>, unknown, unknown]
    const [name, parameters, valueType, value] = parsed
    return {
      name: name.trim(),
      parameters: Object.fromEntries(Object.entries(parameters).map(([key, item]) => [key, String(item).trim()])),
      valueType: typeof valueType !== 'string' || valueType === NO_TYPE ? null : valueType,
      value: String(value).trim()
    }
  } catch {
    // ical.js throws on what is no content line, by more than one class of error.
    return null
  }
}

/** What a manager needs to see of a text that may be long. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
