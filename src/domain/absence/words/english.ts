import type { BoardSet } from '../../../shared/screen-settings.ts'
import type { AbsenceSubjects, AbsenceText, AbsenceWords } from '../absence-text.ts'
import type { ProductAbsence } from '../product-absence.ts'
import { ENGLISH_FAULTS } from './fault-words.ts'
import { placeText } from './english-place.ts'
import { promotionText } from './english-promotion.ts'

const READ_AGAIN = 'the next sync reads it again, and Health shows the record as it came'

export const ENGLISH_ABSENCE: AbsenceWords = {
  defaultScreen: 'Screen as delivered',
  theDefaultScreen: 'the screen as delivered',
  up: 'Up',
  isUp: (name) => `${name} is up.`,
  upOn: (screens) => `Up on: ${screens}.`,
  notOn: (screens) => `Not on: ${screens}.`,
  becauseOf: (screen, label) => `${screen} (${label})`,
  shownAsLastRead: (why) =>
    `Cova’s newest record of it could not be read, so it is shown as it last was: ${ENGLISH_FAULTS.ofRecord(why)}.`,
  priceAsLastRead: (why) =>
    `A newer price of it could not be read, so the last good one is shown: ${ENGLISH_FAULTS.ofRecord(why)}.`,
  amountsHeld: 'Its price shows as “Ask for today’s price” until all prices have been read again.',
  frozen: 'Syncing is frozen: what is changed in Cova’s hub comes only after it goes on again, in Topshelf’s settings.',
  soldOutShown: 'It is marked as sold out.',
  nothingFound: (text) => ({
    label: 'Not known here',
    reason: `Topshelf has nothing from Cova that is called “${text}” or has that number.`,
    remedy: 'Check the name, SKU or barcode in Cova’s hub; what was made there just now comes with the next sync.'
  }),
  nothingYet: {
    label: 'Not synced yet',
    reason: 'The first full sync with Cova has not finished, so not everything is known here yet.',
    remedy: 'Wait until it has finished; Health shows how far it is, and what stops it.'
  },
  product: productText,
  promotion: promotionText,
  set: setText
}

function setText(set: BoardSet, about: AbsenceSubjects): string {
  switch (set.kind) {
    case 'full':
      return 'the whole menu'
    case 'classifications':
      return `${about.list(set.paths.map((path) => path.join(' > ')))} only`
    case 'shelf':
      return `${about.shelf(set.shelfId)} only`
    case 'on-promotion':
      return 'only what is on promotion or on sale'
    case 'new-arrivals':
      return 'only what has come within the last seven days'
  }
}

/** Which set brings it, where that is another one than now. */
function newSetText({ set, next }: Extract<ProductAbsence, { kind: 'set' }>, about: AbsenceSubjects): string {
  if (next === null || JSON.stringify(next.set) === JSON.stringify(set)) return ''
  return ` (${setText(next.set, about)})`
}

function productText(absence: ProductAbsence, about: AbsenceSubjects): AbsenceText {
  switch (absence.kind) {
    case 'never-seen':
      return {
        label: 'Not known here',
        reason: 'Topshelf has never had this product from Cova.',
        remedy: 'Check the name, SKU or barcode in Cova’s hub; what was made there just now comes with the next sync.'
      }
    case 'gone':
      return {
        label: 'No longer in Cova',
        reason: 'Cova’s list no longer has this product.',
        remedy: 'If you still sell it, look in Cova’s hub whether it was deleted or merged into another product.'
      }
    case 'not-synced':
      return notSyncedText(absence.because)
    case 'quarantined':
      return {
        label: 'Record cannot be read',
        reason: absence.olderStored
          ? `Cova’s newest record of it could not be read, so Topshelf still goes by an older one: ${ENGLISH_FAULTS.ofRecord(absence.why)}.`
          : `Cova’s record of it could not be read: ${ENGLISH_FAULTS.ofRecord(absence.why)}.`,
        remedy: `Correct that field of the product in Cova’s hub and save it; ${READ_AGAIN}.`
      }
    case 'lifecycle':
      return {
        label: `Lifecycle ${absence.lifeCycle}`,
        reason: `Its lifecycle in Cova is “${absence.lifeCycle}”, and boards show active products only.`,
        remedy: 'Set its lifecycle to Active in Cova’s hub; that comes with the next sync.'
      }
    case 'archived':
      return {
        label: 'Archived',
        reason: 'It is archived in Cova.',
        remedy: 'Take it out of the archive in Cova’s hub; that comes with the next sync.'
      }
    case 'no-price':
      return noPriceText(absence.because, about)
    case 'not-served':
    case 'currency-unknown':
      return placeText(absence, about)
    case 'set': {
      const shown = setText(absence.set, about)
      return {
        label: `shows ${shown}`,
        reason: `${about.screenFirst} shows ${shown}, and this product is not part of that.`,
        remedy:
          absence.next === null
            ? `Choose another set for ${about.screen} in Topshelf’s settings, under Screens.`
            : `Wait: from ${about.moment(absence.next.atMs)} on ${about.screen} shows it${newSetText(absence, about)}; to have it now, choose another set in Topshelf’s settings, under Screens.`
      }
    }
    case 'market-quantities': {
      const allowed = about.list(
        absence.allowed.map((quantity) => `${about.number(quantity)}${absence.unit === 'g' ? '\u00a0g' : ''}`)
      )
      return {
        label: 'Quantity not allowed',
        reason: `The market profile lets boards show only ${allowed}${absence.unit === 'g' ? '' : ' at a time'}, and it has no price for that.`,
        remedy:
          'Set a price for such a quantity in Cova’s hub, or have the market profile looked at in Topshelf’s settings.'
      }
    }
    case 'sold-out':
      return {
        label: 'Sold out, hidden',
        reason: `It is sold out at ${about.store}, and ${about.screen} hides what is sold out.`,
        remedy: absence.inBackRoom
          ? 'Move some from the back room to the selling room in Cova’s hub: that room has stock.'
          : `Receive stock into the selling room in Cova’s hub, or let ${about.screen} show sold-out products in Topshelf’s settings, under Screens.`
      }
  }
}

function notSyncedText(because: Extract<ProductAbsence, { kind: 'not-synced' }>['because']): AbsenceText {
  const label = 'Not synced yet'
  switch (because) {
    case 'no-full-sync':
      return {
        label,
        reason: 'The first full sync with Cova has not finished, and no board is shown before that.',
        remedy: 'Wait until it has finished; Health shows how far it is, and what stops it.'
      }
    case 'price-only':
      return {
        label,
        reason: 'Cova has sent a price for this product, but not the product itself yet.',
        remedy: 'Wait for the next full sync; if it is still missing then, open the product in Cova’s hub and save it.'
      }
    case 'promotion-only':
      return {
        label,
        reason: 'A promotion lists this product, but Cova has not sent the product itself yet.',
        remedy: 'Wait for the next full sync; if it is still missing then, check in Cova’s hub that the product exists.'
      }
  }
}

function noPriceText(
  because: Extract<ProductAbsence, { kind: 'no-price' }>['because'],
  about: AbsenceSubjects
): AbsenceText {
  switch (because.kind) {
    case 'none':
      return {
        label: 'No price here',
        reason:
          because.elsewhere.length === 0
            ? `It has no price at ${about.store}, nor at any other store.`
            : `It has no price at ${about.store}, only at ${about.list(because.elsewhere)}.`,
        remedy: `Set a price for ${about.store}, or for a group of stores above it, in Cova’s hub; changed prices come with the next sync.`
      }
    case 'rejected':
      return {
        label: 'Price cannot be read',
        reason: `Its price at ${about.store} could not be read: ${ENGLISH_FAULTS.ofRecord(because.why)}.`,
        remedy: `Correct the price in Cova’s hub and save it; ${READ_AGAIN}.`
      }
    case 'groups-only': {
      const { groups, besideGroup } = because
      const only = `At ${about.store} it has a price for ${about.list(groups)} only`
      const beside = about.list(besideGroup === null ? [] : [besideGroup])
      return {
        label: 'Price for a group only',
        ...(besideGroup === null
          ? {
              reason: `${only}, and the board is for everybody.`,
              remedy: 'Set a price without a pricing group in Cova’s hub; changed prices come with the next sync.'
            }
          : {
              reason: `${only}. ${about.screenFirst} shows what ${beside} pay beside everybody’s price, and that is missing.`,
              remedy: `Set a price without a pricing group in Cova’s hub; what ${beside} pay then stands beside it, where it is less. Changed prices come with the next sync.`
            })
      }
    }
  }
}
