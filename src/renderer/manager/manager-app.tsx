import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { GateNews, Opened } from '../../shared/manager/gate.ts'
import type { ManagerBridge, ManagerReply } from '../../shared/manager/manager-channels.ts'
import { GateView } from './gate-view.tsx'
import { useIdleLock } from './idle-lock.ts'
import { SessionContext, type ManagerSession } from './session.tsx'
import { Shell } from './shell.tsx'
import { managerLanguageOf } from './words/language.ts'
import { SHELL_WORDS } from './words/shell-words.ts'

const ASK_AGAIN_MS = 2000
const GATE = ['gate:state']

/**
 * The gate until the PIN is right, then the views. Locking keeps the views as they are, out of sight and out of reach: a
 * half-typed form is there again after the PIN.
 */
export function ManagerApp({ bridge }: { readonly bridge: ManagerBridge }): ReactElement {
  const [token, showToken] = useState<string | null>(null)
  /** The session at hand: questions that are asked by themselves must not go by one of before. */
  const latest = useRef<string | null>(null)
  const setToken = useCallback((next: string | null) => {
    latest.current = next
    showToken(next)
  }, [])
  const [wasOpen, setWasOpen] = useState(false)
  const queries = useQueryClient()
  const gate = useQuery({
    queryKey: GATE,
    queryFn: async () => {
      const reply = await bridge.call('gate:state', null, [])
      if (!reply.ok) throw new Error(reply.message)
      return reply.answer
    },
    retry: false,
    refetchInterval: ({ state }) => (state.data === undefined ? ASK_AGAIN_MS : false)
  })
  const news = gate.data ?? null
  const askGate = useCallback(() => void queries.invalidateQueries({ queryKey: GATE }), [queries])

  // Not the browser's: what it calls its language is not always one that Intl takes.
  const languageTag = news?.language ?? 'en'
  const language = managerLanguageOf(languageTag)
  const words = SHELL_WORDS[language]
  useEffect(() => {
    document.documentElement.lang = languageTag
    document.title = `${words.title} - Topshelf`
  }, [languageTag, words.title])

  const shut = useCallback(() => {
    setToken(null)
    askGate()
  }, [askGate, setToken])
  const lock = useCallback(() => {
    if (token !== null) void bridge.call('session:end', token, []).catch(() => undefined)
    shut()
  }, [bridge, token, shut])
  useIdleLock(token !== null, lock)

  const isOpen = token !== null
  const session = useMemo<ManagerSession>(
    () => ({
      language,
      languageTag,
      lock,
      isOpen,
      ask: async (channel, args) => {
        try {
          const asking = latest.current
          const reply = await bridge.call(channel, asking, args)
          if (!reply.ok && reply.code === 'locked' && asking === latest.current) shut()
          return reply
        } catch {
          return { ok: false, code: 'unavailable', field: null, message: words.noAnswer }
        }
      }
    }),
    [bridge, language, languageTag, lock, isOpen, shut, words.noAnswer]
  )

  const opened = useCallback(
    (reply: ManagerReply<Opened>): ManagerReply<Opened> => {
      if (!reply.ok) return reply
      if (reply.answer.ok) {
        setToken(reply.answer.token)
        setWasOpen(true)
        // What was asked while the window was locked was refused.
        void queries.invalidateQueries()
      } else {
        const { state } = reply.answer
        queries.setQueryData<GateNews>(GATE, (known) => (known === undefined ? known : { ...known, state }))
      }
      return reply
    },
    [queries, setToken]
  )
  const tryPin = useCallback(
    async (channel: 'gate:unlock' | 'gate:choose-pin', pin: string): Promise<ManagerReply<Opened>> => {
      try {
        return opened(await bridge.call(channel, null, [pin]))
      } catch {
        return { ok: false, code: 'unavailable', field: null, message: words.noAnswer }
      }
    },
    [bridge, opened, words.noAnswer]
  )

  return (
    <I18nProvider locale={languageTag}>
      <SessionContext value={session}>
        {wasOpen ? (
          <div className="window-place" inert={!isOpen} hidden={!isOpen}>
            <Shell isOpen={isOpen} />
          </div>
        ) : null}
        {isOpen ? null : news === null ? (
          <main className="gate">
            <p className="gate-brand">Topshelf</p>
            <p role="status">{gate.isError ? words.noAnswer : words.opensSoon}</p>
          </main>
        ) : (
          <GateView
            state={news.state}
            words={words}
            onUnlock={(pin) => tryPin('gate:unlock', pin)}
            onChoose={(pin) => tryPin('gate:choose-pin', pin)}
            onWaited={askGate}
          />
        )}
      </SessionContext>
    </I18nProvider>
  )
}
