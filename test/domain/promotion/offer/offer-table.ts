import {
  allOf,
  anyOf,
  anything,
  brackenjar,
  each,
  eighths,
  flower,
  grinders,
  gummies,
  HERON,
  hiRoller,
  looseFlower,
  oneProduct,
  prerolls,
  vapes,
  WREN
} from './offer-cases.ts'

function bundle(elements: readonly (readonly [condition: unknown, quantity: number])[], grams: number | null = null) {
  return {
    BundleItemsToMatch: elements.map(([ProductCondition, QuantityToMatch]) => ({ ProductCondition, QuantityToMatch })),
    GramsPerMatchUnit: grams
  }
}

/** Ticket, badge, whole offer and what stands beside it; a no-break space is written ~. */
export const OFFERS = [
  {
    what: 'a share of each, by class and maker',
    type: {
      Type: 'EachMatchedPercentOff',
      PercentOffOfEach: 0.2,
      ItemsToMatch: allOf(anyOf(prerolls), anyOf(hiRoller))
    },
    cart: undefined,
    line: undefined,
    says: [
      '20% off | 20% off | 20% off Pre-rolls by Hi-Roller |',
      '20~% de rabais | 20~% de rabais | 20~% de rabais sur Pre-rolls de chez Hi-Roller |',
      '20% de descuento | 20% de descuento | 20% de descuento en Pre-rolls de Hi-Roller |'
    ]
  },
  {
    what: 'a share of what is loose, which no name says',
    type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.155, ItemsToMatch: looseFlower },
    cart: undefined,
    line: undefined,
    says: [
      '15.5% off | 15.5% off | 15.5% off |',
      '15,5~% de rabais | 15,5~% de rabais | 15,5~% de rabais |',
      '15.5% de descuento | 15.5% de descuento | 15.5% de descuento |'
    ]
  },
  {
    what: 'all of each',
    type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 1, ItemsToMatch: gummies },
    cart: undefined,
    line: undefined,
    says: [
      'Free | Free | Gummies free |',
      'Sans frais | Sans frais | Gummies sans frais |',
      'Gratis | Gratis | Gummies gratis |'
    ]
  },
  {
    what: 'money off each of a brand, not with sale prices',
    type: { Type: 'EachMatchedDollarOff', DollarOffOfEach: 2, ItemsToMatch: allOf(anyOf(vapes), brackenjar) },
    cart: undefined,
    line: { Type: 'NoSalePricing' },
    says: [
      '$2.00 off each | $2.00 off each | $2.00 off each from Vapes by Brackenjar | before tax, not with sale prices',
      '2,00~$ de rabais | 2,00~$ de rabais sur chaque article | 2,00~$ de rabais sur chaque article (Vapes de chez Brackenjar) | avant taxes, sauf prix réduits',
      '$2.00 de descuento | $2.00 de descuento en cada artículo | $2.00 de descuento en cada artículo de Vapes de Brackenjar | antes de impuestos, salvo precios de oferta'
    ]
  },
  {
    what: 'money off every eighth',
    type: { Type: 'EachMatchedDollarOff', DollarOffOfEach: 2, ItemsToMatch: looseFlower, GramsPerMatchUnit: 3.5 },
    cart: undefined,
    line: undefined,
    says: [
      '$2.00 off each 3.5~g | $2.00 off each 3.5~g | $2.00 off each 3.5~g of Flower | before tax',
      '2,00~$ de rabais | 2,00~$ de rabais sur chaque tranche de 3,5~g | 2,00~$ de rabais sur chaque tranche de 3,5~g (Flower) | avant taxes',
      '$2.00 de descuento | $2.00 de descuento en cada 3.5~g | $2.00 de descuento en cada 3.5~g de Flower | antes de impuestos'
    ]
  },
  {
    what: 'money off pieces and eighths',
    type: {
      Type: 'EachMatchedDollarOff',
      DollarOffOfEach: 2,
      ItemsToMatch: anyOf(flower, gummies),
      GramsPerMatchUnit: 3.5
    },
    cart: undefined,
    line: undefined,
    says: [
      '$2.00 off each | $2.00 off each | $2.00 off each from Flower or Gummies | before tax, 3.5~g counts as one',
      '2,00~$ de rabais | 2,00~$ de rabais sur chaque article | 2,00~$ de rabais sur chaque article (Flower ou Gummies) | avant taxes, un article = 3,5~g',
      '$2.00 de descuento | $2.00 de descuento en cada artículo | $2.00 de descuento en cada artículo de Flower o Gummies | antes de impuestos, un artículo = 3.5~g'
    ]
  },
  {
    what: 'money off anything',
    type: { Type: 'EachMatchedDollarOff', DollarOffOfEach: 2, ItemsToMatch: anything, GramsPerMatchUnit: 1 },
    cart: undefined,
    line: undefined,
    says: [
      '$2.00 off each | $2.00 off each | $2.00 off each of anything | before tax, 1~g counts as one',
      '2,00~$ de rabais | 2,00~$ de rabais sur chaque article | 2,00~$ de rabais sur chaque article | avant taxes, un article = 1~g',
      '$2.00 de descuento | $2.00 de descuento en cada artículo | $2.00 de descuento en cada artículo de lo que quiera | antes de impuestos, un artículo = 1~g'
    ]
  },
  {
    what: 'the cheapest at a price',
    type: {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 0.49,
      ItemsToMatch: gummies,
      NumberToMatch: 3,
      ...each
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 3 | Buy 3, get the cheapest for $0.49 | Buy 3 from Gummies, get the cheapest for $0.49 | plus tax',
      'Achetez-en~3 | Achetez-en~3, obtenez le moins cher à 0,49~$ | Achetez 3~articles (Gummies), obtenez le moins cher à 0,49~$ | taxes en sus',
      'Compre 3 | Compre 3, lleve el más barato por $0.49 | Compre 3 de Gummies, lleve el más barato por $0.49 | más impuestos'
    ]
  },
  {
    what: 'the cheapest for nothing',
    type: {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 0,
      ItemsToMatch: gummies,
      NumberToMatch: 3,
      ...each
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 3 | Buy 3, get the cheapest free | Buy 3 from Gummies, get the cheapest free |',
      'Achetez-en~3 | Achetez-en~3, obtenez le moins cher sans frais | Achetez 3~articles (Gummies), obtenez le moins cher sans frais |',
      'Compre 3 | Compre 3, lleve el más barato gratis | Compre 3 de Gummies, lleve el más barato gratis |'
    ]
  },
  {
    what: 'the cheapest of one, once',
    type: {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 5,
      ItemsToMatch: gummies,
      NumberToMatch: 1,
      ...each,
      MaxApplicationCount: 1
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 1 | Buy 1, get the cheapest for $5.00 | Buy 1 from Gummies, get the cheapest for $5.00 | plus tax, once per order',
      'Achetez-en~1 | Achetez-en~1, obtenez le moins cher à 5,00~$ | Achetez 1~article (Gummies), obtenez le moins cher à 5,00~$ | taxes en sus, une fois par achat',
      'Compre 1 | Compre 1, lleve el más barato por $5.00 | Compre 1 de Gummies, lleve el más barato por $5.00 | más impuestos, una vez por compra'
    ]
  },
  {
    what: 'the cheapest of one',
    type: {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 5,
      ItemsToMatch: gummies,
      NumberToMatch: 1,
      ...each,
      MaxApplicationCount: 3
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 1 | Buy 1, get the cheapest for $5.00 | Buy 1 from Gummies, get the cheapest for $5.00 | plus tax, up to 3 times per order',
      'Achetez-en~1 | Achetez-en~1, obtenez le moins cher à 5,00~$ | Achetez 1~article (Gummies), obtenez le moins cher à 5,00~$ | taxes en sus, jusqu’à 3~fois par achat',
      'Compre 1 | Compre 1, lleve el más barato por $5.00 | Compre 1 de Gummies, lleve el más barato por $5.00 | más impuestos, hasta 3 veces por compra'
    ]
  },
  {
    what: 'the cheapest of one by the gram',
    type: {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 20,
      ItemsToMatch: looseFlower,
      NumberToMatch: 1,
      ...eighths
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 3.5~g | Buy 3.5~g, get the cheapest 3.5~g for $20.00 | Buy 3.5~g of Flower, get the cheapest 3.5~g for $20.00 | plus tax',
      'Achetez 3,5~g | Achetez 3,5~g, obtenez les 3,5~g les moins chers à 20,00~$ | Achetez 3,5~g (Flower), obtenez les 3,5~g les moins chers à 20,00~$ | taxes en sus',
      'Compre 3.5~g | Compre 3.5~g, lleve los 3.5~g más baratos por $20.00 | Compre 3.5~g de Flower, lleve los 3.5~g más baratos por $20.00 | más impuestos'
    ]
  },
  {
    what: 'a share of the cheapest by the gram, twice at most',
    type: {
      Type: 'CheapestMatchedForPercentOff',
      PercentOffOfCheapest: 0.5,
      ItemsToMatch: looseFlower,
      NumberToMatch: 2,
      ...eighths,
      MaxApplicationCount: 2
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 7~g | Buy 7~g, get 50% off the cheapest 3.5~g | Buy 7~g of Flower, get 50% off the cheapest 3.5~g | up to 2 times per order',
      'Achetez 7~g | Achetez 7~g, obtenez 50~% de rabais sur les 3,5~g les moins chers | Achetez 7~g (Flower), obtenez 50~% de rabais sur les 3,5~g les moins chers | jusqu’à 2~fois par achat',
      'Compre 7~g | Compre 7~g, lleve 50% de descuento en los 3.5~g más baratos | Compre 7~g de Flower, lleve 50% de descuento en los 3.5~g más baratos | hasta 2 veces por compra'
    ]
  },
  {
    what: 'money off the cheapest of some products',
    type: {
      Type: 'CheapestMatchedForDollarOff',
      DollarOffOfCheapest: 3.33,
      ItemsToMatch: anyOf(oneProduct(WREN), oneProduct(HERON)),
      NumberToMatch: 2,
      ...each
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy 2~g | Buy 2~g, get $3.33 off the cheapest gram | Buy 2~g of Wren OG or Heron Kush, get $3.33 off the cheapest gram | before tax',
      'Achetez 2~g | Achetez 2~g, obtenez 3,33~$ de rabais sur le gramme le moins cher | Achetez 2~g (Wren OG ou Heron Kush), obtenez 3,33~$ de rabais sur le gramme le moins cher | avant taxes',
      'Compre 2~g | Compre 2~g, lleve $3.33 de descuento en el gramo más barato | Compre 2~g de Wren OG o Heron Kush, lleve $3.33 de descuento en el gramo más barato | antes de impuestos'
    ]
  },
  {
    what: 'another at a price, for grams',
    type: {
      Type: 'MatchThenCheapestOtherForDollar',
      DollarValueOfOther: 2.99,
      MatchConditions: looseFlower,
      OtherItemConditions: grinders,
      NumberToMatch: 4,
      ...eighths,
      MaxApplicationCount: 1
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy and get | Buy 14~g of Flower, get one from Grinders for $2.99 | Buy 14~g of Flower, get one from Grinders for $2.99 | once per order',
      'Achetez et obtenez | Achetez 14~g (Flower), obtenez un article (Grinders) à 2,99~$ | Achetez 14~g (Flower), obtenez un article (Grinders) à 2,99~$ | une fois par achat',
      'Compre y lleve | Compre 14~g de Flower, lleve un artículo de Grinders por $2.99 | Compre 14~g de Flower, lleve un artículo de Grinders por $2.99 | una vez por compra'
    ]
  },
  {
    what: 'money off another',
    type: {
      Type: 'MatchThenCheapestOtherForDollarOff',
      DollarOffOfOther: 4,
      MatchConditions: prerolls,
      OtherItemConditions: grinders,
      NumberToMatch: 5,
      ...each
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy and get | Buy 5 from Pre-rolls, get $4.00 off one from Grinders | Buy 5 from Pre-rolls, get $4.00 off one from Grinders |',
      'Achetez et obtenez | Achetez 5~articles (Pre-rolls), obtenez 4,00~$ de rabais sur un article (Grinders) | Achetez 5~articles (Pre-rolls), obtenez 4,00~$ de rabais sur un article (Grinders) |',
      'Compre y lleve | Compre 5 de Pre-rolls, lleve $4.00 de descuento en un artículo de Grinders | Compre 5 de Pre-rolls, lleve $4.00 de descuento en un artículo de Grinders |'
    ]
  },
  {
    what: 'money off another of the same',
    type: {
      Type: 'MatchThenCheapestOtherForDollarOff',
      DollarOffOfOther: 3.33,
      MatchConditions: gummies,
      OtherItemConditions: gummies,
      NumberToMatch: 1,
      ...each
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy and get | Buy 1 from Gummies, get $3.33 off another | Buy 1 from Gummies, get $3.33 off another | before tax',
      'Achetez et obtenez | Achetez 1~article (Gummies), obtenez 3,33~$ de rabais sur un autre | Achetez 1~article (Gummies), obtenez 3,33~$ de rabais sur un autre | avant taxes',
      'Compre y lleve | Compre 1 de Gummies, lleve $3.33 de descuento en otro | Compre 1 de Gummies, lleve $3.33 de descuento en otro | antes de impuestos'
    ]
  },
  {
    what: 'a share of another, for what no name says',
    type: {
      Type: 'MatchThenCheapestOtherForPercentOff',
      PercentOffOfOther: 0.99,
      MatchConditions: allOf(flower, { Type: 'IsEach' }),
      OtherItemConditions: looseFlower,
      NumberToMatch: 1,
      ...eighths
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy and get | Buy 1 of these, get 99% off 3.5~g of Flower | Buy 1 of these, get 99% off 3.5~g of Flower |',
      'Achetez et obtenez | Achetez 1 de ces articles, obtenez 99~% de rabais sur 3,5~g (Flower) | Achetez 1 de ces articles, obtenez 99~% de rabais sur 3,5~g (Flower) |',
      'Compre y lleve | Compre 1 de estos artículos, lleve 99% de descuento en 3.5~g de Flower | Compre 1 de estos artículos, lleve 99% de descuento en 3.5~g de Flower |'
    ]
  },
  {
    what: 'all of another by the gram',
    type: {
      Type: 'MatchThenCheapestOtherForPercentOff',
      PercentOffOfOther: 1,
      MatchConditions: looseFlower,
      OtherItemConditions: looseFlower,
      NumberToMatch: 1,
      ...eighths
    },
    cart: undefined,
    line: undefined,
    says: [
      'Buy and get | Buy 3.5~g of Flower, get another 3.5~g free | Buy 3.5~g of Flower, get another 3.5~g free |',
      'Achetez et obtenez | Achetez 3,5~g (Flower), obtenez 3,5~g de plus sans frais | Achetez 3,5~g (Flower), obtenez 3,5~g de plus sans frais |',
      'Compre y lleve | Compre 3.5~g de Flower, lleve otros 3.5~g gratis | Compre 3.5~g de Flower, lleve otros 3.5~g gratis |'
    ]
  },
  {
    what: 'some together at a price',
    type: { Type: 'BundleForTotalDollarDistributed', DollarValueOfAll: 25, ...bundle([[gummies, 3]]) },
    cart: undefined,
    line: undefined,
    says: [
      'Any 3 for $25.00 | Any 3 for $25.00 | Any 3 from Gummies for $25.00 | plus tax',
      '3 au choix pour 25,00~$ | 3 au choix pour 25,00~$ | 3~articles (Gummies) pour 25,00~$ | taxes en sus',
      '3 a elegir por $25.00 | 3 a elegir por $25.00 | 3 de Gummies por $25.00 | más impuestos'
    ]
  },
  {
    what: 'grams together, for a group',
    type: {
      Type: 'BundleForTotalDollarDistributed',
      DollarValueOfAll: 70,
      ...bundle([[looseFlower, 2]], 3.5)
    },
    cart: { Type: 'CustomerInPricingGroup', PricingGroupId: 20 },
    line: undefined,
    says: [
      'Any 7~g for $70.00 | Any 7~g for $70.00 | Any 7~g of Flower for $70.00 | plus tax, for Members',
      '7~g au choix pour 70,00~$ | 7~g au choix pour 70,00~$ | 7~g (Flower) pour 70,00~$ | taxes en sus, pour Members',
      '7~g a elegir por $70.00 | 7~g a elegir por $70.00 | 7~g de Flower por $70.00 | más impuestos, para Members'
    ]
  },
  {
    what: 'different things together at a price',
    type: {
      Type: 'BundleForTotalDollarDistributed',
      DollarValueOfAll: 25,
      ...bundle(
        [
          [prerolls, 1],
          [gummies, 1.5],
          [looseFlower, 1]
        ],
        3.5
      )
    },
    cart: undefined,
    line: undefined,
    says: [
      'Bundle for $25.00 | Pre-rolls + 2 × Gummies + 3.5~g of Flower for $25.00 | Pre-rolls + 2 × Gummies + 3.5~g of Flower for $25.00 | plus tax',
      'Ensemble à 25,00~$ | Pre-rolls + 2~× Gummies + 3,5~g (Flower) pour 25,00~$ | Pre-rolls + 2~× Gummies + 3,5~g (Flower) pour 25,00~$ | taxes en sus',
      'Paquete por $25.00 | Pre-rolls + 2 × Gummies + 3.5~g de Flower por $25.00 | Pre-rolls + 2 × Gummies + 3.5~g de Flower por $25.00 | más impuestos'
    ]
  },
  {
    what: 'money off different things',
    type: {
      Type: 'BundleForTotalDollarOffDistributed',
      DollarOffOfAll: 3,
      ...bundle([
        [vapes, 2],
        [gummies, 1]
      ])
    },
    cart: undefined,
    line: undefined,
    says: [
      'Bundle $3.00 off | 2 × Vapes + Gummies, $3.00 off | 2 × Vapes + Gummies, $3.00 off | before tax',
      '3,00~$ de rabais sur l’ensemble | 2~× Vapes + Gummies, 3,00~$ de rabais | 2~× Vapes + Gummies, 3,00~$ de rabais | avant taxes',
      '$3.00 de descuento en el paquete | 2 × Vapes + Gummies, $3.00 de descuento | 2 × Vapes + Gummies, $3.00 de descuento | antes de impuestos'
    ]
  },
  {
    what: 'a share of different things without names',
    type: {
      Type: 'BundleForPercentOff',
      PercentOffOfAll: 0.15,
      ...bundle([
        [allOf(flower, { Type: 'IsEach' }), 2],
        [gummies, 1]
      ])
    },
    cart: undefined,
    line: undefined,
    says: [
      'Bundle 15% off | 3 of these together, 15% off | 3 of these together, 15% off |',
      '15~% de rabais sur l’ensemble | 3 de ces articles ensemble, 15~% de rabais | 3 de ces articles ensemble, 15~% de rabais |',
      '15% de descuento en el paquete | 3 de estos artículos juntos, 15% de descuento | 3 de estos artículos juntos, 15% de descuento |'
    ]
  },
  {
    what: 'a share of some',
    type: { Type: 'BundleForPercentOff', PercentOffOfAll: 0.15, ...bundle([[allOf(flower, { Type: 'IsEach' }), 2]]) },
    cart: undefined,
    line: undefined,
    says: [
      'Any 2, 15% off | Any 2, 15% off | Any 2 of these, 15% off |',
      '2 au choix, 15~% de rabais | 2 au choix, 15~% de rabais | 2 de ces articles, 15~% de rabais |',
      '2 a elegir, 15% de descuento | 2 a elegir, 15% de descuento | 2 de estos artículos, 15% de descuento |'
    ]
  },
  {
    what: 'medical customers of two groups',
    type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: anything },
    cart: allOf(
      { Type: 'MedCustomer' },
      anyOf(
        { Type: 'CustomerInPricingGroup', PricingGroupId: 20 },
        { Type: 'CustomerInPricingGroup', PricingGroupId: 30 }
      )
    ),
    line: undefined,
    says: [
      '10% off | 10% off | 10% off everything | for Members or Staff (medical customers)',
      '10~% de rabais | 10~% de rabais | 10~% de rabais sur tout | pour Members ou Staff (clientèle médicale)',
      '10% de descuento | 10% de descuento | 10% de descuento en todo | para Members o Staff (clientes médicos)'
    ]
  },
  {
    what: 'recreational customers of no group',
    type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: anything },
    cart: allOf({ Type: 'RecCustomer' }, { Type: 'CustomerNotInPricingGroup' }),
    line: undefined,
    says: [
      '10% off | 10% off | 10% off everything | for recreational customers, for customers without a group price',
      '10~% de rabais | 10~% de rabais | 10~% de rabais sur tout | pour la clientèle récréative, pour la clientèle sans prix de groupe',
      '10% de descuento | 10% de descuento | 10% de descuento en todo | para clientes recreativos, para clientes sin precio de grupo'
    ]
  },
  {
    what: 'either of two limits, one without a name',
    type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: anything },
    cart: anyOf({ Type: 'MedCustomer' }, { Type: 'CustomerInPricingGroup', PricingGroupId: 99 }),
    line: undefined,
    says: [
      '10% off | 10% off | 10% off everything | for customers with a group price (recreational customers) or for medical customers',
      '10~% de rabais | 10~% de rabais | 10~% de rabais sur tout | pour la clientèle avec un prix de groupe (clientèle récréative) ou pour la clientèle médicale',
      '10% de descuento | 10% de descuento | 10% de descuento en todo | para clientes con precio de grupo (clientes recreativos) o para clientes médicos'
    ]
  },
  {
    what: 'everybody but a group',
    type: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: anything },
    cart: { Type: 'NoneOf', Conditions: [{ Type: 'CustomerInPricingGroup', PricingGroupId: 30 }] },
    line: undefined,
    says: [
      '10% off | 10% off | 10% off everything | not for Staff',
      '10~% de rabais | 10~% de rabais | 10~% de rabais sur tout | sauf pour Staff',
      '10% de descuento | 10% de descuento | 10% de descuento en todo | excepto para Staff'
    ]
  }
]
