import type { BackupChannels } from './backup.ts'
import type { ExplanationChannels } from './explanation.ts'
import type { AbsenceChannels } from './absence.ts'
import type { GateChannels, SessionChannels } from './gate.ts'
import type { NetworkChannels } from './network.ts'
import type { PrintChannels, PrintInquiries } from './print.ts'
import type { HealthHostChannels, HealthInquiryChannels } from './health.ts'
import type { RegisterChannels, RegisterHostChannels } from './register.ts'
import type { ScreensChannels, ShownScreensChannels } from './screens.ts'
import type { SetupAgainChannels } from './setup-again.ts'
import type { SettingsChannels, SettingsChoicesChannels } from './settings.ts'
import type { StoresChannels } from './stores.ts'
import type { TodayChannels, TodayHostChannels } from './today.ts'
import type { UpdatesChannels } from './updates.ts'
import type { TimeMachineChannels } from './time-machine.ts'

/** Answered by the engine, from the store and the live boards. */
export interface InquiryChannels
  extends
    StoresChannels,
    TimeMachineChannels,
    ExplanationChannels,
    AbsenceChannels,
    SettingsChoicesChannels,
    HealthInquiryChannels,
    TodayChannels,
    ShownScreensChannels,
    PrintInquiries,
    RegisterChannels {}

/** Answered by the host: the desktop app, or `serve`. */
export interface HostChannels
  extends
    SessionChannels,
    SettingsChannels,
    HealthHostChannels,
    TodayHostChannels,
    BackupChannels,
    ScreensChannels,
    PrintChannels,
    NetworkChannels,
    SetupAgainChannels,
    RegisterHostChannels,
    UpdatesChannels {}

/** Every question that the manager's page asks: arguments and answer, a name each. The one map of them (docs/manager.md). */
export interface ManagerChannels extends GateChannels, InquiryChannels, HostChannels {}

export type InquiryChannel = keyof InquiryChannels
export type HostChannel = keyof HostChannels
export type ManagerChannel = keyof ManagerChannels
export type ManagerArgs<C extends ManagerChannel> = ManagerChannels[C]['args']
export type ManagerAnswer<C extends ManagerChannel> = ManagerChannels[C]['answer']

export type ManagerRefusalCode =
  | 'unknown-call'
  | 'locked'
  | 'wrong-arguments'
  /** What was typed is not right; `field` says where. */
  | 'refused'
  /** No engine, or no full sync yet. */
  | 'unavailable'
  | 'failed'

export interface ManagerRefusal {
  readonly ok: false
  readonly code: ManagerRefusalCode
  /** The form's field that is wrong, as the channel names it. */
  readonly field: string | null
  /** One line for a person. */
  readonly message: string
  /** Where several fields are wrong, each with its own line; `field` and `message` are the first of them. */
  readonly faults?: readonly { readonly field: string; readonly message: string }[]
}

export type ManagerReply<Answer> = { readonly ok: true; readonly answer: Answer } | ManagerRefusal

/** What the manager's page is given: by its preload in the desktop app, over HTTP in a browser. */
export interface ManagerBridge {
  /** Answers a refusal as a value; rejects where the host does not answer at all. `token` is a session's, or null. */
  readonly call: <C extends ManagerChannel>(
    channel: C,
    token: string | null,
    args: ManagerArgs<C>
  ) => Promise<ManagerReply<ManagerAnswer<C>>>
}
