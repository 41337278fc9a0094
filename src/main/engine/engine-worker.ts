import { parentPort, workerData } from 'node:worker_threads'
import type { BoardQuery } from './engine.types.ts'
import { createEngineCore, type EngineCore } from './engine-core.ts'
import type { KioskLine } from '../../shared/kiosk.ts'
import { asOnePiece, beatInto, pieceBegins } from './heartbeat.ts'
import type { FromWorker, Inquiry, KioskAsked, ToWorker, WorkerData } from './engine-protocol.ts'

const port = parentPort
if (port === null) throw new Error('engine-worker runs as a worker thread only')

const { options, version, heartbeat } = workerData as WorkerData
if (heartbeat !== undefined) beatInto(heartbeat)
const subscriptions = new Map<number, () => void>()

function tell(message: FromWorker): void {
  port?.postMessage(message)
}

const isUp = pieceBegins('the start of the program')
const started = await createEngineCore(options, version, (progress) => tell({ kind: 'progress', progress }))
isUp()
if (started.ok) {
  port.on('message', (message: ToWorker) => take(started.core, message))
  tell({ kind: 'started' })
} else tell({ kind: 'not-started', code: started.code, message: started.message })

function take(core: EngineCore, message: ToWorker): void {
  switch (message.kind) {
    case 'call': {
      const { callId } = message
      answer(core, message).then(
        (value) => {
          tell({ kind: 'answer', callId, value })
          if (message.method === 'stop') port?.close()
        },
        (error: unknown) =>
          tell({
            kind: 'threw',
            callId,
            message: error instanceof Error ? (error.stack ?? error.message) : String(error)
          })
      )
      return
    }
    case 'unsubscribe': {
      subscriptions.get(message.callId)?.()
      subscriptions.delete(message.callId)
      return
    }
    case 'screen-alive':
      core.boards.screenAlive(message.query, message.report)
      return
    case 'own-store':
      core.ownStoreIs(message.locationId)
      return
    case 'clock-may-have-jumped':
      core.clockMayHaveJumped()
      return
    case 'ping':
      tell({ kind: 'alive' })
  }
}

/** The host's facade is typed; here an argument is what that facade sent for the method. */
async function answer(core: EngineCore, { callId, method, argument }: ToWorker & { kind: 'call' }): Promise<unknown> {
  switch (method) {
    case 'health':
      return core.health()
    case 'locations':
      return core.boards.locations()
    case 'locationChoices':
      return core.locationChoices()
    case 'board':
      return core.boards.boardJson(argument as BoardQuery)
    case 'timeline':
      return core.boards.timelineJson(argument as Parameters<EngineCore['boards']['timelineJson']>[0])
    case 'basket':
      return core.boards.basketJson(argument)
    case 'kiosk': {
      const { query, call, body } = argument as KioskAsked
      return core.boards.kioskJson(query, call, body)
    }
    case 'counter':
      return core.counterBasket(argument as readonly KioskLine[])
    case 'picture':
      return core.picture(argument as string)
    case 'subscribeBoard': {
      const subscribed = core.boards.subscribeBoard(argument as BoardQuery, (event) =>
        tell({ kind: 'board-event', callId, event })
      )
      if (!subscribed.ok) return subscribed
      subscriptions.set(callId, subscribed.close)
      return { ok: true }
    }
    case 'subscribeView': {
      const subscribed = core.boards.subscribeView(argument as BoardQuery, (event) =>
        tell({ kind: 'view-event', callId, event })
      )
      if (!subscribed.ok) return subscribed
      subscriptions.set(callId, subscribed.close)
      return { ok: true }
    }
    case 'syncOnce':
      return core.syncOnce((event) => tell({ kind: 'sync-event', callId, event }))
    case 'inquire':
      return asOnePiece('an answer to the manager', () => core.inquire(argument as Inquiry))
    case 'stop':
      return core.stop()
  }
}
