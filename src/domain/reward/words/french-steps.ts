import type { StepWords } from '../reward-steps.ts'

const SAME = 'Créez la récompense\u00a0: le même montant ou pourcentage, et les mêmes points, qu’ici.'
const NO_CONDITIONS =
  'N’offrez que des montants ou des pourcentages de rabais\u00a0: rien du genre «\u00a0dépensez X, obtenez Y\u00a0».'
const COPY_ID = 'Copiez son identifiant de rabais, et collez-le aussi ici.'

export const FRENCH_STEPS: StepWords = {
  thePointOfSale: 'le point de vente',
  classes: {
    mirrored: {
      is: 'Rabais créé des deux côtés, lié par l’identifiant du point de vente',
      inProgramme: (system) => [SAME, `Collez-y l’identifiant du rabais (${system}).`],
      inPointOfSale: (system) => [`Créez le même rabais dans ${system}.`, COPY_ID]
    },
    triggered: {
      is: 'Rabais créé dans le point de vente\u00a0; le programme le déclenche par son identifiant',
      inProgramme: (system) => [
        `Créez une récompense pour les points, et collez-y l’identifiant du rabais (${system}).`,
        `Le programme déclenche ensuite lui-même le rabais dans ${system}.`
      ],
      inPointOfSale: (system) => [`Créez d’abord le rabais dans ${system}.`, COPY_ID]
    },
    'static-only': {
      is: 'Un montant ou un pourcentage de rabais, rien avec des conditions',
      inProgramme: () => [SAME, NO_CONDITIONS],
      inPointOfSale: (system) => [
        `La liste ne dit pas s’il faut aussi le rabais dans ${system}. Demandez-le au programme de fidélité avant qu’un tableau l’affiche.`
      ]
    },
    'mirrored-apart': {
      is: 'Rabais créé des deux côtés, sans identifiant, et non échangé dans le point de vente',
      inProgramme: () => [SAME],
      inPointOfSale: (system) => [`Créez le même rabais dans ${system}.`]
    },
    'programme-only': {
      is: 'Rabais créé dans le programme de fidélité seulement',
      inProgramme: () => [SAME, NO_CONDITIONS],
      inPointOfSale: (system) => [`Ne créez aucun rabais dans ${system}.`]
    }
  },
  redeemed: {
    register: (system) => `Échangée à la caisse, dans ${system}.`,
    'programme-at-register': (system) => `Échangée à la caisse\u00a0: le programme déclenche le rabais dans ${system}.`,
    'not-in-point-of-sale': (system) =>
      `N’est pas échangée dans ${system}. Demandez au programme de fidélité comment votre personnel prend les points, et assurez-vous qu’il le fasse.`,
    'staff-app': () => 'Échangée dans l’application du personnel.',
    'not-said': () => 'La liste ne dit pas où elle est échangée. Demandez-le au programme de fidélité.'
  },
  cova: [
    'Dans le hub de Cova, réglages «\u00a0Loyalty Rewards\u00a0», onglet «\u00a0Alpine IQ\u00a0»\u00a0: entrez l’identifiant de compte et la clé d’API.',
    'Au même endroit, choisissez si les récompenses s’appliquent avant ou après taxes. Choisissez la même chose ici.',
    'Désactivez tout autre programme de fidélité, celui de Cova aussi. Celui-ci doit être le seul.',
    'Une commande prend une récompense. Cova calcule le rabais et retire les points lui-même\u00a0: le personnel n’en saisit aucun.',
    'Les récompenses sont un montant fixe ou un pourcentage de rabais sur le panier.',
    'L’application Cova des caisses doit être de version 1.20 ou plus récente.'
  ]
}
