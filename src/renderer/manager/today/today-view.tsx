import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import type { TodayPlace, Want } from '../../../shared/manager/today.ts'
import { Alert } from '../../form/form.tsx'
import { hrefOf, type ViewName } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import type { ViewProps } from '../shell.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'
import { TODAY_WORDS } from '../words/today-words.ts'
import './today.css'

const EVERY_MS = 10_000

/** The first look of the day: what wants a look, what is well, what changes next. */
export default function TodayView({ route, locationId }: ViewProps): ReactElement {
  const { language } = useSession()
  const words = TODAY_WORDS[language]
  const views = SHELL_WORDS[language].views
  const { answer: today, refusal } = useAnswer('home:today', [locationId], { everyMs: EVERY_MS })
  const { answer: machine } = useAnswer('home:machine', [], { everyMs: EVERY_MS })
  const ofMachine = machine?.wants ?? []
  const refused = today === null ? (refusal?.message ?? null) : null
  return (
    <main className="stage">
      <h1>{words.title}</h1>
      <p className="lead">{today?.store ?? ''}</p>
      <Alert message={ofMachine.some(({ detail }) => detail === refused) ? null : refused} />
      {today === null && ofMachine.length === 0 ? (
        <p role="status">{words.loading}</p>
      ) : (
        <div className="today-parts">
          <section aria-labelledby="today-wants">
            <h2 id="today-wants">{words.wants}</h2>
            <Wants wants={[...ofMachine, ...(today?.wants ?? [])]} route={route} />
          </section>
          {today === null ? null : (
            <div className="today-aside">
              <section aria-labelledby="today-well">
                <h2 id="today-well">{words.well}</h2>
                <ul>
                  {[...(machine?.well ?? []), ...today.well].map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </section>
              <section aria-labelledby="today-next">
                <h2 id="today-next">{words.nextChange}</h2>
                <p>{today.nextChange ?? words.noChange}</p>
                <Link href={hrefOf('time-machine', route)}>{words.look(views['time-machine'])}</Link>
              </section>
              <section aria-labelledby="today-register">
                <h2 id="today-register">{words.register}</h2>
                <p>
                  {today.score.share === null ? null : <b className="today-share">{today.score.share}</b>}{' '}
                  {today.score.text}
                </p>
                <p>{today.score.sample.text}</p>
                <Link href={hrefOf('register-check', route)}>{words.look(views['register-check'])}</Link>
              </section>
            </div>
          )}
        </div>
      )}
    </main>
  )
}

function Wants({ wants, route }: Pick<ViewProps, 'route'> & { readonly wants: readonly Want[] }): ReactElement {
  const { language } = useSession()
  const words = TODAY_WORDS[language]
  const views = SHELL_WORDS[language].views
  if (wants.length === 0) return <p>{words.nothingWants}</p>
  return (
    <ul>
      {wants.map(({ words: sentence, detail, place }) => {
        const { view, params } = linkOf(place)
        return (
          <li key={`${sentence} ${detail}`}>
            <p>
              <b>{sentence}</b>
            </p>
            {detail === null ? null : <p>{detail}</p>}
            <Link href={hrefOf(view, route, params)} aria-label={words.lookAt(views[view], sentence)}>
              {words.look(views[view])}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** Health is looked at where it is said. */
function linkOf(place: TodayPlace): { readonly view: ViewName; readonly params: Readonly<Record<string, string>> } {
  switch (place) {
    case 'problems':
    case 'quarantine':
      return { view: 'health', params: { tab: place } }
    case 'health':
    case 'settings':
    case 'screens':
      return { view: place, params: {} }
  }
}
