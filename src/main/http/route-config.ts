/** What an answer that the engine works out costs of a network's limits, against a file. */
export const WORKED_OUT = { config: { weight: 5 } } as const
export const FOR_ANYBODY = { config: { forAnybody: true } } as const
export const SAYS_ITSELF = { config: { saysItself: true } } as const
