import { useState, type ReactElement } from 'react'
import type { TopshelfBridge } from '../../shared/channels.ts'
import type { LocationChoice, SetupResult, SetupState } from '../../shared/setup.ts'

/** Step 2: which store this screen shows. One that cannot be shown yet says why, and cannot be chosen. */
export function LocationStep({
  bridge,
  source,
  locations,
  onState
}: {
  readonly bridge: TopshelfBridge
  readonly source: 'demo' | 'cova'
  readonly locations: readonly LocationChoice[]
  readonly onState: (state: SetupState) => void
}): ReactElement {
  const [search, setSearch] = useState('')
  const [busy, setBusy] = useState<number | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const found = locations.filter((location) => matches(location, search))

  const choose = async (locationId: number): Promise<void> => {
    if (busy !== null) return
    setBusy(locationId)
    setMessage(null)
    const result = await bridge
      .chooseLocation(locationId)
      .catch((): SetupResult => ({ ok: false, field: null, message: 'Topshelf does not answer. Try again.' }))
    setBusy(null)
    if (result.ok) onState(result.state)
    else setMessage(result.message)
  }

  return (
    <>
      <h1>Which store is this screen in?</h1>
      <p className="setup-lead">
        {source === 'demo' ? 'The demo company' : 'Your company'} has {countOf(locations.length)}.
      </p>
      {message === null ? null : (
        <p className="setup-alert" role="alert">
          {message}
        </p>
      )}
      <div className="setup-field setup-search">
        <label htmlFor="search">Search by name or place</label>
        <input
          id="search"
          type="search"
          value={search}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <p className="setup-count" role="status">
        {search === '' ? '' : `${countOf(found.length)} found`}
      </p>
      <ul className="setup-locations">
        {found.map((location) => (
          <li key={location.locationId}>
            <button
              type="button"
              disabled={location.problem !== null || busy !== null}
              aria-describedby={location.problem === null ? undefined : `problem-${location.locationId}`}
              onClick={() => void choose(location.locationId)}
            >
              <b>{location.name}</b>
              <span>{busy === location.locationId ? 'Opening its board' : location.place}</span>
            </button>
            {location.problem === null ? null : (
              <p className="setup-error" id={`problem-${location.locationId}`}>
                {location.problem}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function matches(location: LocationChoice, search: string): boolean {
  const text = `${location.name} ${location.place}`.normalize('NFC').toLowerCase()
  return search
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function countOf(count: number): string {
  return count === 1 ? '1 location' : `${count} locations`
}
