import type { StepWords } from '../reward-steps.ts'

const SAME = 'Make the reward: the same amount or percentage, and the same points, as here.'

export const ENGLISH_STEPS: StepWords = {
  thePointOfSale: 'the point of sale',
  classes: {
    mirrored: {
      is: 'Discount made in both, joined by the point of sale’s discount ID',
      inProgramme: (system) => [SAME, `Paste the discount’s ID from ${system} into it.`],
      inPointOfSale: (system) => [
        `Make the same discount in ${system}.`,
        'Copy its discount ID, and paste it here as well.'
      ]
    },
    triggered: {
      is: 'Discount made in the point of sale; the programme triggers it by its ID',
      inProgramme: (system) => [
        `Make a reward for the points, and paste the discount’s ID from ${system} into it.`,
        `The programme then triggers the discount in ${system} by itself.`
      ],
      inPointOfSale: (system) => [
        `Make the discount in ${system} first.`,
        'Copy its discount ID, and paste it here as well.'
      ]
    },
    'static-only': {
      is: 'An amount or a percentage off, nothing with conditions',
      inProgramme: () => [SAME, 'Offer amounts and percentages off alone: nothing such as “spend X, get Y”.'],
      inPointOfSale: (system) => [
        `The list does not say whether ${system} needs the discount too. Ask the loyalty programme before a board shows it.`
      ]
    },
    'mirrored-apart': {
      is: 'Discount made in both, without an ID, and not redeemed in the point of sale',
      inProgramme: () => [SAME],
      inPointOfSale: (system) => [`Make the same discount in ${system}.`]
    },
    'programme-only': {
      is: 'Discount made in the loyalty programme alone',
      inProgramme: () => [SAME, 'Offer amounts and percentages off alone: nothing such as “spend X, get Y”.'],
      inPointOfSale: (system) => [`Make no discount in ${system}.`]
    }
  },
  redeemed: {
    register: (system) => `Redeemed at the register, in ${system}.`,
    'programme-at-register': (system) => `Redeemed at the register: the programme triggers it in ${system}.`,
    'not-in-point-of-sale': (system) =>
      `Not redeemed in ${system}. Ask the loyalty programme how your staff take the points, and make sure that they do.`,
    'staff-app': () => 'Redeemed in the staff app.',
    'not-said': () => 'Where it is redeemed, the list does not say. Ask the loyalty programme.'
  },
  cova: [
    'In Cova’s hub, under Settings > Loyalty Rewards, on the tab Alpine IQ: enter the account ID and the API key.',
    'There too, choose whether rewards apply before or after taxes. Choose the same here.',
    'Switch off every other loyalty programme, Cova’s own too. This one must be the only one.',
    'An order takes one reward. Cova works out the discount and takes the points by itself: staff enter none.',
    'Rewards are a flat amount or a percentage off the cart.',
    'The registers’ Cova app must be version 1.20 or later.'
  ]
}
