import type { ReactElement } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ListedScreen } from '../../../shared/manager/screens.ts'
import type { ScreensWords } from './screens-words.ts'
import { Thumbnail } from './thumbnail.tsx'

/** Every screen beside the others, as they are now. */
export function Wall({
  screens,
  chosen,
  words,
  onChoose
}: {
  readonly screens: readonly ListedScreen[]
  readonly chosen: string | null
  readonly words: ScreensWords
  readonly onChoose: (id: string) => void
}): ReactElement {
  return (
    <ListBox
      aria-label={words.wall}
      className="wall"
      layout="grid"
      items={screens}
      dependencies={[words]}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        if (typeof id === 'string') onChoose(id)
      }}
    >
      {(screen) => (
        <ListBoxItem id={screen.id} textValue={screen.name} className="wall-screen">
          <Thumbnail screen={screen} words={words} />
          <span className="wall-name">
            <span className="wall-number">{screen.number}</span> {screen.name}
          </span>
          <span className="wall-facts">
            <span>{screen.facts?.shows ?? screen.since}</span>
            <span>{screen.facts?.pages ?? screen.where}</span>
            {screen.problems.length === 0 ? null : <span className="wall-problem">{screen.problems[0]}</span>}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
