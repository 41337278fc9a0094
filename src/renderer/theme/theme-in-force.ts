import type { ScreenTheme } from '../../shared/screen-settings.ts'

const THEMES: readonly ScreenTheme[] = ['dark', 'light', 'contrast']

/** The theme of a page: the one its address names ("?theme=light"), else the screen's. */
export function themeInForce(search: string, screenTheme: ScreenTheme): ScreenTheme {
  const named = new URLSearchParams(search).get('theme')
  return THEMES.find((theme) => theme === named) ?? screenTheme
}
