import type { NotReadable } from '../../promotion/raw-node.ts'
import type { EffectWords } from './effect-words.ts'

const WITHOUT_IT = 'El precio de aquí es sin ella: nunca menos de lo que se cobra.'

function faultOf(fault: NotReadable): string {
  switch (fault.kind) {
    case 'unknown-type':
      return `esta versión no conoce las promociones del tipo ${fault.type}`
    case 'unknown-condition':
      return `esta versión no conoce la condición ${fault.type} (${fault.where})`
    case 'unreadable':
      return `${fault.where} no se puede leer`
  }
}

export const SPANISH_EFFECTS: EffectWords = {
  effect: (effect) => {
    switch (effect.kind) {
      case 'unsaid':
        return `No se sabe qué hace: la lista completa de Cova no la tiene como es ahora. ${WITHOUT_IT}`
      case 'not-evaluated':
        return `No evaluada: ${faultOf(effect.fault)}. ${WITHOUT_IT}`
      case 'not-for-this-screen':
        return 'No es para los clientes de esta pantalla: aquí no hay etiqueta ni descuento.'
      case 'needs-group':
        return effect.groups === null
          ? 'Su etiqueta dice para quién es. Este es el precio de todos, sin ella.'
          : `Su etiqueta dice que es para ${effect.groups}. Este es el precio de todos, sin ella.`
      case 'not-this-product':
        return 'Este producto no cumple sus condiciones: aquí no hay descuento, aunque la lista del menú lo nombre.'
      case 'not-sure':
        return 'El catálogo no dice si este producto cumple sus condiciones: no se promete ningún descuento.'
      case 'not-this-price':
        return 'Sus condiciones excluyen este precio.'
      case 'basket':
        return 'Depende de lo que se compra junto: una cesta muestra lo que descuenta, un precio solo no puede.'
      case 'taken':
        return `Descuenta ${effect.off}: ${effect.to} en lugar de ${effect.from}.`
      case 'beaten':
        return `Descontaría ${effect.off}; ${effect.by} descuenta más, o lo mismo.`
      case 'nothing':
        return 'No descuenta nada de esta cantidad.'
    }
  },
  roundedDown: (exact, off) => `${exact} redondeado hacia abajo a ${off}.`
}
