import type { ReactElement } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { PickOne } from '../../form/choices.tsx'
import type { TimeMachineWords } from '../words/time-machine-words.ts'

const SCREEN_AS_DELIVERED = 'as-delivered'
/** A list that would not fit is one that opens. */
const AROUND_LIST_PX = 150
const LISTED_PX = 44

/** Beside the board, or under it: of which screen it is, how large it stands there, and its pages. */
export function BesideBoard({
  screens,
  screen,
  onScreen,
  isLarge,
  onLarge,
  pages,
  slim,
  heightPx,
  words
}: {
  /** Null is the name of a screen as delivered. */
  readonly screens: readonly { readonly name: string | null; readonly label: string }[]
  readonly screen: string | null
  readonly onScreen: (name: string | null) => void
  readonly isLarge: boolean
  readonly onLarge: (isLarge: boolean) => void
  readonly pages: { readonly page: number; readonly count: number; readonly setPage: (page: number) => void }
  /** Under the board, and not beside it. */
  readonly slim: boolean
  /** Of the board. */
  readonly heightPx: number
  readonly words: TimeMachineWords
}): ReactElement {
  const pick = (key: string): void => onScreen(key === SCREEN_AS_DELIVERED ? null : key)
  const options = screens.map(({ name, label }) => ({ id: name ?? SCREEN_AS_DELIVERED, name: label }))
  const chosen = screen ?? SCREEN_AS_DELIVERED
  const isList = !slim && heightPx >= AROUND_LIST_PX + LISTED_PX * options.length
  return (
    <div className="screens">
      {!isList ? (
        <PickOne label={words.screen} options={options} value={chosen} onPick={pick} />
      ) : (
        <>
          <h2 id="screens-of-time-machine">{words.screens}</h2>
          <ToggleButtonGroup
            aria-labelledby="screens-of-time-machine"
            className="screen-list"
            orientation="vertical"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[chosen]}
            onSelectionChange={(keys) => {
              const [key] = [...keys]
              pick(String(key ?? SCREEN_AS_DELIVERED))
            }}
          >
            {options.map(({ id, name }) => (
              <ToggleButton id={id} key={id}>
                {name}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </>
      )}
      <div className="pages">
        <Button className="larger" onPress={() => onLarge(!isLarge)}>
          {isLarge ? words.whole : words.larger}
        </Button>
        <Button
          aria-label={words.pageBefore}
          isDisabled={pages.page === 0}
          onPress={() => pages.setPage(pages.page - 1)}
        >
          ‹
        </Button>
        <span role="status">{words.page(pages.page + 1, Math.max(1, pages.count))}</span>
        <Button
          aria-label={words.pageAfter}
          isDisabled={pages.page + 1 >= pages.count}
          onPress={() => pages.setPage(pages.page + 1)}
        >
          ›
        </Button>
      </div>
    </div>
  )
}
