import type { Health } from '../../shared/board-snapshot.ts'
import type { SyncNews } from '../../shared/manager/health.ts'
import { ended } from '../display/sentence.ts'
import type { InLanguages, ManagerLanguage } from '../settings/manager-language.ts'

/** The words of the health view that no record brings with it. */
export interface HealthWords {
  readonly status: Readonly<Record<Health['status'], string>>
  readonly runKind: Readonly<Record<'full' | 'changes', string>>
  readonly sync: Readonly<Record<Exclude<SyncNews['kind'], 'frozen'>, string>>
  readonly frozenSince: (moment: string) => string
  readonly frozenNoSync: string
  readonly noSource: string
  readonly nothingUnderWay: string
  readonly ofAbout: (records: string, expected: string) => string
  readonly soFar: (records: string) => string
  readonly done: (records: string) => string
  readonly nothingNew: string
  readonly waiting: string
  readonly failed: string
  readonly pages: (pages: string, duration: string) => string
  readonly quarantineKinds: Readonly<Record<string, string>>
}

const english: HealthWords = {
  status: {
    ok: 'Everything comes in as it should.',
    degraded: 'Something does not come in as it should.',
    starting: 'The first sync is under way.',
    frozen: 'Syncing is frozen: prices grow older, and boards say so.'
  },
  runKind: { full: 'everything', changes: 'changes' },
  sync: {
    idle: 'Up to date; Topshelf asks again by itself.',
    running: 'Syncing now.',
    held: 'Stopped by hand. It goes on by itself within a quarter of an hour, or now if you resume it.',
    'no-source': 'Nothing is synced: the Cova credentials are not known.'
  },
  frozenSince: (moment) => `Frozen since ${moment}. Thaw it in the settings to sync again.`,
  frozenNoSync: 'Syncing is frozen. Thaw it in the settings first.',
  noSource: 'There is nothing to sync from: enter the Cova credentials first.',
  nothingUnderWay: 'Nothing is being synced just now, so there is nothing to cancel.',
  ofAbout: (records, expected) => `${records} of about ${expected}`,
  soFar: (records) => `${records} so far`,
  done: (records) => `${records}, done`,
  nothingNew: 'nothing new',
  waiting: 'waiting',
  failed: 'did not come through',
  pages: (pages, duration) => `${pages} pages in ${duration}`,
  quarantineKinds: {
    product: 'product',
    price: 'price',
    'price-set': 'price list',
    'tax-rate': 'tax',
    classification: 'classification',
    location: 'store',
    'tree-node': 'entry of the company tree',
    'tax-pricing': 'tax setting',
    promotion: 'promotion'
  }
}

const french: HealthWords = {
  status: {
    ok: 'Tout arrive comme prévu.',
    degraded: 'Quelque chose n’arrive pas comme prévu.',
    starting: 'La première synchronisation est en cours.',
    frozen: 'La synchronisation est figée\u00a0: les prix vieillissent, et les tableaux le disent.'
  },
  runKind: { full: 'tout', changes: 'changements' },
  sync: {
    idle: 'À jour; Topshelf redemande de lui-même.',
    running: 'Synchronisation en cours.',
    held: 'Arrêtée à la main. Elle reprend d’elle-même d’ici un quart d’heure, ou maintenant si vous la reprenez.',
    'no-source': 'Rien n’est synchronisé\u00a0: les identifiants de Cova sont inconnus.'
  },
  frozenSince: (moment) => `Figée depuis ${moment}. Dégelez-la dans les réglages pour synchroniser de nouveau.`,
  frozenNoSync: 'La synchronisation est figée. Dégelez-la d’abord dans les réglages.',
  noSource: 'Il n’y a rien à synchroniser\u00a0: saisissez d’abord les identifiants de Cova.',
  nothingUnderWay: 'Rien n’est synchronisé en ce moment\u00a0: il n’y a rien à annuler.',
  ofAbout: (records, expected) => `${records} sur environ ${expected}`,
  soFar: (records) => `${records} jusqu’ici`,
  done: (records) => `${records}, terminé`,
  nothingNew: 'rien de neuf',
  waiting: 'en attente',
  failed: 'n’est pas arrivé',
  pages: (pages, duration) => `${pages} pages en ${duration}`,
  quarantineKinds: {
    product: 'produit',
    price: 'prix',
    'price-set': 'liste de prix',
    'tax-rate': 'taxe',
    classification: 'catégorie',
    location: 'magasin',
    'tree-node': 'élément de l’arbre de l’entreprise',
    'tax-pricing': 'réglage de taxe',
    promotion: 'promotion'
  }
}

const spanish: HealthWords = {
  status: {
    ok: 'Todo llega como debe.',
    degraded: 'Algo no llega como debe.',
    starting: 'La primera sincronización está en curso.',
    frozen: 'La sincronización está congelada: los precios envejecen, y los tableros lo dicen.'
  },
  runKind: { full: 'todo', changes: 'cambios' },
  sync: {
    idle: 'Al día; Topshelf vuelve a preguntar por sí mismo.',
    running: 'Sincronizando ahora.',
    held: 'Detenida a mano. Sigue por sí misma en un cuarto de hora como máximo, o ahora si la reanuda.',
    'no-source': 'No se sincroniza nada: no se conocen las credenciales de Cova.'
  },
  frozenSince: (moment) =>
    `${ended(`Congelada desde ${moment}`)} Descongélela en los ajustes para volver a sincronizar.`,
  frozenNoSync: 'La sincronización está congelada. Descongélela primero en los ajustes.',
  noSource: 'No hay de dónde sincronizar: escriba primero las credenciales de Cova.',
  nothingUnderWay: 'No se está sincronizando nada ahora, así que no hay nada que cancelar.',
  ofAbout: (records, expected) => `${records} de unos ${expected}`,
  soFar: (records) => `${records} hasta ahora`,
  done: (records) => `${records}, listo`,
  nothingNew: 'nada nuevo',
  waiting: 'en espera',
  failed: 'no llegó',
  pages: (pages, duration) => `${pages} páginas en ${duration}`,
  quarantineKinds: {
    product: 'producto',
    price: 'precio',
    'price-set': 'lista de precios',
    'tax-rate': 'impuesto',
    classification: 'categoría',
    location: 'tienda',
    'tree-node': 'entrada del árbol de la empresa',
    'tax-pricing': 'ajuste de impuestos',
    promotion: 'promoción'
  }
}

const WORDS: InLanguages<HealthWords> = { en: english, fr: french, es: spanish }

export function healthWordsOf(language: ManagerLanguage): HealthWords {
  return WORDS[language]
}
