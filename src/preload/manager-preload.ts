import { contextBridge, ipcRenderer } from 'electron'
import type { ManagerBridge } from '../shared/manager/manager-channels.ts'

/** The desk knows its channels and who may ask (docs/manager.md): one way through is all this page needs. */
const bridge: ManagerBridge = {
  call: (channel, token, args) => ipcRenderer.invoke('manager:call', channel, token, args)
}

contextBridge.exposeInMainWorld('topshelfManager', bridge)
