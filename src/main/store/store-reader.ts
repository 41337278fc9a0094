import type Database from 'better-sqlite3'
import { prepareFactReader } from './fact-reader.ts'
import { prepareFirstSeenReader, prepareInstalledReader } from './first-seen.ts'
import { prepareLocationFactReader } from './location-facts.ts'
import { prepareLogReader } from './log-reader.ts'
import { prepareProblemReader } from './problem-reader.ts'
import { prepareCatalogueSearch } from './product-search.ts'
import { prepareStandingReader } from './standing-reader.ts'
import type { InquiryReader } from './store.types.ts'
import { prepareTraitNameReader } from './trait-names.ts'

/** The reading side over an open cache; `keep` is null where the file is not there yet. */
export const storeReaderOf = (
  cache: Database.Database,
  keep: Database.Database | null,
  close: () => void
): InquiryReader => {
  const locations = prepareLocationFactReader(cache)
  return {
    ...prepareFactReader(cache),
    ...prepareLogReader(cache),
    ...prepareCatalogueSearch(cache),
    ...prepareStandingReader(cache, keep),
    locations: locations.locations,
    location: locations.location,
    places: locations.places,
    storeHours: locations.storeHours,
    treeNames: locations.treeNames,
    markets: locations.markets,
    traitNames: prepareTraitNameReader(cache),
    problems: prepareProblemReader(cache, locations),
    firstSeenAtMs: keep === null ? () => new Map() : prepareFirstSeenReader(keep),
    installedAtMs: keep === null ? () => null : prepareInstalledReader(keep),
    close
  }
}
