import type { ReactElement } from 'react'
import type { SetupFailure } from './answer-of.ts'

/** What went wrong as a whole, above the form. */
export function FailureNote({ failure }: { readonly failure: SetupFailure | null }): ReactElement | null {
  if (failure === null) return null
  return (
    <div className="setup-alert" role="alert">
      <p>{failure.message}</p>
      {failure.detail === null ? null : <p className="setup-detail">{failure.detail}</p>}
    </div>
  )
}
