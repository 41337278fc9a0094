import { closedWordsOf } from '../../domain/screen/closed-words.ts'
import { managerLanguageOf, managerTagOf } from '../../domain/settings/manager-language.ts'
import type { BoardLocation } from '../../shared/board-snapshot.ts'

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The page at `/`: every board with a link, and the way to a code. Names are text, whatever they hold. */
export function boardListPage(locations: readonly BoardLocation[], mayPair = false): string {
  const rows = locations
    .map(
      ({ locationId, name, timeZone, taxPricing }) =>
        `<li><a href="/boards/${locationId}">${escaped(name)}</a><p>${escaped(timeZone ?? 'time zone not known')}, ${
          taxPricing === 'Inclusive' ? 'taxes included in prices' : 'taxes added to prices'
        }</p></li>`
    )
    .join('')
  const list = locations.length === 0 ? '<p>No location yet: the first sync has not finished.</p>' : `<ul>${rows}</ul>`
  const pair = mayPair ? '<p class="pair"><a href="/pair">Pair this screen with a code</a></p>' : ''
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Topshelf boards</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/board-list.css"></head><body><main><h1>Boards</h1>${list}${pair}</main></body></html>`
}

/** What is shown in place of a board to whoever of the network may read none. Nothing of a store is on it. */
export function closedPage(language: string | null, mayPair: boolean): string {
  const words = closedWordsOf(managerLanguageOf(language))
  const pair = mayPair ? `<p class="pair">${words.forScreens}</p><p><a href="/pair">${words.pair}</a></p>` : ''
  return `<!doctype html><html lang="${managerTagOf(language)}"><head><meta charset="utf-8"><title>Topshelf</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/board-list.css"></head><body><main><h1>${words.title}</h1><p>${words.forShoppers}</p>${pair}</main></body></html>`
}

/** In the manager's light look; a sheet of its own, so that the content policy needs no exception. */
export const BOARD_LIST_CSS = `
body{margin:0;background:#ebf0e4;color:#101a16;font:17px/1.4 Archivo,system-ui,sans-serif;border-left:24px solid #1d5a46;min-height:100vh;box-sizing:border-box}
main{max-width:640px;padding:48px}
h1{font-size:40px;margin:0 0 24px}
ul{list-style:none;margin:0;padding:0;border-top:3px solid #13211b}
li{border-bottom:1px solid #b9c4b4;padding:14px 0}
a{color:#101a16;font-weight:700;font-size:22px}
a:focus-visible{outline:3px solid #101a16;outline-offset:3px}
p{margin:2px 0 0;color:#3d4a43}
p.pair{margin-top:32px}
form{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin:0 0 32px}
label{flex-basis:100%;font-weight:600}
input{font:inherit;font-size:22px;color:inherit;background:#fff;border:2px solid #101a16;border-radius:0;padding:8px 10px;min-width:12ch;flex:1}
button{font:inherit;font-weight:700;color:#f4f8f0;background:#13211b;border:0;padding:11px 18px}
input:focus-visible,button:focus-visible{outline:3px solid #101a16;outline-offset:3px}
p[role=alert]{color:#a3230f;font-weight:700}
table{border-collapse:collapse;width:100%;font-size:20px}
th{text-align:left;font-size:15px;border-bottom:3px solid #13211b;padding:6px 12px 6px 0}
td{border-bottom:1px solid #b9c4b4;padding:12px 12px 12px 0;vertical-align:top;overflow-wrap:anywhere}
td:last-child,th:last-child{text-align:right;white-space:nowrap;padding-right:0}
`
