import type { ReactElement } from 'react'
import type { ProblemNews } from '../../../shared/manager/health.ts'
import { useSession } from '../session.tsx'
import { HEALTH_WORDS } from '../words/health-words.ts'

/** What a manager should look at: what kind of thing, then the line with names and numbers. */
export function ProblemsPanel({
  problems,
  isAllWell
}: {
  readonly problems: readonly ProblemNews[]
  /** Whether the other panels have nothing to say either. */
  readonly isAllWell: boolean
}): ReactElement {
  const { language } = useSession()
  const words = HEALTH_WORDS[language]
  if (problems.length === 0) return <p>{isAllWell ? words.noProblems : words.noOtherProblems}</p>
  return (
    <ul className="health-problems">
      {problems.map(({ code, title, detail, store }) => (
        <li key={`${code} ${detail}`}>
          <h2>{title}</h2>
          {store === null ? null : <p>{store}</p>}
          <p>{detail}</p>
        </li>
      ))}
    </ul>
  )
}
