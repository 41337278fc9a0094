import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback } from 'react'
import type {
  InquiryChannel,
  HostChannel,
  ManagerAnswer,
  ManagerArgs,
  ManagerRefusal,
  ManagerReply
} from '../../shared/manager/manager-channels.ts'
import type { ManagerLanguage } from './words/language.ts'

export type OpenChannel = InquiryChannel | HostChannel

/** What every view may ask and say, once the window is open. */
export interface ManagerSession {
  readonly language: ManagerLanguage
  /** Tag for React Aria and `lang`: "fr-CA". */
  readonly languageTag: string
  /** Answers a refusal as a value; a host that does not answer is one too. */
  readonly ask: <C extends OpenChannel>(channel: C, args: ManagerArgs<C>) => Promise<ManagerReply<ManagerAnswer<C>>>
  readonly lock: () => void
  /** False while the PIN is asked for: nothing is asked of the host meanwhile. */
  readonly isOpen: boolean
}

export const SessionContext = createContext<ManagerSession | null>(null)

export function useSession(): ManagerSession {
  const session = use(SessionContext)
  if (session === null) throw new Error('no session around this view')
  return session
}

export interface Asked<Answer> {
  /** The last answer; stays while another is under way, also for other arguments. */
  readonly answer: Answer | null
  /** Why there is none, or no newer one. */
  readonly refusal: ManagerRefusal | null
  readonly isAsking: boolean
  /** True while `answer` is still that of other arguments. */
  readonly isOld: boolean
  readonly again: () => void
}

/** An answer that follows its arguments, and is asked for again every so often where `everyMs` says. */
export function useAnswer<C extends OpenChannel>(
  channel: C,
  args: ManagerArgs<C>,
  options: { readonly everyMs?: number; readonly enabled?: boolean } = {}
): Asked<ManagerAnswer<C>> {
  const { ask, isOpen } = useSession()
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: [channel, args],
    queryFn: async () => {
      const reply = await ask(channel, args)
      if (!reply.ok) throw new RefusedError(reply)
      return reply.answer
    },
    placeholderData: keepPreviousData,
    enabled: isOpen && (options.enabled ?? true),
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
    retry: false
  })
  return {
    answer: data ?? null,
    refusal: error instanceof RefusedError ? error.refusal : null,
    isAsking: isFetching,
    isOld: isPlaceholderData,
    again: useCallback(() => void refetch(), [refetch])
  }
}

/** After something was changed: every view asks again. */
export function useAskAllAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries(), [queries])
}

class RefusedError extends Error {
  readonly refusal: ManagerRefusal

  constructor(refusal: ManagerRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}
