import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { credentialsSchema, firstRunAnswersSchema, locationIdsSchema } from '../settings/setup-schemas.ts'
import { setUpAlready } from '../setup/set-up-already.ts'
import type { SetupSession } from '../setup/setup-session.ts'
import { looksForItself, onlyFromHere } from './loopback.ts'

const choice = z.object({ locationId: z.int(), restrictToLocationIds: locationIdsSchema.default(null) })

/** First run over HTTP, on this machine alone. `GET /setup/state` and the POSTs of first run; answers SetupState and SetupResult. */
export function addSetupRoutes(server: FastifyInstance, session: SetupSession, dataDir: string): void {
  // The check belongs to the routes, not to how their path is written: `/%73etup/state` is one of them.
  server.register(async (routes) => {
    routes.addHook('onRoute', looksForItself)
    routes.addHook('onRequest', onlyFromHere('First run'))
    routes.get('/setup/state', () => session.state())
    routes.addHook('preHandler', async (request, reply) => {
      const refusal = request.method === 'POST' ? setUpAlready(session, dataDir) : null
      return refusal === null ? undefined : reply.send(refusal)
    })
    routes.post('/setup/use-demo', () => session.useDemo())
    routes.post('/setup/connect', (request, reply) => {
      const parsed = credentialsSchema.safeParse(request.body)
      return parsed.success ? session.connect(parsed.data) : wrong(reply, 'expected the five values as text')
    })
    routes.post('/setup/choose-location', (request, reply) => {
      const parsed = choice.safeParse(request.body)
      return parsed.success
        ? session.chooseLocation(parsed.data.locationId, parsed.data.restrictToLocationIds)
        : wrong(reply, 'locationId: expected an integer; restrictToLocationIds: a list of them, or null')
    })
    routes.post('/setup/finish', (request, reply) => {
      const parsed = firstRunAnswersSchema.safeParse(request.body)
      return parsed.success
        ? session.finish(parsed.data)
        : wrong(reply, 'expected the answers about market and displays')
    })
    routes.post('/setup/cancel', () => session.cancel())
  })
}

function wrong(reply: FastifyReply, message: string): FastifyReply {
  return reply.status(400).send({ error: { code: 'bad-request', message } })
}
