import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardView, ViewItem } from '../../shared/board-view.ts'

/** A picture that could not be loaded is tried again: its host may have been away. */
const AGAIN_MS = 60_000
/** Pictures that come together are laid out together; a slow one holds up the others no longer than this. */
const MOST_WAIT_MS = 3000

const NONE: ReadonlySet<string> = new Set()

/** The pictures that this page has loaded, held so that drawing one never waits for it. */
interface PictureShelf {
  readonly want: (hrefs: ReadonlySet<string>) => void
  /** Has the pictures of a page that comes next decoded before it is drawn. */
  readonly decode: (hrefs: readonly string[]) => void
  readonly close: () => void
}

/** `tellReady` is called with every picture that is there, once those under way have come or failed. */
function openPictureShelf(tellReady: (hrefs: ReadonlySet<string>) => void): PictureShelf {
  const images = new Map<string, HTMLImageElement>()
  const ready = new Set<string>()
  const pending = new Set<string>()
  let told: ReadonlySet<string> = NONE
  let late: ReturnType<typeof setTimeout> | null = null
  let again: ReturnType<typeof setTimeout> | null = null
  let wanted: ReadonlySet<string> = NONE
  let closed = false

  function tell(): void {
    if (late !== null) clearTimeout(late)
    late = null
    if (closed || (told.size === ready.size && [...ready].every((href) => told.has(href)))) return
    told = new Set(ready)
    tellReady(told)
  }

  function settle(href: string, image: HTMLImageElement, loaded: boolean): void {
    if (closed || images.get(href) !== image) return
    pending.delete(href)
    if (loaded && image.naturalWidth > 0) ready.add(href)
    else {
      images.delete(href)
      console.warn(`the picture ${href} cannot be loaded`)
      again ??= setTimeout(() => {
        again = null
        work()
      }, AGAIN_MS)
    }
    if (pending.size === 0) tell()
    // Those that came after a slow one was waited for are not held up by it again.
    else late ??= setTimeout(tell, MOST_WAIT_MS)
  }

  function load(href: string): void {
    const image = new Image()
    images.set(href, image)
    pending.add(href)
    image.addEventListener('load', () => settle(href, image, true))
    image.addEventListener('error', () => settle(href, image, false))
    image.src = href
  }

  function work(): void {
    if (closed) return
    for (const href of wanted) if (!images.has(href)) load(href)
    if (pending.size > 0) late ??= setTimeout(tell, MOST_WAIT_MS)
  }

  return {
    want: (hrefs) => {
      wanted = hrefs
      for (const href of images.keys()) {
        if (hrefs.has(href)) continue
        images.delete(href)
        ready.delete(href)
        pending.delete(href)
      }
      work()
      if (pending.size === 0) tell()
    },
    decode: (hrefs) => {
      for (const href of hrefs) images.get(href)?.decode().catch(ignore)
    },
    close: () => {
      closed = true
      if (late !== null) clearTimeout(late)
      if (again !== null) clearTimeout(again)
    }
  }
}

/** A picture that is not decoded ahead is decoded as it is drawn. */
function ignore(): void {}

/**
 * The board with the pictures that this page has, and no others: a picture is laid out once it can be drawn, and one that
 * cannot be had leaves no hole. The same board where nothing differs.
 */
export function useReadyPictures(view: BoardView): {
  readonly view: BoardView
  readonly decode: (hrefs: readonly string[]) => void
} {
  const [ready, setReady] = useState<ReadonlySet<string>>(NONE)
  const shelf = useRef<PictureShelf | null>(null)
  useEffect(() => {
    const opened = openPictureShelf(setReady)
    shelf.current = opened
    return () => {
      shelf.current = null
      opened.close()
    }
  }, [])
  useEffect(() => {
    shelf.current?.want(hrefsOf(view))
  }, [view])
  const shown = useMemo(() => withPictures(view, ready), [view, ready])
  const decode = useCallback((hrefs: readonly string[]) => shelf.current?.decode(hrefs), [])
  return { view: shown, decode }
}

function hrefsOf({ head, items }: BoardView): ReadonlySet<string> {
  const hrefs = items.flatMap(({ picture }) => picture?.href ?? [])
  if (hrefs.length === 0 && head.logo === null) return NONE
  return new Set(head.logo === null ? hrefs : [head.logo.href, ...hrefs])
}

/** Items without their pictures: the same object each time, so that what waits for a picture is laid out once. */
const bareItems = new WeakMap<ViewItem, ViewItem>()

function bareOf(item: ViewItem): ViewItem {
  let bare = bareItems.get(item)
  if (bare === undefined) bareItems.set(item, (bare = { ...item, picture: null }))
  return bare
}

function withPictures(view: BoardView, ready: ReadonlySet<string>): BoardView {
  const { head, items } = view
  const isHere = (picture: { readonly href: string } | null): boolean => picture === null || ready.has(picture.href)
  if (isHere(head.logo) && items.every(({ picture }) => isHere(picture))) return view
  return {
    head: isHere(head.logo) ? head : { ...head, logo: null },
    items: items.map((item) => (isHere(item.picture) ? item : bareOf(item)))
  }
}
