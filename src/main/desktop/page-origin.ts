/** Everything the app's windows show comes from here: no file://, and nothing from the network. */
export const pageScheme = 'app'
export const pageOrigin = 'app://topshelf'
export const boardPageUrl = `${pageOrigin}/index.html`
export const managerPageUrl = `${pageOrigin}/manager.html`

/** Whether a frame's or a navigation's URL is a page of ours. Anything that is no URL is not. */
export function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  // `origin` is "null" for schemes that the URL standard does not know, so its parts are compared.
  return protocol === `${pageScheme}:` && host === 'topshelf'
}
