import { join } from 'node:path'
import type { ViewPicture } from '../../shared/board-view.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { BoardPictures } from '../board/board-pictures.ts'
import type { CachedPicture } from '../pictures/picture-cache.ts'
import type { FetchRules } from '../pictures/fetch-picture.ts'
import { createPictureKeeper, type PictureKeeperOptions } from '../pictures/picture-keeper.ts'
import { createPictureResizer } from '../pictures/picture-resizer.ts'
import { loadStoreLogo, type StoreLogo } from '../pictures/store-logo.ts'

/** Other limits than the product's own. */
export type EnginePictureOptions = Partial<
  Pick<PictureKeeperOptions, 'tellEveryMs' | 'passingWaitMs' | 'refusedWaitMs'> &
    Pick<FetchRules, 'trustedOrigin' | 'timeoutMs'>
>

/** The pictures of an engine's boards: those of products, and the store's logo. */
export interface EnginePictures extends BoardPictures {
  readonly read: (hash: string) => Promise<Uint8Array | null>
  readonly problems: () => readonly FoundProblem[]
  readonly close: () => void
}

export function createEnginePictures(
  options: {
    readonly dataDir: string
    readonly cacheDir: string
    readonly storeLogo: string | null
    /** What is kept is shown, and nothing is fetched: a frozen store. */
    readonly asksNobody: boolean
    readonly onPictures: (urls: ReadonlySet<string>) => void
    readonly onLogo: () => void
  } & EnginePictureOptions
): EnginePictures {
  const { dataDir, cacheDir, storeLogo, trustedOrigin = null, timeoutMs, onPictures, onLogo, ...times } = options
  const resizer = createPictureResizer()
  const keeper = createPictureKeeper({
    dir: join(cacheDir, 'pictures'),
    resizer,
    rules: { trustedOrigin, ...(timeoutMs === undefined ? {} : { timeoutMs }) },
    nowMs: Date.now,
    onChanged: onPictures,
    ...times
  })
  let logo: StoreLogo | null = null
  let logoProblem: FoundProblem | null = null
  let closed = false

  async function readLogo(name: string): Promise<void> {
    const loaded = await loadStoreLogo(dataDir, name, resizer)
    if (closed) return
    if (loaded.ok) {
      logo = loaded.logo
      onLogo()
    } else logoProblem = loaded.problem
  }
  // The board does not wait for it.
  if (storeLogo !== null) void readLogo(storeLogo)

  return {
    viewOf: (url) => viewPictureOf(keeper.find(url)),
    logo: () => viewPictureOf(logo),
    want: options.asksNobody ? () => {} : keeper.want,
    read: async (hash) => (logo?.hash === hash ? logo.webp : keeper.read(hash)),
    problems: () => [...(logoProblem === null ? [] : [logoProblem]), ...keeper.problems()],
    close: () => {
      closed = true
      keeper.close()
      resizer.close()
    }
  }
}

function viewPictureOf(picture: CachedPicture | null): ViewPicture | null {
  if (picture === null) return null
  const { hash, widthPx, heightPx } = picture
  return { href: `/pictures/${hash}`, widthPx, heightPx }
}
