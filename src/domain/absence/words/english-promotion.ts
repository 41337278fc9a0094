import type { AbsenceSubjects, AbsenceText } from '../absence-text.ts'
import type { PromotionAbsence } from '../promotion-absence.ts'
import { ENGLISH_FAULTS } from './fault-words.ts'
import { placeText } from './english-place.ts'

const READ_AGAIN = 'the next sync reads it again, and Health shows the record as it came'

/** Why a promotion is not up. */
export function promotionText(absence: PromotionAbsence, about: AbsenceSubjects): AbsenceText {
  switch (absence.kind) {
    case 'never-seen':
      return {
        label: 'Not known here',
        reason: 'Cova’s list of promotions does not have this one.',
        remedy: 'Check it in Cova’s hub; a new promotion can take an hour until Cova lists it.'
      }
    case 'not-synced':
      return {
        label: 'Not synced yet',
        reason: 'The first full sync with Cova has not finished, and no board is shown before that.',
        remedy: 'Wait until it has finished; Health shows how far it is, and what stops it.'
      }
    case 'quarantined':
      return {
        label: 'Record cannot be read',
        reason: `Cova’s record of this promotion could not be read: ${ENGLISH_FAULTS.ofRecord(absence.why)}.`,
        remedy: `Correct that field of the promotion in Cova’s hub and save it; ${READ_AGAIN}.`
      }
    case 'inactive':
      return {
        label: `Status ${absence.status}`,
        reason: `Its status in Cova is “${absence.status}”, and only active promotions run.`,
        remedy: 'Activate it in Cova’s hub; that comes with the next sync of promotions, within an hour.'
      }
    case 'left':
      return {
        label: 'No longer in Cova',
        reason: 'Cova’s list of promotions no longer has it.',
        remedy: 'If it should still run, look in Cova’s hub whether it was deleted, and make it again.'
      }
    case 'dropped':
      return {
        label: 'No longer in Cova',
        reason: 'Cova’s full list of promotions no longer has it; the menu’s list can lag behind by an hour.',
        remedy: 'If it should still run, look in Cova’s hub whether it was deleted, and make it again.'
      }
    case 'not-enabled-here':
      return {
        label: 'Not enabled here',
        reason:
          absence.enabledAt.length === 0
            ? 'It is enabled at no store.'
            : `It is enabled at ${about.list(absence.enabledAt)}, and not at ${about.store}.`,
        remedy: `Enable it for ${about.store}, or for a group of stores above it, in Cova’s hub.`
      }
    case 'not-served':
    case 'currency-unknown':
      return placeText(absence, about)
    case 'unreadable-schedule':
      return {
        label: 'Schedule cannot be read',
        reason: `Its schedule cannot be read, so it never runs: ${ENGLISH_FAULTS.ofSchedule(absence.why)}.`,
        remedy: 'Set its dates and times anew in Cova’s hub and save it.'
      }
    case 'zone-unknown':
      return {
        label: 'Time zone not known',
        reason: `The time zone of ${about.store} is not known, so nobody can say when this promotion runs there.`,
        remedy: `Choose the time zone of ${about.store} in Topshelf’s settings.`
      }
    case 'not-now':
      return notNowText(absence, about)
    case 'audience':
      return {
        label: 'For other shoppers',
        reason: `It is ${about.shoppers(absence.shoppers)}; ${about.screen} is set for ${absence.customer} customers.`,
        remedy: `Set whom ${about.screen} is for in Topshelf’s settings, or change whom the promotion is for in Cova’s hub.`
      }
    case 'no-products':
      return absence.because === 'none-listed'
        ? {
            label: 'No products',
            reason: 'It lists no product that it could take something off.',
            remedy: 'Check in Cova’s hub which products the promotion is for.'
          }
        : {
            label: 'None of its products is up',
            reason:
              absence.listed === 1
                ? `The one product that it lists is not on ${about.screen}.`
                : `None of the ${about.number(String(absence.listed))} products that it lists is on ${about.screen}.`,
            remedy: 'Look one of its products up here, to read why that is not up.'
          }
    case 'prices-left-out':
      return {
        label: 'Leaves their prices out',
        reason: `Its conditions, such as “not with sale prices”, leave out every price that its products have on ${about.screen} now.`,
        remedy:
          'It comes back by itself when those prices change, as when a sale ends; its conditions are in Cova’s hub.'
      }
    case 'market-hides':
      return {
        label: 'Market hides promotions',
        reason: 'The market profile in force hides promotions; their products are shown without them.',
        remedy: 'Leave it so while the market asks for it; the market profile is in Topshelf’s settings.'
      }
  }
}

function notNowText(
  { next, endedAtMs, timeZone }: Extract<PromotionAbsence, { kind: 'not-now' }>,
  about: AbsenceSubjects
): AbsenceText {
  if (next !== null) {
    return {
      label: 'Not now',
      reason: `It is not on now; its next time is ${about.window(next.startsAtMs, next.endsAtMs, timeZone)}.`,
      remedy: 'Wait: it starts by itself then; to have it earlier, change its schedule in Cova’s hub.'
    }
  }
  if (endedAtMs !== null) {
    return {
      label: 'Over',
      reason: `It is over: it ended ${about.moment(endedAtMs, timeZone)}, and does not run again within a year.`,
      remedy: 'Give it new dates in Cova’s hub if it should run again.'
    }
  }
  return {
    label: 'Not now',
    reason: 'It is not on now, and its schedule has no time within the coming year.',
    remedy: 'Check its dates and times in Cova’s hub.'
  }
}
