import type { Page, Route } from 'playwright-core'

const PROBE = '/is-intercepted'

/**
 * Answers what an open page asks for in place of its host, from now on. The browser may let requests pass for a moment after
 * it was told to intercept them: resolves once it does.
 */
export async function intercept(
  page: Page,
  isMeant: (path: string) => boolean,
  answer: (route: Route) => Promise<void>
): Promise<void> {
  await page.route((url) => isMeant(decodeURIComponent(url.pathname)), answer)
  await page.route(
    (url) => url.pathname === PROBE,
    (route) => route.fulfill({ body: PROBE })
  )
  for (let tries = 0; tries < 1_000; tries += 1) {
    const isIntercepted = await page.evaluate(
      (probe) =>
        fetch(probe)
          .then((response) => response.text())
          .then((text) => text === probe),
      PROBE
    )
    if (isIntercepted) return
  }
  throw new Error('the browser intercepts nothing')
}
