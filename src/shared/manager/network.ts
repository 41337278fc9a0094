/** What the app gives to the network, for the manager's window. `serve` goes by its options. */
export interface NetworkNews {
  /** Null under `serve`, whose options say it. */
  readonly serve: boolean | null
  readonly boards: 'paired' | 'everybody'
  /** Where others find it now: "http://192.168.1.20:4747"; null where they do not. */
  readonly address: string | null
  /** It was switched on, and no port could be had. */
  readonly failed: boolean
}

export interface NetworkChannels {
  'network:read': { readonly args: readonly []; readonly answer: NetworkNews }
  /** Counts at once. */
  'network:keep': {
    readonly args: readonly [change: { readonly serve: boolean; readonly boards: 'paired' | 'everybody' }]
    readonly answer: NetworkNews
  }
}
