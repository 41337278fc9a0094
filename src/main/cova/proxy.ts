import http from 'node:http'
import https from 'node:https'

type Variables = Readonly<Record<string, string | undefined>>

/** This machine is never asked through a proxy: the demo store and tests are on it. */
const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]']

/** By which thread; the same variables again change nothing. */
let inUse: string | null = null

/**
 * Lets every `fetch` of this thread go through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, in either spelling;
 * without them nothing is changed. Only `fetch`: pictures come from strangers, whose addresses are looked up and judged here,
 * and a proxy would look them up again. Answers false where a proxy is named and this runtime cannot go through one.
 */
export function goThroughProxyOf(env: Variables): boolean {
  const named = (name: string): string | undefined => env[name.toLowerCase()] || env[name] || undefined
  const [httpProxy, httpsProxy] = [named('HTTP_PROXY'), named('HTTPS_PROXY')]
  if (httpProxy === undefined && httpsProxy === undefined) return true
  const exempt = [...(named('NO_PROXY') ?? '').split(/[\s,]+/), ...THIS_MACHINE].filter((name) => name !== '').join(',')
  const key = JSON.stringify([httpProxy, httpsProxy, exempt])
  if (inUse === key) return true
  // Older runtimes of Electron have none.
  if (typeof http.setGlobalProxyFromEnv !== 'function') return false
  const agents = [http.globalAgent, https.globalAgent] as const
  try {
    http.setGlobalProxyFromEnv({
      ...(httpProxy === undefined ? {} : { http_proxy: httpProxy }),
      ...(httpsProxy === undefined ? {} : { https_proxy: httpsProxy }),
      no_proxy: exempt
    })
  } catch {
    // No address.
    return false
  } finally {
    http.globalAgent = agents[0]
    https.globalAgent = agents[1]
  }
  inUse = key
  return true
}
