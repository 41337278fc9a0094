import { useState, type ReactElement } from 'react'
import { Action, Alert } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import type { RegisterCheckWords } from './register-check-words.ts'

/** How a check counts in the score, and the way out of it: for one that was typed wrongly. */
export function KeptCheck({
  checkId,
  replaced,
  words,
  onForgotten
}: {
  readonly checkId: number
  /** Whose place it has taken. */
  readonly replaced: string | null
  readonly words: RegisterCheckWords
  readonly onForgotten: () => void
}): ReactElement {
  const { ask } = useSession()
  const [isForgotten, setForgotten] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function forget(): Promise<void> {
    const reply = await ask('register:forget-check', [checkId])
    setRefusal(reply.ok ? null : reply.message)
    if (!reply.ok) return
    setForgotten(true)
    onForgotten()
  }

  return (
    <div className="kept-check">
      <p role="status">{isForgotten ? words.notCounted : (replaced ?? words.counted)}</p>
      <Alert message={refusal} />
      {isForgotten ? null : <Action onPress={() => void forget()}>{words.forget}</Action>}
    </div>
  )
}
