import type { ReactElement } from 'react'
import { useAnswer, useSession } from '../session.tsx'
import { HEALTH_WORDS } from '../words/health-words.ts'
import { Fault } from './feeds-panel.tsx'

const EVERY_MS = 5000

/** The last runs, with counts and durations. */
export function HistoryPanel(): ReactElement {
  const { language } = useSession()
  const words = HEALTH_WORDS[language]
  const { answer: runs } = useAnswer('health:runs', [], { everyMs: EVERY_MS })
  if (runs === null) return <p role="status">{words.loading}</p>
  if (runs.length === 0) return <p>{words.noRuns}</p>
  return (
    <table className="health-sheet">
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.feed}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.took}</th>
          <th scope="col" className="health-number">
            {words.pages}
          </th>
          <th scope="col" className="health-number">
            {words.records}
          </th>
          <th scope="col" className="health-number">
            {words.changed}
          </th>
          <th scope="col" className="health-number">
            {words.rejected}
          </th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.runId}>
            <td>{run.at}</td>
            <th scope="row">{run.name}</th>
            <td>{run.kind}</td>
            <td>{run.took ?? words.underWay}</td>
            <td className="health-number">{run.pages}</td>
            <td className="health-number">{run.records}</td>
            <td className="health-number">{run.changed}</td>
            <td className="health-number">{run.rejected}</td>
            <td>{run.fault === null ? run.took === null ? '' : words.good : <Fault fault={run.fault} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
