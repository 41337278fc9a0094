import type { WireLocation, WireOpeningHours, WireTaxRate, WireTreeNode } from './wire.types.ts'

/** The ids of the demo company's tree. */
export const ENTITY = {
  company: 110447,
  canada: 110450,
  saskatchewan: 110451,
  ontario: 110452,
  taxInPrice: 110453,
  unitedStates: 110460,
  colorado: 110461,
  regina: 110501,
  hamilton: 110502,
  denver: 110503,
  ottawa: 110504
} as const

export const LOCATION_IDS: readonly number[] = [ENTITY.regina, ENTITY.hamilton, ENTITY.denver, ENTITY.ottawa]

/** What the demo company's locations read on the wall. The wire has only the Windows names. */
export const IANA_ZONE = {
  regina: 'America/Regina',
  hamilton: 'America/Toronto',
  denver: 'America/Denver'
} as const

/** Company > Division > Group > Group > Location. */
export const TREE: WireTreeNode = node(ENTITY.company, 'Tern & Timber', 'Company', [
  node(ENTITY.canada, 'Canada', 'Division', [
    node(ENTITY.saskatchewan, 'Saskatchewan', 'Group', [node(ENTITY.regina, 'Tern & Timber Regina', 'Location')]),
    node(ENTITY.ontario, 'Ontario', 'Group', [
      node(ENTITY.taxInPrice, 'Ontario, tax in the price', 'Group', [
        node(ENTITY.hamilton, 'Tern & Timber Hamilton', 'Location')
      ]),
      node(ENTITY.ottawa, 'Tern & Timber Ottawa / Marché', 'Location')
    ])
  ]),
  node(ENTITY.unitedStates, 'United States', 'Division', [
    node(ENTITY.colorado, 'Colorado', 'Group', [node(ENTITY.denver, 'Tern & Timber Denver', 'Location')])
  ])
])

function node(Id: number, Name: string, Role: WireTreeNode['Role'], Nodes: readonly WireTreeNode[] = []): WireTreeNode {
  return { Id, Name, Role, Nodes }
}

function hours(open: number, close: number): WireOpeningHours {
  return { Open: { Hour: open, Minute: 0 }, Close: { Hour: close, Minute: 30 } }
}

function week(weekdays: WireOpeningHours, weekend: WireOpeningHours, sunday: WireOpeningHours | null) {
  return {
    Monday: weekdays,
    Tuesday: weekdays,
    Wednesday: weekdays,
    Thursday: weekdays,
    Friday: weekend,
    Saturday: weekend,
    Sunday: sunday
  }
}

/** Four locations in three zones. */
export const LOCATIONS: readonly WireLocation[] = [
  {
    Id: ENTITY.regina,
    Name: 'Tern & Timber Regina',
    Address: { City: 'Regina', StateCode: 'SK', StateName: 'Saskatchewan', CountryCode: 'CA', Zip: 'S4P 2C8' },
    TimeZone: { Id: 'Canada Central Standard Time', DaylightSavingTimeEnabled: false },
    StoreHours: week(hours(9, 21), hours(9, 22), hours(11, 18))
  },
  {
    Id: ENTITY.hamilton,
    Name: 'Tern & Timber Hamilton',
    Address: { City: 'Hamilton', StateCode: 'ON', StateName: 'Ontario', CountryCode: 'CA', Zip: 'L8R 1A1' },
    TimeZone: { Id: 'Eastern Standard Time', DaylightSavingTimeEnabled: true },
    StoreHours: week(hours(10, 21), hours(10, 22), hours(11, 18))
  },
  {
    Id: ENTITY.denver,
    Name: 'Tern & Timber Denver',
    Address: { City: 'Denver', StateCode: 'CO', StateName: 'Colorado', CountryCode: 'US', Zip: 80205 },
    TimeZone: { Id: 'Mountain Standard Time', DaylightSavingTimeEnabled: true },
    StoreHours: week(hours(8, 20), hours(8, 21), hours(9, 19))
  },
  {
    Id: ENTITY.ottawa,
    Name: 'Tern & Timber Ottawa / Marché',
    Address: { City: 'Ottawa', StateCode: 'ON', StateName: 'Ontario', CountryCode: 'CA', Zip: 'K1N 9C8' },
    TimeZone: { Id: 'Eastern Standard Time', DaylightSavingTimeEnabled: true },
    StoreHours: week(hours(10, 21), hours(10, 22), null)
  }
]

/** Ottawa is on no list, so it is Exclusive. */
export const TAX_PRICING: ReadonlyMap<number, 'Inclusive' | 'Exclusive'> = new Map([
  [ENTITY.regina, 'Exclusive'],
  [ENTITY.hamilton, 'Inclusive'],
  [ENTITY.denver, 'Exclusive']
])

export const TAX = {
  gst: '5c1f7a52-61f2-4a0e-9d55-0b1d3e7a9c01',
  pst: 'a27b9d14-8e03-4c7b-8f56-1c2e4f8bad02',
  hst: 'c93eaf66-4b15-4d8c-a067-2d3f5a9cbe03',
  salesTax: '0e4fb178-5c26-4e9d-b178-3e4a6badcf04',
  excise: '2f5ac289-6d37-4fae-8289-4f5b7cbed005',
  deposit: '416bd39a-7e48-40bf-939a-5a6c8dcfe106',
  levy: '637ce4ab-8f59-41c0-a4ab-6b7d9ed0f207'
} as const

/** Both layers, both kinds and both bases; display names with a text, empty and null. */
export const TAX_RATES: readonly WireTaxRate[] = [
  rate(TAX.gst, 'Goods and Services Tax', 'GST', 0.05, [ENTITY.regina]),
  rate(TAX.pst, 'PST', null, 0.06, [ENTITY.regina]),
  rate(TAX.hst, 'HST', '', 0.13, [ENTITY.hamilton, ENTITY.ottawa]),
  rate(TAX.salesTax, 'City and state sales tax', 'Sales tax', 0.0881, [ENTITY.denver]),
  { ...rate(TAX.excise, 'Excise', 'Excise', 0.15, [ENTITY.denver]), Layer: 1 },
  {
    ...rate(TAX.deposit, 'Container deposit', 'Deposit', 0.1, [ENTITY.regina, ENTITY.hamilton, ENTITY.ottawa]),
    Type: 'FlatRate'
  },
  {
    ...rate(TAX.levy, 'Levy on list prices', 'Levy', 0.015, [ENTITY.denver, ENTITY.hamilton]),
    CalculatedOn: 'BasePriceListPrice'
  }
]

function rate(
  Id: string,
  Name: string,
  DisplayName: string | null,
  Rate: number,
  Locations: readonly number[]
): WireTaxRate {
  return { Id, Name, DisplayName, Type: 'Percentage', Rate, Layer: 0, CalculatedOn: 'SoldAtPrice', Locations }
}
