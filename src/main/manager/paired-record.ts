import type { ScreenChange } from '../../shared/manager/screens.ts'
import type { Pairing } from '../screens/pairing.ts'
import type { KnownScreen } from './screens-list.ts'

/** Writes where a paired browser is, and under which name; answers how it is undone. Throws as the file system does. */
export function changeRecordOf(
  { paired }: KnownScreen,
  pairing: Pick<Pairing, 'change'>,
  name: string,
  { locationId, board }: ScreenChange
): () => void {
  if (paired === null) return () => undefined
  const before = { name: paired.name, locationId: paired.locationId, board: paired.board }
  pairing.change(paired.id, {
    name,
    ...(typeof locationId === 'number' ? { locationId } : {}),
    ...(board === undefined ? {} : { board: boardNameOf(board) })
  })
  return () => pairing.change(paired.id, before)
}

/** Of a board that is shared; null for one of its own. */
export function boardNameOf(board: string | null): string | null {
  const name = board?.trim() ?? ''
  return name === '' ? null : name
}
