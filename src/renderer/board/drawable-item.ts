import type { ViewItem } from '../../shared/board-view.ts'

/**
 * Whether an item has all that drawing it needs, of the right make. One that has not is named in the log and left out: a
 * bad item must not take the board with it.
 */
export function isDrawable(item: unknown): item is ViewItem {
  const drawable =
    isRecord(item) &&
    typeof item['productId'] === 'string' &&
    typeof item['name'] === 'string' &&
    ['brand', 'thc', 'cbd'].every((name) => isTextOrNull(item[name])) &&
    isListOf(item['classification'], (part) => typeof part === 'string') &&
    (item['shelf'] === null || (isRecord(item['shelf']) && typeof item['shelf']['name'] === 'string')) &&
    [null, 'new', 'last-few'].some((state) => state === item['state']) &&
    isListOf(item['tickets'], isTicket) &&
    isListOf(item['rungs'], isRung) &&
    (item['picture'] === null || isPicture(item['picture']))
  if (!drawable) console.error('item left out: it cannot be drawn', item)
  return drawable
}

function isTicket(ticket: unknown): boolean {
  return isRecord(ticket) && typeof ticket['promotionId'] === 'string' && typeof ticket['short'] === 'string'
}

function isRung(rung: unknown): boolean {
  return (
    isRecord(rung) &&
    typeof rung['quantity'] === 'string' &&
    ['shelfPrice', 'regular', 'unitPrice', 'until'].every((name) => isTextOrNull(rung[name])) &&
    (rung['youPay'] === null || isMoney(rung['youPay'])) &&
    (rung['groupPays'] === null || isMoney(rung['groupPays']))
  )
}

/** Only the host's own: a page asks nobody else for anything. */
function isPicture(picture: unknown): boolean {
  return (
    isRecord(picture) &&
    typeof picture['href'] === 'string' &&
    /^\/pictures\/[0-9a-f]{32}$/.test(picture['href']) &&
    ['widthPx', 'heightPx'].every((name) => typeof picture[name] === 'number')
  )
}

function isMoney(money: unknown): boolean {
  return isRecord(money) && typeof money['digits'] === 'string' && typeof money['sign'] === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isListOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isMember)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
