import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import type { InvokeChannel, InvokeChannels, PushChannel, PushChannels } from '../../shared/channels.ts'
import { screenReportSchema } from '../settings/screen-report-schema.ts'
import { credentialsSchema, firstRunAnswersSchema, locationIdsSchema } from '../settings/setup-schemas.ts'
import { isOwnPage } from './page-origin.ts'

type Answer<C extends InvokeChannel> = InvokeChannels[C]['answer']
type Handlers = {
  readonly [C in InvokeChannel]: (
    page: WebContents,
    ...args: InvokeChannels[C]['args']
  ) => Answer<C> | Promise<Answer<C>>
}

/** Channel, token, arguments. */
const managerCall = z.tuple([z.string().max(100), z.string().max(100).nullable(), z.array(z.unknown())])

const kioskLines = z.array(z.object({ productId: z.string().max(100), quantity: z.string().max(30) })).max(1000)

/** What each channel takes. A page is not believed, not even our own. */
const argumentsOf = {
  'setup:state': z.tuple([]),
  'setup:use-demo': z.tuple([]),
  'setup:connect': z.tuple([credentialsSchema]),
  'setup:choose-location': z.tuple([z.int(), locationIdsSchema]),
  'setup:finish': z.tuple([firstRunAnswersSchema]),
  'setup:cancel': z.tuple([]),
  'board:ready': z.tuple([]),
  // What stands in them is looked at where every kiosk's is.
  'kiosk:sheet': z.tuple([z.string().max(100)]),
  'kiosk:basket': z.tuple([kioskLines, z.string().max(100).nullable()]),
  'kiosk:hand-over': z.tuple([kioskLines]),
  'manager:open': z.tuple([]),
  'screen:alive': z.tuple([screenReportSchema.nullable()])
} satisfies { readonly [C in InvokeChannel]: z.ZodType<InvokeChannels[C]['args']> }

/**
 * Answers every channel of the map, for the page that asks. A call from anywhere but the top frame of a page of ours, or
 * with other arguments than the channel's, is refused: the caller's promise rejects with one line.
 */
export function handleChannels(handlers: Handlers): void {
  for (const channel of Object.keys(argumentsOf) as InvokeChannel[]) handle(channel, handlers[channel])
}

/**
 * Answers the manager's page, whose one IPC channel carries the channels of its own map: the desk knows them, their
 * arguments and who may ask. Any other page is refused like a stranger's.
 */
export function handleManagerCalls(
  isManagerPage: (page: WebContents) => boolean,
  answer: (page: WebContents, channel: string, token: string | null, args: readonly unknown[]) => Promise<unknown>
): void {
  ipcMain.handle('manager:call', async (event, ...given: unknown[]) => {
    if (!isTrustedSender(event) || !isManagerPage(event.sender)) throw new Error('manager:call: refused')
    const checked = managerCall.safeParse(given)
    if (!checked.success) throw new Error('manager:call: wrong arguments')
    return answer(event.sender, ...checked.data)
  })
}

/** Sends to a window's page; a window that is gone is no error. */
export function push<C extends PushChannel>(contents: WebContents, channel: C, payload: PushChannels[C]): void {
  if (!contents.isDestroyed()) contents.send(channel, payload)
}

function handle<C extends InvokeChannel>(channel: C, handler: Handlers[C]): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    if (!isTrustedSender(event)) throw new Error(`${channel}: refused`)
    const checked = argumentsOf[channel].safeParse(args)
    if (!checked.success) throw new Error(`${channel}: wrong arguments`)
    // The table gives each channel its own schema; TypeScript cannot follow that through the index.
    return (handler as (page: WebContents, ...given: readonly unknown[]) => unknown)(event.sender, ...checked.data)
  })
}

/** `senderFrame` is null once the frame has navigated or is gone. */
function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame !== undefined && frame.parent === null && isOwnPage(frame.url)
}
