import type { StepWords } from '../reward-steps.ts'

const SAME = 'Cree la recompensa: el mismo importe o porcentaje, y los mismos puntos, que aquí.'
const NO_CONDITIONS = 'Ofrezca solo importes o porcentajes de descuento: nada como «gaste X y reciba Y».'
const COPY_ID = 'Copie su ID de descuento, y péguelo también aquí.'

export const SPANISH_STEPS: StepWords = {
  thePointOfSale: 'el punto de venta',
  classes: {
    mirrored: {
      is: 'Descuento creado en ambos, unido por el ID del punto de venta',
      inProgramme: (system) => [SAME, `Pegue en ella el ID del descuento (${system}).`],
      inPointOfSale: (system) => [`Cree el mismo descuento en ${system}.`, COPY_ID]
    },
    triggered: {
      is: 'Descuento creado en el punto de venta; el programa lo activa por su ID',
      inProgramme: (system) => [
        `Cree una recompensa por los puntos, y pegue en ella el ID del descuento (${system}).`,
        `El programa activa después el descuento en ${system} por sí mismo.`
      ],
      inPointOfSale: (system) => [`Cree primero el descuento en ${system}.`, COPY_ID]
    },
    'static-only': {
      is: 'Un importe o un porcentaje de descuento, nada con condiciones',
      inProgramme: () => [SAME, NO_CONDITIONS],
      inPointOfSale: (system) => [
        `La lista no dice si hace falta también el descuento en ${system}. Pregunte al programa de lealtad antes de que un tablero lo muestre.`
      ]
    },
    'mirrored-apart': {
      is: 'Descuento creado en ambos, sin ID, y no se canjea en el punto de venta',
      inProgramme: () => [SAME],
      inPointOfSale: (system) => [`Cree el mismo descuento en ${system}.`]
    },
    'programme-only': {
      is: 'Descuento creado solo en el programa de lealtad',
      inProgramme: () => [SAME, NO_CONDITIONS],
      inPointOfSale: (system) => [`No cree ningún descuento en ${system}.`]
    }
  },
  redeemed: {
    register: (system) => `Se canjea en la caja, en ${system}.`,
    'programme-at-register': (system) => `Se canjea en la caja: el programa activa el descuento en ${system}.`,
    'not-in-point-of-sale': (system) =>
      `No se canjea en ${system}. Pregunte al programa de lealtad cómo su personal toma los puntos, y asegúrese de que lo haga.`,
    'staff-app': () => 'Se canjea en la aplicación para el personal.',
    'not-said': () => 'La lista no dice dónde se canjea. Pregunte al programa de lealtad.'
  },
  cova: [
    'En el hub de Cova, ajustes «Loyalty Rewards», pestaña «Alpine IQ»: escriba el ID de cuenta y la clave de API.',
    'Ahí mismo, elija si las recompensas se aplican antes o después de impuestos. Elija lo mismo aquí.',
    'Desactive todo otro programa de lealtad, también el de Cova. Este debe ser el único.',
    'Un pedido admite una recompensa. Cova calcula el descuento y quita los puntos por sí mismo: el personal no escribe ninguno.',
    'Las recompensas son un importe fijo o un porcentaje de descuento sobre la compra.',
    'La aplicación de Cova en las cajas debe ser la versión 1.20 o posterior.'
  ]
}
