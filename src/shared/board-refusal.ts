/** Why there is no board of a location. */
export type BoardRefusalCode =
  /** The first sync has not finished. */
  | 'starting'
  | 'unknown-location'
  | 'unknown-currency'
  /** Boards of too many other instants are open. */
  | 'busy'
