import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-aria-components'
import type { AbsenceAnswer, AbsenceFindings } from '../../../shared/manager/absence.ts'
import { Action } from '../../form/form.tsx'
import type { AbsenceViewWords } from './absence-view-words.ts'

/** Why it is not up, in one large sentence, and what to do; below it every other reason and every screen. */
export function AnswerPanel({
  answer,
  words,
  seeThenHref,
  onProduct
}: {
  readonly answer: AbsenceAnswer
  readonly words: AbsenceViewWords
  /** The board at the instant it comes up; null where no view shows it. */
  readonly seeThenHref: string | null
  readonly onProduct: (productId: string) => void
}): ReactElement {
  const { subject, name, detail, up, headline, remedy, reasons, screens, notes, products, comesUp } = answer
  return (
    <>
      <p className="absence-subject">
        {subject === 'product' ? words.product : words.promotion}
        {detail === '' ? null : ` · ${detail}`}
      </p>
      <h2 className="absence-name">{name}</h2>
      <div aria-live="polite" className="absence-verdict" data-up={up}>
        <p className="absence-headline">{headline}</p>
        {remedy === null ? null : (
          <>
            <h3>{words.whatToDo}</h3>
            <p>{remedy}</p>
          </>
        )}
      </div>
      {comesUp === null || seeThenHref === null ? null : (
        <Link className="action" href={seeThenHref}>
          {words.seeThen(comesUp.label)}
        </Link>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {products.length === 0 ? null : (
        <Part title={words.lookUp}>
          <div className="absence-offers">
            {products.map((product) => (
              <Action key={product.id} onPress={() => onProduct(product.id)}>
                {product.name}
              </Action>
            ))}
          </div>
        </Part>
      )}
      {reasons.length < 2 ? null : (
        <Part title={words.also}>
          <ol className="absence-also">
            {reasons.slice(1).map((one) => (
              <li key={one.reason}>
                {one.reason} <span>{one.remedy}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part title={words.screens}>
        <ul className="absence-screens">
          {screens.map((screen) => (
            <li key={screen.name ?? ''} data-up={screen.up}>
              <b>{screen.label}</b>
              <span>{screen.state}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

/** Nothing fits: what that means, what to do, and names that were perhaps meant. */
export function NothingPanel({
  nothing,
  words,
  onName
}: {
  readonly nothing: NonNullable<AbsenceFindings['nothing']>
  readonly words: AbsenceViewWords
  readonly onName: (name: string) => void
}): ReactElement {
  return (
    <>
      <div aria-live="polite" className="absence-verdict" data-up={false}>
        <h2 className="absence-headline">{nothing.reason}</h2>
        <h3>{words.whatToDo}</h3>
        <p>{nothing.remedy}</p>
      </div>
      {nothing.nearest.length === 0 ? null : (
        <Part title={words.didYouMean}>
          <div className="absence-offers">
            {nothing.nearest.map((name) => (
              <Action key={name} onPress={() => onName(name)}>
                {name}
              </Action>
            ))}
          </div>
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="absence-part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}
