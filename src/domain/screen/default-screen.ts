import type { ScreenSettings } from '../../shared/screen-settings.ts'

/** What a screen shows that nobody has set up: the whole menu, dark, on 55 inches at three metres (art direction, Density). */
export const DEFAULT_SCREEN: ScreenSettings = {
  mode: 'board',
  idleSeconds: 60,
  set: { kind: 'full' },
  timedSets: [],
  customer: 'recreational',
  groupId: null,
  theme: 'dark',
  priceStyle: 'you-pay',
  soldOut: 'last',
  lastFewBelow: null,
  language: null,
  calm: false,
  dwellSeconds: 12,
  diagonalInches: 55,
  distanceMetres: 3,
  level: 'standard',
  safeMarginPercent: 2.5,
  pictures: false,
  rewardsPanel: false,
  orientation: 'auto',
  outsideHours: 'on'
}
