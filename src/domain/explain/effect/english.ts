import type { NotReadable } from '../../promotion/raw-node.ts'
import type { EffectWords } from './effect-words.ts'

const WITHOUT_IT = 'The price here is without it: never less than what is charged.'

function faultOf(fault: NotReadable): string {
  switch (fault.kind) {
    case 'unknown-type':
      return `promotions of the type ${fault.type} are not known to this version`
    case 'unknown-condition':
      return `the condition ${fault.type} is not known to this version (${fault.where})`
    case 'unreadable':
      return `${fault.where} cannot be read`
  }
}

export const ENGLISH_EFFECTS: EffectWords = {
  effect: (effect) => {
    switch (effect.kind) {
      case 'unsaid':
        return `What it does is not known: Cova’s full list does not have it as it is now. ${WITHOUT_IT}`
      case 'not-evaluated':
        return `Not evaluated: ${faultOf(effect.fault)}. ${WITHOUT_IT}`
      case 'not-for-this-screen':
        return 'Not for this screen’s shoppers: no badge and no deal here.'
      case 'needs-group':
        return effect.groups === null
          ? 'Its badge says whom it is for. This is everybody’s price, without it.'
          : `Its badge says that it is for ${effect.groups}. This is everybody’s price, without it.`
      case 'not-this-product':
        return 'This product does not meet its conditions: no deal here, though the menu’s list names it.'
      case 'not-sure':
        return 'The catalogue does not say whether this product meets its conditions: no deal is promised.'
      case 'not-this-price':
        return 'Its conditions leave this price out.'
      case 'basket':
        return 'It goes by what is bought together: a basket shows what it takes off, one price cannot.'
      case 'taken':
        return `It takes ${effect.off} off: ${effect.to} instead of ${effect.from}.`
      case 'beaten':
        return `It would take ${effect.off} off; ${effect.by} takes more, or as much.`
      case 'nothing':
        return 'It takes nothing off this quantity.'
    }
  },
  roundedDown: (exact, off) => `${exact} rounded down to ${off}.`
}
