import type { ViewPicture } from '../../shared/board-view.ts'

/** The pictures that boards show, as their owner has them (docs/pictures.md). */
export interface BoardPictures {
  /** The picture of an address, where it is here. */
  readonly viewOf: (url: string) => ViewPicture | null
  /** The store's logo, once it has been read. */
  readonly logo: () => ViewPicture | null
  /** Told which addresses' pictures screens show now, whenever that may have changed; in the order they are shown. */
  readonly want: (urls: ReadonlySet<string>) => void
}

/** For boards that nobody looks at. */
export const NO_PICTURES: BoardPictures = { viewOf: () => null, logo: () => null, want: () => {} }
