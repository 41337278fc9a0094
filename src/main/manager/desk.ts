import { type DeskRefusalCode, deskRefusalWords } from '../../domain/health/desk-words.ts'
import { managerLanguageOf } from '../../domain/settings/manager-language.ts'
import type { GateChannels, GateState, Opened, PinRefusal } from '../../shared/manager/gate.ts'
import type {
  HostChannel,
  InquiryChannel,
  ManagerAnswer,
  ManagerArgs,
  ManagerChannel,
  ManagerRefusal,
  ManagerRefusalCode,
  ManagerReply
} from '../../shared/manager/manager-channels.ts'
import type { Engine } from '../engine/engine.types.ts'
import { argumentsOf } from './manager-arguments.ts'
import type { PinGate } from './pin-gate.ts'
import type { ManagerSessions } from './sessions.ts'

type GateChannel = keyof GateChannels
type Handler<C extends ManagerChannel> = (
  caller: ManagerCaller,
  ...args: ManagerArgs<C>
) => ManagerReply<ManagerAnswer<C>> | Promise<ManagerReply<ManagerAnswer<C>>>

/** Who asks. */
export interface ManagerCaller {
  readonly token: string | null
  /** Whether the first PIN may be chosen from here: not where a long press on a board opened the window. */
  readonly mayChoosePin: boolean
}

/** What the host answers by itself. */
export type HostHandlers = { readonly [C in Exclude<HostChannel, 'session:end' | 'session:change-pin'>]: Handler<C> }

export interface ManagerDesk {
  /** The only way in, over IPC and HTTP: answers any channel of the map, and nothing without a session but the gate. */
  readonly answer: (caller: ManagerCaller, channel: string, args: readonly unknown[]) => Promise<ManagerReply<unknown>>
}

export interface ManagerDeskOptions {
  readonly gate: PinGate
  readonly sessions: ManagerSessions
  /** Language of the manager's window. */
  readonly language: () => string
  readonly engine: () => Engine | null
  /** Why no engine runs, in the manager's language. */
  readonly problem: () => string
  readonly handlers: HostHandlers
  readonly warn: (line: string) => void
}

/** In this order: known channel, session, arguments, handler (docs/manager.md, A call). */
export function createManagerDesk(options: ManagerDeskOptions): ManagerDesk {
  const { gate, sessions } = options

  const gateHandlers: { readonly [C in GateChannel]: Handler<C> } = {
    'gate:state': (caller) => answered({ state: stateFor(caller), language: options.language() }),
    'gate:choose-pin': async (caller, pin) => {
      if (!caller.mayChoosePin) return answered(shut('no-pin', caller))
      const choice = await gate.choose(pin)
      // Whoever was in before it was forgotten (`reset-pin`) does not know this one.
      if (choice === 'chosen') sessions.endOthers(null)
      return answered(choice === 'chosen' ? { ok: true, token: sessions.open() } : shut(choice, caller))
    },
    'gate:unlock': async (caller, pin) => {
      const tried = await gate.try(pin)
      return answered(tried === 'right' ? { ok: true, token: sessions.open() } : shut(tried, caller))
    }
  }

  const sessionHandlers: { readonly [C in 'session:end' | 'session:change-pin']: Handler<C> } = {
    'session:end': ({ token }) => {
      sessions.end(token)
      return answered(null)
    },
    'session:change-pin': async ({ token }, current, next) => {
      const changed = await gate.change(current, next)
      if (changed !== 'chosen') return answered({ ok: false, why: changed === 'right' ? 'unwritable' : changed })
      sessions.endOthers(token)
      return answered({ ok: true })
    }
  }

  const ownHandlers: { readonly [C in GateChannel | HostChannel]: Handler<C> } = {
    ...gateHandlers,
    ...sessionHandlers,
    ...options.handlers
  }

  /** A PIN that was forgotten from outside opens nothing any more. */
  function mayAsk({ token }: ManagerCaller): boolean {
    if (gate.state().kind === 'no-pin') sessions.endOthers(null)
    return sessions.goesOn(token)
  }

  function stateFor({ mayChoosePin }: ManagerCaller): GateState {
    const state = gate.state()
    return state.kind === 'no-pin' ? { kind: 'no-pin', mayChoose: mayChoosePin } : state
  }

  function shut(why: PinRefusal, caller: ManagerCaller): Opened {
    return { ok: false, why, state: stateFor(caller) }
  }

  function refusedHere(code: Extract<DeskRefusalCode, ManagerRefusalCode>): ManagerRefusal {
    return refused(code, deskRefusalWords(code, managerLanguageOf(options.language())))
  }

  async function inquire(channel: InquiryChannel, args: ManagerArgs<InquiryChannel>): Promise<ManagerReply<unknown>> {
    const engine = options.engine()
    if (engine === null) return refused('unavailable', options.problem())
    return engine.inquire(channel, args)
  }

  return {
    answer: async (caller, channel, args) => {
      if (!isChannel(channel)) return refusedHere('unknown-call')
      if (!isGateChannel(channel) && !mayAsk(caller)) return refusedHere('locked')
      const checked = argumentsOf[channel].safeParse(args)
      if (!checked.success) return refusedHere('wrong-arguments')
      try {
        // The tables give each channel its own types; TypeScript cannot follow that through the index.
        const given = checked.data as never
        if (!isOwn(channel, ownHandlers)) return await inquire(channel as InquiryChannel, given)
        const handler = ownHandlers[channel] as (...all: readonly unknown[]) => Promise<ManagerReply<unknown>>
        return await handler(caller, ...(given as readonly unknown[]))
      } catch (error) {
        options.warn(`${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
        if (options.engine() === null) return refused('unavailable', options.problem())
        return refusedHere('failed')
      }
    }
  }
}

export function answered<Answer>(answer: Answer): { readonly ok: true; readonly answer: Answer } {
  return { ok: true, answer }
}

export function refused(code: ManagerRefusalCode, message: string, field: string | null = null): ManagerRefusal {
  return { ok: false, code, field, message }
}

function isChannel(channel: string): channel is ManagerChannel {
  return Object.hasOwn(argumentsOf, channel)
}

function isGateChannel(channel: ManagerChannel): channel is GateChannel {
  return channel.startsWith('gate:')
}

function isOwn(channel: ManagerChannel, own: object): channel is GateChannel | HostChannel {
  return Object.hasOwn(own, channel)
}
