import type { ReactElement } from 'react'
import type { CheckedLineInWords, CheckSummary } from '../../../shared/manager/register.ts'
import type { RegisterCheckWords } from './register-check-words.ts'

/** What a check found: in a sentence, then line by line, the worst first. */
export function CheckResults({
  title,
  note = null,
  summary,
  lines,
  words
}: {
  readonly title: string
  /** Where it is no longer of what stands in the form. */
  readonly note?: string | null
  readonly summary: CheckSummary
  readonly lines: readonly CheckedLineInWords[]
  readonly words: RegisterCheckWords
}): ReactElement {
  const { unchecked, malformed } = summary.counts
  return (
    <div className="check-results">
      <h2>{title}</h2>
      {note === null ? null : (
        <p role="status" className="by-day">
          {note}
        </p>
      )}
      <div role="status" className="check-summary">
        <p className="check-headline">{summary.headline}</p>
        {summary.overText === null ? null : <p className="check-over">{summary.overText}</p>}
        {summary.underText === null ? null : <p>{summary.underText}</p>}
        {unchecked === 0 ? null : <p>{words.uncheckedCount(unchecked)}</p>}
        {malformed === 0 ? null : <p>{words.malformedTitle(malformed)}.</p>}
      </div>
      {lines.length === 0 ? null : (
        <div className="check-table" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.columnProduct}</th>
                <th scope="col">{words.columnSold}</th>
                <th scope="col" className="figure">
                  {words.columnBoard}
                </th>
                <th scope="col" className="figure">
                  {words.columnRegister}
                </th>
                <th scope="col">{words.columnCause}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <ResultRow key={line.lineNumber} line={line} words={words} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function ResultRow({
  line,
  words
}: {
  readonly line: CheckedLineInWords
  readonly words: RegisterCheckWords
}): ReactElement {
  const where = [
    words.reportLine(line.lineNumber),
    ...(line.receipt === null || line.receipt === 'typed' ? [] : [words.onReceipt(line.receipt)]),
    ...(line.isReturn ? [words.returned] : [])
  ]
  const soldAt = line.soldAt === null ? [] : [line.soldAt.day, line.soldAt.time].filter((part) => part !== null)
  return (
    <tr className={line.kind}>
      <th scope="row">
        {line.productName ?? line.product}
        <span className="check-detail">{where.join(', ')}</span>
      </th>
      <td>
        {line.quantity}
        <span className="check-detail">{soldAt.join(', ')}</span>
      </td>
      <td className="figure">
        {line.promised ?? '–'}
        {line.isBeforeTax && line.promised !== null ? <span className="check-detail">{words.withoutTax}</span> : null}
      </td>
      <td className="figure">{line.charged ?? '–'}</td>
      <td>
        <span className="check-kind">{line.difference ?? words.kinds[line.kind]}</span>
        {line.kind === 'agrees' ? null : <span className="check-detail">{line.cause}</span>}
      </td>
    </tr>
  )
}
