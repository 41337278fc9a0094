/** A province or state that stores are in, as a settings file names it and as a person reads it. */
export interface Market {
  /** "CA-SK": the country's code and the address's own for the state. */
  readonly market: string
  /** "Saskatchewan", or the code where Cova gives no name. */
  readonly name: string
}

export interface AddressMarket {
  readonly countryCode: string | null
  readonly stateCode: string | null
  readonly stateName: string | null
}

/** Null where the address does not name both a country and a state: a guess would hide a store's board. */
export function marketOf({ countryCode, stateCode, stateName }: AddressMarket): Market | null {
  const country = countryCode?.trim().toUpperCase() ?? ''
  const code = stateCode?.trim().toUpperCase() ?? ''
  const name = stateName?.trim() ?? ''
  const state = code === '' ? name.toUpperCase() : code
  if (!/^[A-Z]{2}$/.test(country) || state === '' || state.length > 60) return null
  return { market: `${country}-${state}`, name: name === '' ? state : name }
}
