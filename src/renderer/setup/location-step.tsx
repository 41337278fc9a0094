import { useState, type ReactElement } from 'react'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  DisclosurePanel,
  Heading,
  Input,
  Label,
  Radio,
  RadioGroup,
  SearchField
} from 'react-aria-components'
import type { LocationChoice } from '../../shared/setup.ts'
import { answerOf, failureOf, type SetupFailure } from './answer-of.ts'
import { FailureNote } from './failure-note.tsx'
import type { StepProps } from './first-run.tsx'
import type { SetupWords } from './setup-words.ts'

const EVERY = 'every'

/** Step 3: which store this screen shows, and on demand which others are served. One that cannot be shown yet says why. */
export function LocationStep({
  bridge,
  words,
  onState,
  source,
  locations
}: StepProps & {
  readonly source: 'demo' | 'cova'
  readonly locations: readonly LocationChoice[]
}): ReactElement {
  const [search, setSearch] = useState('')
  const [market, setMarket] = useState(EVERY)
  const [served, setServed] = useState<readonly string[]>([])
  const [busy, setBusy] = useState<number | null>(null)
  const [failure, setFailure] = useState<SetupFailure | null>(null)
  const inMarket = locations.filter((location) => market === EVERY || location.market?.market === market)
  const found = inMarket.filter((location) => matches(location, search))
  const isNarrowed = search !== '' || market !== EVERY

  const choose = async (locationId: number): Promise<void> => {
    if (busy !== null) return
    setBusy(locationId)
    setFailure(null)
    const restrictTo = served.length === 0 ? null : [...new Set([locationId, ...served.map(Number)])]
    const result = await answerOf(() => bridge.chooseLocation(locationId, restrictTo))
    setBusy(null)
    if (result.ok) onState(result.state)
    else setFailure(failureOf(result, words))
  }

  const count = words.countOfStores(locations.length)
  return (
    <>
      <h1>{words.whichStore}</h1>
      <p className="setup-lead">{source === 'demo' ? words.storesOfDemo(count) : words.storesOfCompany(count)}</p>
      <FailureNote failure={failure} />
      <SearchField className="field setup-search" value={search} onChange={setSearch}>
        <Label>{words.searchStores}</Label>
        <Input autoComplete="off" spellCheck={false} />
      </SearchField>
      <MarketFilter words={words} locations={locations} market={market} onMarket={setMarket} />
      <p className="setup-count" role="status">
        {isNarrowed ? words.foundStores(words.countOfStores(found.length)) : ''}
      </p>
      <ul className="setup-locations">
        {found.map((location) => (
          <li key={location.locationId}>
            <Button
              isDisabled={location.problem !== null || busy !== null}
              {...(location.problem === null ? {} : { 'aria-describedby': `problem-${location.locationId}` })}
              onPress={() => void choose(location.locationId)}
            >
              <b>{location.name}</b>
              <span>{busy === location.locationId ? words.openingBoard : location.place}</span>
            </Button>
            {location.problem === null ? null : (
              <p className="setup-error" id={`problem-${location.locationId}`}>
                {words.locationProblems[location.problem]}
              </p>
            )}
          </li>
        ))}
      </ul>
      {locations.length < 2 ? null : (
        <Disclosure className="disclosure setup-disclosure">
          <Heading level={2}>
            <Button slot="trigger">{words.restrict}</Button>
          </Heading>
          <DisclosurePanel>
            <p className="setup-lead">{words.restrictNote}</p>
            <CheckboxGroup
              aria-label={words.restrict}
              className="choices"
              value={[...served]}
              onChange={(chosen) => setServed(chosen)}
            >
              {inMarket.map(({ locationId, name, place }) => (
                <Checkbox key={locationId} value={String(locationId)} className="choice">
                  <span className="box" aria-hidden="true" />
                  {name}, {place}
                </Checkbox>
              ))}
            </CheckboxGroup>
            <p className="setup-count" role="status">
              {words.restrictChosen(served.length)}
            </p>
          </DisclosurePanel>
        </Disclosure>
      )}
    </>
  )
}

/** Only where there is something to choose between. */
function MarketFilter({
  words,
  locations,
  market,
  onMarket
}: {
  readonly words: SetupWords
  readonly locations: readonly LocationChoice[]
  readonly market: string
  readonly onMarket: (market: string) => void
}): ReactElement | null {
  const markets = new Map(
    locations.flatMap((location) => (location.market === null ? [] : [[location.market.market, location.market.name]]))
  )
  if (markets.size < 2) return null
  return (
    <RadioGroup className="choices across" value={market} onChange={onMarket} orientation="horizontal">
      <Label>{words.province}</Label>
      {[[EVERY, words.everyProvince] as const, ...markets].map(([value, name]) => (
        <Radio key={value} value={value} className="choice">
          <span className="dot" aria-hidden="true" />
          {name}
        </Radio>
      ))}
    </RadioGroup>
  )
}

function matches(location: LocationChoice, search: string): boolean {
  const text = folded(`${location.name} ${location.place} ${location.market?.name ?? ''}`)
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Nobody types accents to find "Montréal". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}
