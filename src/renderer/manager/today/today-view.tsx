import type { ReactElement } from 'react'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'

/** The first look of the day. */
export default function TodayView({ locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  const { answer, refusal } = useAnswer('stores:list', [])
  const store = answer?.stores.find((one) => one.locationId === locationId) ?? null
  return (
    <main className="stage">
      <h1>{SHELL_WORDS[language].views.today}</h1>
      <p className="lead">{store === null ? (refusal?.message ?? '') : `${store.name}, ${store.place}`}</p>
    </main>
  )
}
