import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { InvokeChannel, InvokeChannels, PushChannel, PushChannels, TopshelfBridge } from '../shared/channels.ts'

function ask<C extends InvokeChannel>(
  channel: C,
  ...args: InvokeChannels[C]['args']
): Promise<InvokeChannels[C]['answer']> {
  return ipcRenderer.invoke(channel, ...args)
}

/** The listener gets the payload alone: Electron's event object would hand the page its sender. */
function on<C extends PushChannel>(channel: C, listener: (payload: PushChannels[C]) => void): () => void {
  const wrapped = (_event: IpcRendererEvent, payload: PushChannels[C]): void => listener(payload)
  ipcRenderer.on(channel, wrapped)
  return () => {
    ipcRenderer.removeListener(channel, wrapped)
  }
}

const bridge: TopshelfBridge = {
  setupState: () => ask('setup:state'),
  useDemo: () => ask('setup:use-demo'),
  connect: (credentials) => ask('setup:connect', credentials),
  chooseLocation: (locationId, restrictToLocationIds) =>
    ask('setup:choose-location', locationId, restrictToLocationIds),
  finishSetup: (answers) => ask('setup:finish', answers),
  cancelSetup: () => ask('setup:cancel'),
  boardReady: () => ask('board:ready'),
  kioskSheet: (productId) => ask('kiosk:sheet', productId),
  kioskBasket: (lines, rewardId) => ask('kiosk:basket', lines, rewardId),
  kioskHandOver: (lines) => ask('kiosk:hand-over', lines),
  openManager: () => ask('manager:open'),
  screenAlive: (report) => ask('screen:alive', report),
  onSetupChanged: (listener) => on('setup:changed', listener),
  onBoardView: (listener) => on('board:view', listener),
  onBoardPatch: (listener) => on('board:patch', listener),
  onClock: (listener) => on('board:clock', listener),
  onAlive: (listener) => on('board:alive', () => listener()),
  onBeat: (listener) => on('board:beat', () => listener()),
  onOrder: (listener) => on('screen:order', listener),
  onProblem: (listener) => on('board:problem', listener)
}

contextBridge.exposeInMainWorld('topshelf', bridge)
