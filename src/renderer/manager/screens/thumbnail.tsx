import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactElement } from 'react'
import type { ListedScreen, ScreenFacts } from '../../../shared/manager/screens.ts'
import { LANDSCAPE_SCREEN, Preview } from '../preview.tsx'
import { useSession } from '../session.tsx'
import type { ScreensWords } from './screens-words.ts'

const WIDTH_PX = 380
const HEIGHT_PX = 214
const NOTHING = (): void => undefined

/** The very board that a screen shows, on the page that is on it now, as it changes. */
export function Thumbnail({
  screen,
  words
}: {
  readonly screen: ListedScreen
  readonly words: ScreensWords
}): ReactElement {
  // While another engine is started, what it was last stays.
  const [last, setLast] = useState(screen.facts)
  if (screen.facts !== null && screen.facts !== last) setLast(screen.facts)
  const facts = screen.facts ?? (screen.isOn ? last : null)
  return (
    <div className="thumbnail">
      {facts === null ? (
        <p className="thumbnail-none">{screen.isOn ? words.opening : words.noBoard}</p>
      ) : (
        <LiveBoard facts={facts} />
      )}
    </div>
  )
}

function LiveBoard({ facts }: { readonly facts: ScreenFacts }): ReactElement | null {
  const { ask } = useSession()
  const { page, viewKey, clock } = facts
  const { data } = useQuery({
    queryKey: ['screens:view', page, viewKey],
    queryFn: async () => {
      const reply = await ask('screens:view', [page, viewKey])
      if (!reply.ok) throw new Error(reply.message)
      return reply.answer.view
    },
    placeholderData: keepPreviousData,
    retry: false,
    // Each key is one look of the board; those before are of no use.
    gcTime: 0,
    staleTime: Infinity
  })
  const view = useMemo(() => (data === undefined ? null : { ...data, head: { ...data.head, clock } }), [data, clock])
  if (view === null) return null
  const screen = {
    widthPx: facts.widthPx ?? LANDSCAPE_SCREEN.widthPx,
    heightPx: facts.heightPx ?? LANDSCAPE_SCREEN.heightPx
  }
  const scale = Math.min(WIDTH_PX / screen.widthPx, HEIGHT_PX / screen.heightPx)
  return (
    <Preview
      view={view}
      screen={screen}
      widthPx={Math.round(screen.widthPx * scale)}
      page={facts.pageAt ?? 0}
      onPages={NOTHING}
    >
      {facts.light === null ? null : <p className="thumbnail-light">{facts.light}</p>}
    </Preview>
  )
}
