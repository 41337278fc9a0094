/** Which of the settings' filters leaves a store out; null where both serve it. One whose place is not known is in every market. */
export function leftOutBy(
  filters: { readonly markets: readonly string[] | null; readonly restrictToLocationIds: readonly number[] | null },
  locationId: number,
  market: string | null
): 'markets' | 'restrictToLocationIds' | null {
  const { markets, restrictToLocationIds } = filters
  if (markets !== null && market !== null && !markets.includes(market)) return 'markets'
  return restrictToLocationIds?.includes(locationId) === false ? 'restrictToLocationIds' : null
}
