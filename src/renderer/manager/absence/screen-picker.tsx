import type { ReactElement } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { amend, type Route } from '../route.ts'
import { useAnswer, useSession } from '../session.tsx'
import { SHELL_WORDS } from '../words/shell-words.ts'

/** Stands for screens that nobody has set up, which have no name. */
const UNNAMED = ''

/** Which way of setting a screen the view asks about; nothing where there is one alone. */
export function ScreenPicker({ route }: { readonly route: Route }): ReactElement | null {
  const { language } = useSession()
  const words = SHELL_WORDS[language]
  const { answer } = useAnswer('stores:list', [])
  const screens = (answer?.screens ?? [])
    .filter(({ name }) => name !== 'default')
    .map(({ name }) => ({ id: name ?? UNNAMED, label: name ?? words.defaultScreen }))
  if (screens.length < 2) return null
  return (
    <Select
      className="select"
      value={route.params['screen'] ?? UNNAMED}
      onChange={(chosen) => amend(route, { screen: chosen === UNNAMED ? null : String(chosen) })}
    >
      <Label>{words.screen}</Label>
      <Button>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <ListBox items={screens}>{({ id, label }) => <ListBoxItem id={id}>{label}</ListBoxItem>}</ListBox>
      </Popover>
    </Select>
  )
}
