import type { QrCode } from '../../../shared/manager/print.ts'

/** Light modules around a code; without them phones do not find it. */
export const QUIET_MODULES = 4

/** The dark modules as a path of unit squares, within the quiet zone. */
export function codePathOf({ rows }: QrCode): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        (dark) => `M${dark.index + QUIET_MODULES} ${y + QUIET_MODULES}h${dark[0].length}v1h-${dark[0].length}z`
      )
    )
    .join('')
}
