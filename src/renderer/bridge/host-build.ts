export interface HostBuildSetting {
  /** The build that this page was served with; null for a page that does not know. */
  readonly ownBuild: string | null
  /** Whether the page of a build, and all that it names, can be had from the host now. */
  readonly canBeHad: (build: string) => Promise<boolean>
  /** Builds this page was loaded anew for, and how one more is remembered: false where that is not possible. */
  readonly loadedFor: () => readonly string[]
  readonly remember: (builds: readonly string[]) => boolean
  readonly reload: () => void
  /** Between 0 and 1: spreads the screens of a store. */
  readonly random: () => number
}

const SPREAD_MS = 10_000
const RETRY_MS = 15_000
const REMEMBERED = 20

/**
 * Loads the page anew where the host has another build of it, once for each build, and not before all of the new page can
 * be had: until then the old board stays. The answer is to be told the host's build whenever a stream opens.
 */
export function followHostBuild(setting: HostBuildSetting): (hostBuild: string) => void {
  let wanted: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const attemptIn = (delayMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void attempt(), delayMs)
  }

  const attempt = async (): Promise<void> => {
    const build = wanted
    if (build === null) return
    const ready = await setting.canBeHad(build)
    // Another stream may have told of another build meanwhile.
    if (build !== wanted) return
    if (!ready) return attemptIn(RETRY_MS)
    if (setting.remember([...setting.loadedFor(), build].slice(-REMEMBERED))) setting.reload()
    else
      console.warn(
        `the host has the build ${build}; this page stays, because it could not know that it was loaded anew`
      )
  }

  return (hostBuild) => {
    if (setting.ownBuild === null || hostBuild === wanted) return
    clearTimeout(timer)
    wanted = hostBuild === setting.ownBuild ? null : hostBuild
    if (wanted === null) return
    if (setting.loadedFor().includes(wanted))
      console.warn(
        `this page was loaded anew for the host's build ${wanted} and is still ${setting.ownBuild}: it stays`
      )
    else attemptIn(SPREAD_MS * setting.random())
  }
}

const MEMORY = 'topshelf-loaded-for'
const FETCH_WITHIN_MS = 10_000

/** A browser's page: its build in its head, its memory in the tab's storage. */
export function hostBuildSettingOf(window: Window): HostBuildSetting {
  return {
    ownBuild: buildIn(window.document),
    canBeHad: async (build) => {
      try {
        const html = await fetched(window.location.href, 'no-store')
        const page = new DOMParser().parseFromString(html, 'text/html')
        if (buildIn(page) !== build) return false
        const files = [
          ...[...page.querySelectorAll('script[src]')].map((script) => script.getAttribute('src')),
          ...[...page.querySelectorAll('link[href]')].map((link) => link.getAttribute('href'))
        ]
        await Promise.all(files.map((file) => fetched(new URL(file ?? '', window.location.href).href, 'default')))
        return true
      } catch {
        return false
      }
    },
    loadedFor: () => {
      try {
        const known: unknown = JSON.parse(window.sessionStorage.getItem(MEMORY) ?? '[]')
        return Array.isArray(known) ? known.filter((build) => typeof build === 'string') : []
      } catch {
        return []
      }
    },
    remember: (builds) => {
      try {
        window.sessionStorage.setItem(MEMORY, JSON.stringify(builds))
        return true
      } catch {
        return false
      }
    },
    reload: () => window.location.reload(),
    random: Math.random
  }
}

function buildIn(page: Document): string | null {
  return page.querySelector('meta[name=topshelf-build]')?.getAttribute('content') ?? null
}

/** Throws where the host does not give it. */
async function fetched(url: string, cache: RequestCache): Promise<string> {
  const response = await fetch(url, { cache, signal: AbortSignal.timeout(FETCH_WITHIN_MS) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}
