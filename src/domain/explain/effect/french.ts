import type { NotReadable } from '../../promotion/raw-node.ts'
import type { EffectWords } from './effect-words.ts'

const NO_BREAK_SPACE = '\u00a0'
const COLON = `${NO_BREAK_SPACE}:`
const WITHOUT_IT = `Le prix ici est sans elle${COLON} jamais moins que ce qui est demandé.`

function faultOf(fault: NotReadable): string {
  switch (fault.kind) {
    case 'unknown-type':
      return `cette version ne connaît pas les promotions du type ${fault.type}`
    case 'unknown-condition':
      return `cette version ne connaît pas la condition ${fault.type} (${fault.where})`
    case 'unreadable':
      return `${fault.where} est illisible`
  }
}

export const FRENCH_EFFECTS: EffectWords = {
  effect: (effect) => {
    switch (effect.kind) {
      case 'unsaid':
        return `On ne sait pas ce qu’elle fait${COLON} la liste complète de Cova ne l’a pas telle qu’elle est maintenant. ${WITHOUT_IT}`
      case 'not-evaluated':
        return `Non évaluée${COLON} ${faultOf(effect.fault)}. ${WITHOUT_IT}`
      case 'not-for-this-screen':
        return `Pas pour la clientèle de cet écran${COLON} ni étiquette ni rabais ici.`
      case 'needs-group':
        return effect.groups === null
          ? 'Son étiquette dit à qui elle s’adresse. Ce prix est celui de tout le monde, sans elle.'
          : `Son étiquette dit qu’elle s’adresse à ${effect.groups}. Ce prix est celui de tout le monde, sans elle.`
      case 'not-this-product':
        return `Ce produit ne remplit pas ses conditions${COLON} aucun rabais ici, bien que la liste du menu le nomme.`
      case 'not-sure':
        return `Le catalogue ne dit pas si ce produit remplit ses conditions${COLON} aucun rabais n’est promis.`
      case 'not-this-price':
        return 'Ses conditions excluent ce prix.'
      case 'basket':
        return `Elle dépend de ce qui est acheté ensemble${COLON} un panier montre ce qu’elle retranche, un prix seul ne le peut pas.`
      case 'taken':
        return `Elle retranche ${effect.off}${COLON} ${effect.to} au lieu de ${effect.from}.`
      case 'beaten':
        return `Elle retrancherait ${effect.off}; ${effect.by} retranche davantage, ou autant.`
      case 'nothing':
        return 'Elle ne retranche rien pour cette quantité.'
    }
  },
  roundedDown: (exact, off) => `${exact} arrondi à ${off}, vers le bas.`
}
