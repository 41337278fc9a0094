import * as rruleModule from 'rrule'

/**
 * rrule is a CommonJS bundle to Node, whose named exports Node cannot see, and an ES module without a default export to
 * a bundler. This is the one place that knows.
 */
const interop = rruleModule as unknown as { readonly default?: typeof rruleModule }
export const { RRule, Weekday } = interop.default ?? rruleModule
