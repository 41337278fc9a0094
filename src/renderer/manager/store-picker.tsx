import type { ReactElement } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'
import type { StoreChoice, StoresNews } from '../../shared/manager/stores.ts'
import { amend, type Route } from './route.ts'
import { useAnswer, useSession } from './session.tsx'
import { SHELL_WORDS } from './words/shell-words.ts'

const STORES_EVERY_MS = 30_000

/** The store that the route names, else this machine's own, else the first that can be shown. */
export function useStoreAtHand(
  route: Route,
  isOpen: boolean
): {
  readonly stores: readonly StoreChoice[]
  readonly locationId: number | null
  readonly house: Pick<StoresNews, 'companyName' | 'storeColour'> | null
} {
  const { answer } = useAnswer('stores:list', [], { everyMs: STORES_EVERY_MS, enabled: isOpen })
  const stores = answer?.stores ?? []
  const named = stores.find(({ locationId }) => String(locationId) === route.params['store'])
  const own = stores.find(({ locationId }) => locationId === answer?.locationId)
  const shown = named ?? own ?? stores.find(({ problem }) => problem === null) ?? null
  return { stores, locationId: shown?.locationId ?? null, house: answer }
}

/** Which store the views are about. */
export function StorePicker({
  stores,
  locationId,
  route
}: {
  readonly stores: readonly StoreChoice[]
  readonly locationId: number | null
  readonly route: Route
}): ReactElement | null {
  const { language } = useSession()
  const words = SHELL_WORDS[language]
  if (locationId === null) return null
  return (
    <Select
      className="select"
      value={locationId}
      onChange={(chosen) => amend(route, { store: String(chosen), screen: null })}
    >
      <Label>{words.store}</Label>
      <Button>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="top start">
        <ListBox items={stores.map((store) => ({ ...store, id: store.locationId }))}>
          {(store) => (
            <ListBoxItem id={store.locationId} textValue={store.name}>
              <Text slot="label">{store.name}</Text>
              <Text slot="description">{store.place}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
