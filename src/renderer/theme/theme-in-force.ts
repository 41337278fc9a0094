import type { ViewScreen } from '../../shared/board-view.ts'
import type { ScreenTheme } from '../../shared/screen-settings.ts'

const THEMES: readonly ScreenTheme[] = ['dark', 'light', 'contrast']

/** The theme of a page: the one its address names ("?theme=light"), else the screen's. */
export function themeInForce(search: string, screenTheme: ScreenTheme): ScreenTheme {
  return themeNamedIn(search) ?? screenTheme
}

/** The store's own colours over the theme's, as custom properties; none where the address names another theme. */
export function themeVariablesOf(
  search: string,
  { themeTokens }: Pick<ViewScreen, 'themeTokens'>
): Record<`--${string}`, string> {
  if (themeNamedIn(search) !== undefined) return {}
  return Object.fromEntries(Object.entries(themeTokens).map(([token, colour]) => [`--${token}`, colour]))
}

function themeNamedIn(search: string): ScreenTheme | undefined {
  const named = new URLSearchParams(search).get('theme')
  return THEMES.find((theme) => theme === named)
}
