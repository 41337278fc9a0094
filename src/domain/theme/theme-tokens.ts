import type { ScreenTheme } from '../../shared/screen-settings.ts'

export type ThemeToken =
  | 'ground'
  | 'raised'
  | 'rule'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'rail'
  | 'rail-ink'
  | 'rail-ink-2'
  | 'ticket'
  | 'ticket-ink'
  | 'strain-i'
  | 'strain-s'
  | 'strain-h'
  | 'strain-c'
  | 'strain-ink'
  | 'store'
  | 'store-ink'
  | 'alert'
  | 'alert-ink'
  | 'focus'

export type ThemeColours = Readonly<Record<ThemeToken, string>>

/** The colours of renderer/theme/tokens.css, which a test holds to these: what a custom theme is checked on. */
export const THEME_COLOURS: Readonly<Record<ScreenTheme, ThemeColours>> = {
  dark: {
    ground: '#0b1412',
    raised: '#14201c',
    rule: '#33453e',
    ink: '#f2f6ee',
    'ink-2': '#b8c6bc',
    'ink-3': '#8b9a91',
    rail: '#e8efe3',
    'rail-ink': '#0b1412',
    'rail-ink-2': '#3a4841',
    ticket: '#ffd21f',
    'ticket-ink': '#16130a',
    'strain-i': '#b9b6ff',
    'strain-s': '#ff9d57',
    'strain-h': '#5fd9a6',
    'strain-c': '#e8efe3',
    'strain-ink': '#0b1412',
    store: '#1d5a46',
    'store-ink': '#f2f6ee',
    alert: '#ff8b78',
    'alert-ink': '#1c0703',
    focus: '#ffffff'
  },
  light: {
    ground: '#ebf0e4',
    raised: '#ffffff',
    rule: '#b9c4b4',
    ink: '#101a16',
    'ink-2': '#3d4a43',
    'ink-3': '#59665e',
    rail: '#13211b',
    'rail-ink': '#f4f8f0',
    'rail-ink-2': '#b8c6bc',
    ticket: '#ffd21f',
    'ticket-ink': '#16130a',
    'strain-i': '#4a3fb0',
    'strain-s': '#a8420a',
    'strain-h': '#0a6a4a',
    'strain-c': '#101a16',
    'strain-ink': '#ffffff',
    store: '#1d5a46',
    'store-ink': '#f4f8f0',
    alert: '#a3230f',
    'alert-ink': '#ffffff',
    focus: '#101a16'
  },
  contrast: {
    ground: '#000000',
    raised: '#1a1a1a',
    rule: '#8c8c8c',
    ink: '#ffffff',
    'ink-2': '#ffffff',
    'ink-3': '#b8b8b8',
    rail: '#ffffff',
    'rail-ink': '#000000',
    'rail-ink-2': '#000000',
    ticket: '#ffe500',
    'ticket-ink': '#000000',
    'strain-i': '#cfcdff',
    'strain-s': '#ffb56e',
    'strain-h': '#6ff2bd',
    'strain-c': '#ffffff',
    'strain-ink': '#000000',
    store: '#000000',
    'store-ink': '#ffffff',
    alert: '#ffb3a6',
    'alert-ink': '#000000',
    focus: '#ffe500'
  }
}
