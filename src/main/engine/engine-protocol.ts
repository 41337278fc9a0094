import type { BoardEvent, EngineOptions, SyncEvent, ViewEvent, ViewQuery } from './engine.types.ts'
import type { EngineKioskCall } from '../kiosk/kiosk-request.ts'
import type { InquiryChannel } from '../../shared/manager/manager-channels.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { SyncProgress } from '../../shared/setup.ts'

/** What the worker is started with. */
export interface WorkerData {
  readonly options: EngineOptions
  readonly version: string
  /** Where the worker counts its signs of life; absent, nobody looks. */
  readonly heartbeat?: Int32Array
}

/** The argument of `inquire`. */
export interface Inquiry {
  readonly channel: InquiryChannel
  readonly args: readonly unknown[]
}

/** The argument of `kiosk`. */
export interface KioskAsked {
  readonly query: ViewQuery
  readonly call: EngineKioskCall
  readonly body: unknown
}

/** Calls that answer once. */
export type EngineMethod =
  | 'health'
  | 'locations'
  | 'locationChoices'
  | 'board'
  | 'timeline'
  | 'basket'
  | 'kiosk'
  | 'counter'
  | 'picture'
  | 'subscribeBoard'
  | 'subscribeView'
  | 'syncOnce'
  | 'inquire'
  | 'stop'

export type ToWorker =
  | { readonly kind: 'call'; readonly callId: number; readonly method: EngineMethod; readonly argument: unknown }
  | { readonly kind: 'unsubscribe'; readonly callId: number }
  | { readonly kind: 'clock-may-have-jumped' }
  | { readonly kind: 'own-store'; readonly locationId: number }
  | { readonly kind: 'screen-alive'; readonly query: ViewQuery; readonly report: ScreenReport | null }
  /** Answered by `alive` as soon as the worker's own loop gets to it. */
  | { readonly kind: 'ping' }

export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'alive' }
  | { readonly kind: 'not-started'; readonly code: string; readonly message: string }
  | { readonly kind: 'answer'; readonly callId: number; readonly value: unknown }
  | { readonly kind: 'threw'; readonly callId: number; readonly message: string }
  | { readonly kind: 'board-event'; readonly callId: number; readonly event: BoardEvent }
  | { readonly kind: 'view-event'; readonly callId: number; readonly event: ViewEvent }
  | { readonly kind: 'sync-event'; readonly callId: number; readonly event: SyncEvent }
  | { readonly kind: 'progress'; readonly progress: readonly SyncProgress[] }
