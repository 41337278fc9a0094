import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { SetupSession } from '../setup/setup-session.ts'
import { onlyFromHere } from './loopback.ts'

const credentials = z.object({
  companyId: z.string().max(200),
  clientId: z.string().max(200),
  clientSecret: z.string().max(2000),
  username: z.string().max(200),
  password: z.string().max(2000)
})
const choice = z.object({ locationId: z.int() })

/** First run over HTTP, on this machine alone. `GET /setup/state` and the POSTs of first run; answers SetupState and SetupResult. */
export function addSetupRoutes(server: FastifyInstance, session: SetupSession): void {
  // The check belongs to the routes, not to how their path is written: `/%73etup/state` is one of them.
  server.register(async (routes) => {
    routes.addHook('onRequest', onlyFromHere('First run'))
    routes.get('/setup/state', () => session.state())
    routes.post('/setup/use-demo', () => session.useDemo())
    routes.post('/setup/connect', (request, reply) => {
      const parsed = credentials.safeParse(request.body)
      return parsed.success ? session.connect(parsed.data) : wrong(reply, 'expected the five values as text')
    })
    routes.post('/setup/choose-location', (request, reply) => {
      const parsed = choice.safeParse(request.body)
      return parsed.success
        ? session.chooseLocation(parsed.data.locationId)
        : wrong(reply, 'locationId: expected an integer')
    })
  })
}

function wrong(reply: FastifyReply, message: string): FastifyReply {
  return reply.status(400).send({ error: { code: 'bad-request', message } })
}
