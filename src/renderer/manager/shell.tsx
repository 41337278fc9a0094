import { lazy, Suspense, type CSSProperties, type ReactElement } from 'react'
import { Button, Link } from 'react-aria-components'
import { LastGood } from '../board/last-good.tsx'
import { Action } from '../form/form.tsx'
import { hrefOf, useRoute, VIEW_NAMES, type Route, type ViewName } from './route.ts'
import { useRoving } from './roving.ts'
import { useAnswer, useSession } from './session.tsx'
import { StorePicker, useStoreAtHand } from './store-picker.tsx'
import { SHELL_WORDS } from './words/shell-words.ts'

/** A view; each is loaded when it is first looked at. */
export interface ViewProps {
  readonly route: Route
  /** The store that the window is about; null while none is known. */
  readonly locationId: number | null
}

const VIEWS: Readonly<Record<ViewName, React.ComponentType<ViewProps>>> = {
  today: lazy(() => import('./today/today-view.tsx')),
  screens: lazy(() => import('./screens/screens-view.tsx')),
  'register-check': lazy(() => import('./register-check/register-check-view.tsx')),
  'time-machine': lazy(() => import('./time-machine/time-machine-view.tsx')),
  absence: lazy(() => import('./absence/absence-view.tsx')),
  print: lazy(() => import('./print/print-view.tsx')),
  health: lazy(() => import('./health/health-view.tsx')),
  settings: lazy(() => import('./settings/settings-view.tsx'))
}

const FEEDS_EVERY_MS = 10_000

/** The list at the left, the view at hand beside it. */
export function Shell({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  const { language, lock } = useSession()
  const words = SHELL_WORDS[language]
  const route = useRoute()
  const { stores, locationId, house } = useStoreAtHand(route, isOpen)
  const View = VIEWS[route.view]
  const { stop, rover } = useRoving(VIEW_NAMES, route.view)
  return (
    <div className="window" style={coloursOf(house?.storeColour ?? null)}>
      <nav className="views" aria-label={words.navigation}>
        <Button className="skip" onPress={goToContent}>
          {words.toContent}
        </Button>
        <p className="brand">{house?.companyName ?? 'Topshelf'}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul {...rover}>
          {VIEW_NAMES.map((name) => (
            <li key={name}>
              <a
                href={hrefOf(name, route)}
                data-rover={name}
                tabIndex={name === stop ? 0 : -1}
                aria-current={name === route.view ? 'page' : undefined}
              >
                {words.views[name]}
              </a>
            </li>
          ))}
        </ul>
        <div className="views-foot">
          <StorePicker stores={stores} locationId={locationId} route={route} />
          <FeedsLine route={route} />
          <Action onPress={lock}>{words.lock}</Action>
        </div>
      </nav>
      <LastGood value={route} fallback={<main className="stage">{words.noAnswer}</main>}>
        {(good) => (
          <Suspense fallback={<main className="stage" aria-busy="true" />}>
            <View key={good.view} route={good} locationId={locationId} />
          </Suspense>
        )}
      </LastGood>
    </div>
  )
}

/** Past the list of views, for whoever goes by the keyboard. */
function goToContent(): void {
  const content = document.querySelector<HTMLElement>('.window main')
  if (content === null) return
  content.tabIndex = -1
  content.focus()
}

/** How the feeds are, seen from every view. */
function FeedsLine({ route }: { readonly route: Route }): ReactElement {
  const { answer: health, refusal } = useAnswer('health:read', [], { everyMs: FEEDS_EVERY_MS })
  // What was fresh when nobody can be asked any more may not be so now.
  if (health === null || refusal !== null) return <p className="feeds-line" aria-hidden="true" />
  return (
    <Link className="feeds-line" href={hrefOf('health', route)}>
      {health.feedsSummary}
    </Link>
  )
}

/** The list of views stands in the store's own colour. */
function coloursOf(colour: { readonly ground: string; readonly ink: string } | null): CSSProperties {
  return colour === null ? {} : ({ '--store': colour.ground, '--store-ink': colour.ink } as CSSProperties)
}
