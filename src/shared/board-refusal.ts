/** Why there is no board of a location. */
export type BoardRefusalCode =
  /** The first sync has not finished. */
  | 'starting'
  | 'unknown-location'
  | 'unknown-currency'
  /** Too many are open: in all, or from one address. */
  | 'busy'
  | 'too-many-boards'
