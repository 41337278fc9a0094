import type { InLanguages } from './language.ts'

/** Words of the rewards' part of the settings; what to do on both sides comes from the host. */
export interface RewardsWords {
  readonly title: string
  readonly note: string
  /** Of a store's own form, after "Save". */
  readonly ofStore: (store: string) => string
  readonly count: (count: number) => string
  readonly system: string
  readonly another: string
  readonly systemName: string
  readonly like: string
  readonly likeNote: string
  readonly choose: string
  readonly takenFrom: string
  readonly takenFromNote: string
  readonly takenFromCova: string
  readonly taken: Readonly<Record<'before-taxes' | 'after-taxes', string>>
  readonly reward: (number: number) => string
  readonly name: string
  readonly kind: string
  readonly kinds: Readonly<Record<'flat' | 'percent' | 'spend-get', string>>
  readonly amount: string
  readonly percentage: string
  readonly points: string
  readonly id: string
  readonly idNote: string
  readonly none: string
  readonly add: string
  readonly remove: (name: string) => string
  readonly inProgramme: string
  readonly inPointOfSale: string
  readonly conditions: string
  readonly onScreens: string
}

export const REWARDS_WORDS: InLanguages<RewardsWords> = {
  en: {
    title: 'Loyalty rewards',
    note: 'What shoppers get for their points: money off the whole basket, one reward per order. Topshelf shows them and takes one off an estimate; points are kept elsewhere.',
    ofStore: (store) => `Rewards of ${store}`,
    count: (count) => (count === 0 ? 'none' : count === 1 ? '1 reward' : `${count} rewards`),
    system: 'Point of sale',
    another: 'Another one',
    systemName: 'What it is called',
    like: 'Which of these is it like?',
    likeNote: 'Until this is answered, no board shows its rewards.',
    choose: 'Choose',
    takenFrom: 'Taken',
    takenFromNote: 'Exactly as it is set where rewards are redeemed.',
    takenFromCova: 'Exactly as it is set in Cova’s hub, under Settings > Loyalty Rewards.',
    taken: { 'before-taxes': 'before taxes', 'after-taxes': 'after taxes' },
    reward: (number) => `Reward ${number}`,
    name: 'Name',
    kind: 'What it gives',
    kinds: {
      flat: 'an amount off the basket',
      percent: 'a percentage off the basket',
      'spend-get': 'spend X, get Y'
    },
    amount: 'Amount',
    percentage: 'Percentage',
    points: 'Points',
    id: 'Discount ID',
    idNote: 'Of the point of sale, as it is pasted into the loyalty programme.',
    none: 'This store has no rewards yet.',
    add: 'Add a reward',
    remove: (name) => `Remove ${name}`,
    inProgramme: 'In the loyalty programme',
    inPointOfSale: 'In the point of sale',
    conditions: 'With Cova',
    onScreens: 'A screen shows them once “Loyalty rewards” is ticked in its look.'
  },
  fr: {
    title: 'Récompenses de fidélité',
    note: 'Ce que les clients obtiennent pour leurs points\u00a0: un rabais sur tout le panier, une récompense par commande. Topshelf les affiche et en déduit une d’une estimation\u00a0; les points sont tenus ailleurs.',
    ofStore: (store) => `Récompenses de ${store}`,
    count: (count) => (count === 0 ? 'aucune' : count === 1 ? '1 récompense' : `${count} récompenses`),
    system: 'Point de vente',
    another: 'Un autre',
    systemName: 'Son nom',
    like: 'Auquel ressemble-t-il\u00a0?',
    likeNote: 'Sans réponse, aucun tableau n’affiche ses récompenses.',
    choose: 'Choisir',
    takenFrom: 'Déduite',
    takenFromNote: 'Exactement comme réglé là où les récompenses sont échangées.',
    takenFromCova: 'Exactement comme réglé dans le hub de Cova, réglages «\u00a0Loyalty Rewards\u00a0».',
    taken: { 'before-taxes': 'avant taxes', 'after-taxes': 'après taxes' },
    reward: (number) => `Récompense ${number}`,
    name: 'Nom',
    kind: 'Ce qu’elle donne',
    kinds: {
      flat: 'un montant de rabais sur le panier',
      percent: 'un pourcentage de rabais sur le panier',
      'spend-get': 'dépensez X, obtenez Y'
    },
    amount: 'Montant',
    percentage: 'Pourcentage',
    points: 'Points',
    id: 'Identifiant du rabais',
    idNote: 'Celui du point de vente, tel que collé dans le programme de fidélité.',
    none: 'Ce magasin n’a pas encore de récompenses.',
    add: 'Ajouter une récompense',
    remove: (name) => `Retirer ${name}`,
    inProgramme: 'Dans le programme de fidélité',
    inPointOfSale: 'Dans le point de vente',
    conditions: 'Avec Cova',
    onScreens: 'Un écran les montre dès que «\u00a0Récompenses de fidélité\u00a0» est coché dans son aspect.'
  },
  es: {
    title: 'Recompensas de lealtad',
    note: 'Lo que los clientes reciben por sus puntos: un descuento sobre toda la compra, una recompensa por pedido. Topshelf las muestra y descuenta una de una estimación; los puntos se llevan en otra parte.',
    ofStore: (store) => `Recompensas de ${store}`,
    count: (count) => (count === 0 ? 'ninguna' : count === 1 ? '1 recompensa' : `${count} recompensas`),
    system: 'Punto de venta',
    another: 'Otro',
    systemName: 'Cómo se llama',
    like: '¿A cuál de estos se parece?',
    likeNote: 'Sin respuesta, ningún tablero muestra sus recompensas.',
    choose: 'Elegir',
    takenFrom: 'Se descuenta',
    takenFromNote: 'Exactamente como está configurado donde se canjean las recompensas.',
    takenFromCova: 'Exactamente como está configurado en el hub de Cova, ajustes «Loyalty Rewards».',
    taken: { 'before-taxes': 'antes de impuestos', 'after-taxes': 'después de impuestos' },
    reward: (number) => `Recompensa ${number}`,
    name: 'Nombre',
    kind: 'Qué da',
    kinds: {
      flat: 'un importe de descuento sobre la compra',
      percent: 'un porcentaje de descuento sobre la compra',
      'spend-get': 'gaste X y reciba Y'
    },
    amount: 'Importe',
    percentage: 'Porcentaje',
    points: 'Puntos',
    id: 'ID del descuento',
    idNote: 'El del punto de venta, como se pega en el programa de lealtad.',
    none: 'Esta tienda todavía no tiene recompensas.',
    add: 'Añadir una recompensa',
    remove: (name) => `Quitar ${name}`,
    inProgramme: 'En el programa de lealtad',
    inPointOfSale: 'En el punto de venta',
    conditions: 'Con Cova',
    onScreens: 'Una pantalla las muestra cuando «Recompensas de lealtad» está marcado en su aspecto.'
  }
}
