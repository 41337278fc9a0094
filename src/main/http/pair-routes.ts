import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pairingPageWords } from '../../domain/screen/pairing-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { PairedAnswer, PairingAnswer } from '../../shared/pairing.ts'
import type { PairedScreen } from '../screens/paired-file.ts'
import type { ScreensHost } from '../screens/screens-host.ts'

const FOR_ANYBODY = { config: { forAnybody: true } } as const
const secret = z.string().max(100)
const waits = z.object({ ticket: secret.nullable() })
const here = z.object({
  token: secret.nullable(),
  /** The host's name for the page, once its stream is open. */
  page: z.string().max(60).nullable(),
  tab: z.string().max(60).nullable()
})

/**
 * What a browser without a board asks, from anywhere in the network: its code, and where it belongs once it is paired.
 * Nothing of a store is in the answers.
 */
export function addPairRoutes(server: FastifyInstance, screens: ScreensHost, language: () => string | null): void {
  const { pairing, open } = screens
  server.post('/pair/code', FOR_ANYBODY, (request, reply): PairingAnswer | undefined => {
    reply.header('cache-control', 'no-store')
    const parsed = waits.safeParse(request.body)
    if (!parsed.success) return void reply.status(400).send(wrong('ticket: expected text or null'))
    const waited = pairing.wait(parsed.data.ticket, request.asker?.address ?? request.ip)
    if (waited.kind === 'paired') return waited
    const tag = language() ?? 'en'
    return { ...waited, words: { language: tag, ...pairingPageWords(managerLanguageOf(tag)) } }
  })
  server.post('/pair/here', FOR_ANYBODY, (request, reply): PairedAnswer | undefined => {
    reply.header('cache-control', 'no-store')
    const parsed = here.safeParse(request.body)
    if (!parsed.success) return void reply.status(400).send(wrong('expected token, page and tab'))
    const { token, page, tab } = parsed.data
    const paired = token === null ? null : pairing.find(token)
    if (paired !== null) pairing.seen(paired.id)
    if (page !== null) open.identified(page, { tab, pairedId: paired?.id ?? null })
    return paired === null ? { kind: 'unknown' } : placeOf(paired)
  })
}

function placeOf({ locationId, name, board }: PairedScreen): PairedAnswer {
  const query = new URLSearchParams({ ...(board === null ? {} : { board }), screen: name })
  return { kind: 'board', locationId, query: `?${query}` }
}

function wrong(message: string): unknown {
  return { error: { code: 'bad-request', message } }
}
