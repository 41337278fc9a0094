import type { FastifyRequest } from 'fastify'
import type { ScreensHost } from '../screens/screens-host.ts'

/** Longer ones are nobody's. */
const LONGEST_TOKEN = 100
const BEARER = /^Bearer ([\w-]{1,100})$/
/** All that a printed code may ask by: not another instant, nor another group's prices. */
const LINK_QUERY: ReadonlySet<string> = new Set(['link', 'phone', 'screen', 'page'])
/** What a phone's page asks of its board; the rest is for screens. */
const LINK_ROUTES: ReadonlySet<string> = new Set([
  '/boards/:locationId',
  '/boards/:locationId/stream',
  '/boards/:locationId/alive',
  '/api/kiosk/:locationId/sheet',
  '/api/kiosk/:locationId/basket',
  '/api/kiosk/:locationId/hand-over'
])

/** Whom boards are shown in a network. */
export type BoardsFor = 'paired' | 'everybody'

export type Admission =
  /** `goesOn` tells whether it would be given again now: a screen is unpaired, a code made void. */
  | { readonly ok: true; readonly goesOn: () => boolean }
  /** Nothing was shown that could be right, or something that is nobody's. */
  | { readonly ok: false; readonly fault: 'none' | 'wrong' }

/** What somebody of the network may read: by a paired screen's token, by a printed code's link, or anybody. */
export function admissionOf(
  request: FastifyRequest,
  boardsFor: () => BoardsFor,
  screens: Pick<ScreensHost, 'pairing' | 'links'> | null
): Admission {
  if (boardsFor() === 'everybody') return { ok: true, goesOn: () => boardsFor() === 'everybody' }
  const token = tokenOf(request)
  const { link } = request.query as Readonly<Record<string, unknown>>
  if (screens === null || (token === null && link === undefined)) return { ok: false, fault: 'none' }
  if (token !== null && screens.pairing.find(token) !== null)
    return { ok: true, goesOn: () => screens.pairing.find(token) !== null }
  const locationId = typeof link === 'string' ? linkedBoardOf(request) : null
  if (locationId !== null && typeof link === 'string' && screens.links.isLink(link, locationId))
    return { ok: true, goesOn: () => screens.links.isLink(link, locationId) }
  return { ok: false, fault: 'wrong' }
}

/** A program's header, or a page's query: an EventSource sets no headers. */
function tokenOf({ headers, query }: FastifyRequest): string | null {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return bearer
  const { token } = query as Readonly<Record<string, unknown>>
  return typeof token === 'string' && token.length <= LONGEST_TOKEN ? token : null
}

/** The board that a request with a link is about; null where a link opens nothing. */
function linkedBoardOf({ routeOptions, params, query }: FastifyRequest): number | null {
  const asked = query as Readonly<Record<string, unknown>>
  if (!LINK_ROUTES.has(routeOptions.url ?? '') || asked['phone'] !== '1') return null
  if (Object.keys(asked).some((key) => !LINK_QUERY.has(key))) return null
  const { locationId } = params as { readonly locationId?: string }
  return locationId !== undefined && /^-?\d{1,15}$/.test(locationId) ? Number(locationId) : null
}
