import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './board/board.css'
import './board/screen-overlays.css'
import { askForBoardFont } from './board/font-gate.ts'
import { homeOf } from './home.ts'
import { PairScreen } from './pair/pair-screen.tsx'
import { proveWhatIsPainted } from './watch/proof-strip.ts'

const THEMES: readonly string[] = ['dark', 'light', 'contrast']
const query = new URLSearchParams(window.location.search)
const theme = query.get('theme')
if (theme !== null && THEMES.includes(theme)) document.documentElement.dataset['theme'] = theme
if (navigator.language.startsWith('fr')) document.documentElement.lang = 'fr'

const dwellMs = Number(query.get('dwell'))
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
const pageDwellMs = Number.isFinite(dwellMs) && dwellMs > 0 ? dwellMs : null
const isPairing = window.topshelf === undefined && /^\/pair\/?$/.test(window.location.pathname)
const home = homeOf(window)
// Under way before the page is made: the board, and the font that it is measured in.
if (home.state !== null) void home.bridge.boardReady()
askForBoardFont(document.fonts)
createRoot(root).render(isPairing ? <PairScreen dwellMs={pageDwellMs} /> : <App home={home} dwellMs={pageDwellMs} />)
// The app's watch alone reads it. A browser's page has nobody who does; tests ask for it.
if (window.topshelf !== undefined || query.has('proof')) proveWhatIsPainted(window)
