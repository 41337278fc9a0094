import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import type { ManagerBridge } from '../../shared/manager/manager-channels.ts'
import '../board/board.css'
import { askForBoardFont } from '../board/font-gate.ts'
import { callManager } from '../bridge/manager-calls.ts'
import { ManagerApp } from './manager-app.tsx'
import '../form/form.css'
import './manager.css'

declare global {
  interface Window {
    /** Exposed by the desktop app's preload to this page alone. */
    readonly topshelfManager?: ManagerBridge
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
const bridge: ManagerBridge = window.topshelfManager ?? { call: callManager }
// Main answers from memory: asking again costs little, and an answer of before must not pass for one of now.
const queries = new QueryClient({
  defaultOptions: { queries: { retry: 2, staleTime: 0, refetchOnWindowFocus: true, networkMode: 'always' } }
})
askForBoardFont(document.fonts)
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <ManagerApp bridge={bridge} />
  </QueryClientProvider>
)
