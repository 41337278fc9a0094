import { type CounterWords, counterWordsOf } from '../../domain/kiosk/counter-words.ts'
import { managerTagOf } from '../../domain/settings/manager-language.ts'
import type { CounterBasket } from '../../shared/kiosk.ts'
import type { CounterAnswer } from '../kiosk/kiosk-host.ts'

/** As the policy of every page, but for the one form. */
export const COUNTER_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The page at `/counter`: a field for a code, and under it the basket or why there is none. Nothing runs on it. */
export function counterPage(
  code: string,
  answer: CounterAnswer | { readonly ok: false; readonly fault: 'no-engine' } | null,
  language: string | null
): string {
  const words = counterWordsOf(language)
  const tag = managerTagOf(language)
  const shown = answer === null ? '' : answer.ok ? tableOf(answer.basket, words, tag) : alertOf(answer.fault, words)
  return `<!doctype html><html lang="${escaped(tag)}"><head><meta charset="utf-8"><title>${words.title}</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/board-list.css"></head><body><main><h1>${words.title}</h1><form action="/counter" method="get"><label for="code">${words.field}</label><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="4000" value="${escaped(answer?.ok === false ? code : '')}" autofocus><button>${words.show}</button></form>${shown}</main></body></html>`
}

function alertOf(fault: 'shape' | 'unknown' | 'wait' | 'no-engine', words: CounterWords): string {
  return `<p role="alert">${fault === 'no-engine' ? words.noEngine : words.faults[fault]}</p>`
}

function tableOf({ lines }: CounterBasket, words: CounterWords, tag: string): string {
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 })
  const rows = lines
    .map(
      ({ name, skus, quantity, unit }) =>
        `<tr><td>${escaped(name ?? words.unknownProduct)}</td><td>${escaped(skus.join(', '))}</td><td>${number.format(quantity as Intl.StringNumericLiteral)}${unit === 'g' ? '\u00a0g' : ''}</td></tr>`
    )
    .join('')
  return `<table><thead><tr><th scope="col">${words.product}</th><th scope="col">${words.sku}</th><th scope="col">${words.quantity}</th></tr></thead><tbody>${rows}</tbody></table>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
