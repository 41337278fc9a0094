/** What is said of each scenario, the reason and what to do about it, by its kind and name. */
export const SENTENCES: Readonly<
  Record<string, Readonly<Record<'en-CA' | 'fr-CA' | 'es', readonly [reason: string, remedy: string]>>>
> = {
  'product never-seen: an id that Cova never sent': {
    'en-CA': [
      'Topshelf has never had this product from Cova.',
      'Check the name, SKU or barcode in Cova’s hub; what was made there just now comes with the next sync.'
    ],
    'fr-CA': [
      'Topshelf n’a jamais reçu ce produit de Cova.',
      'Vérifiez le nom, le SKU ou le code-barres dans le hub de Cova; ce qui vient d’y être créé arrive avec la prochaine synchronisation.'
    ],
    es: [
      'Topshelf nunca ha recibido este producto de Cova.',
      'Revise el nombre, el SKU o el código de barras en el hub de Cova; lo que se acaba de crear allí llega con la próxima sincronización.'
    ]
  },
  'product gone: deleted in Cova': {
    'en-CA': [
      'Cova’s list no longer has this product.',
      'If you still sell it, look in Cova’s hub whether it was deleted or merged into another product.'
    ],
    'fr-CA': [
      'La liste de Cova n’a plus ce produit.',
      'Si vous le vendez encore, regardez dans le hub de Cova s’il a été supprimé ou fusionné avec un autre produit.'
    ],
    es: [
      'La lista de Cova ya no tiene este producto.',
      'Si todavía lo vende, mire en el hub de Cova si se eliminó o se unió a otro producto.'
    ]
  },
  'product not-synced: no full sync yet': {
    'en-CA': [
      'The first full sync with Cova has not finished, and no board is shown before that.',
      'Wait until it has finished; Health shows how far it is, and what stops it.'
    ],
    'fr-CA': [
      'La première synchronisation complète avec Cova n’est pas terminée, et aucun tableau ne s’affiche avant cela.',
      'Attendez qu’elle se termine; la vue Santé montre où elle en est et ce qui la bloque.'
    ],
    es: [
      'La primera sincronización completa con Cova no ha terminado, y antes no se muestra ningún tablero.',
      'Espere a que termine; Salud muestra por dónde va y qué la detiene.'
    ]
  },
  'product not-synced: a price came before the product': {
    'en-CA': [
      'Cova has sent a price for this product, but not the product itself yet.',
      'Wait for the next full sync; if it is still missing then, open the product in Cova’s hub and save it.'
    ],
    'fr-CA': [
      'Cova a envoyé un prix pour ce produit, mais pas encore le produit lui-même.',
      'Attendez la prochaine synchronisation complète; s’il manque encore, ouvrez le produit dans le hub de Cova et enregistrez-le.'
    ],
    es: [
      'Cova ha enviado un precio para este producto, pero todavía no el producto mismo.',
      'Espere la próxima sincronización completa; si entonces sigue faltando, abra el producto en el hub de Cova y guárdelo.'
    ]
  },
  'product not-synced: only a promotion names it': {
    'en-CA': [
      'A promotion lists this product, but Cova has not sent the product itself yet.',
      'Wait for the next full sync; if it is still missing then, check in Cova’s hub that the product exists.'
    ],
    'fr-CA': [
      'Une promotion nomme ce produit, mais Cova n’a pas encore envoyé le produit lui-même.',
      'Attendez la prochaine synchronisation complète; s’il manque encore, vérifiez dans le hub de Cova que le produit existe.'
    ],
    es: [
      'Una promoción nombra este producto, pero Cova todavía no ha enviado el producto mismo.',
      'Espere la próxima sincronización completa; si entonces sigue faltando, revise en el hub de Cova que el producto exista.'
    ]
  },
  'product quarantined: its first record cannot be read': {
    'en-CA': [
      'Cova’s record of it could not be read: the field “MeasurementType” holds a value that is not known.',
      'Correct that field of the product in Cova’s hub and save it; the next sync reads it again, and Health shows the record as it came.'
    ],
    'fr-CA': [
      'La fiche de Cova est illisible : le champ « MeasurementType » contient une valeur inconnue.',
      'Corrigez ce champ du produit dans le hub de Cova et enregistrez la fiche; la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée.'
    ],
    es: [
      'La ficha de Cova no se pudo leer: el campo «MeasurementType» tiene un valor desconocido.',
      'Corrija ese campo del producto en el hub de Cova y guarde la ficha; la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó.'
    ]
  },
  'product quarantined: archived when it last could be read': {
    'en-CA': [
      'Cova’s newest record of it could not be read, so Topshelf still goes by an older one: the field “Name” is empty.',
      'Correct that field of the product in Cova’s hub and save it; the next sync reads it again, and Health shows the record as it came.'
    ],
    'fr-CA': [
      'La dernière fiche de Cova est illisible, donc Topshelf s’en tient à une plus ancienne : le champ « Name » est vide.',
      'Corrigez ce champ du produit dans le hub de Cova et enregistrez la fiche; la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée.'
    ],
    es: [
      'La ficha más reciente de Cova no se pudo leer, así que Topshelf sigue con una anterior: el campo «Name» está vacío.',
      'Corrija ese campo del producto en el hub de Cova y guarde la ficha; la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó.'
    ]
  },
  'product lifecycle: discontinued': {
    'en-CA': [
      'Its lifecycle in Cova is “Discontinued”, and boards show active products only.',
      'Set its lifecycle to Active in Cova’s hub; that comes with the next sync.'
    ],
    'fr-CA': [
      'Son cycle de vie dans Cova est « Discontinued », et les tableaux ne montrent que les produits actifs.',
      'Remettez son cycle de vie à Actif dans le hub de Cova; cela arrive avec la prochaine synchronisation.'
    ],
    es: [
      'Su ciclo de vida en Cova es «Discontinued», y los tableros solo muestran productos activos.',
      'Ponga su ciclo de vida en Activo en el hub de Cova; eso llega con la próxima sincronización.'
    ]
  },
  'product archived: archived': {
    'en-CA': ['It is archived in Cova.', 'Take it out of the archive in Cova’s hub; that comes with the next sync.'],
    'fr-CA': [
      'Il est archivé dans Cova.',
      'Sortez-le des archives dans le hub de Cova; cela arrive avec la prochaine synchronisation.'
    ],
    es: ['Está archivado en Cova.', 'Sáquelo del archivo en el hub de Cova; eso llega con la próxima sincronización.']
  },
  'product archived: archived, and without a price too': {
    'en-CA': ['It is archived in Cova.', 'Take it out of the archive in Cova’s hub; that comes with the next sync.'],
    'fr-CA': [
      'Il est archivé dans Cova.',
      'Sortez-le des archives dans le hub de Cova; cela arrive avec la prochaine synchronisation.'
    ],
    es: ['Está archivado en Cova.', 'Sáquelo del archivo en el hub de Cova; eso llega con la próxima sincronización.']
  },
  'product no-price: a price elsewhere': {
    'en-CA': [
      'It has no price at Tern & Timber Regina, only at Tern & Timber Denver, Tern & Timber Hamilton and Tern & Timber Ottawa / Marché.',
      'Set a price for Tern & Timber Regina, or for a group of stores above it, in Cova’s hub; changed prices come with the next sync.'
    ],
    'fr-CA': [
      'Il n’a aucun prix chez Tern & Timber Regina, seulement chez Tern & Timber Denver, Tern & Timber Hamilton et Tern & Timber Ottawa / Marché.',
      'Fixez un prix pour Tern & Timber Regina, ou pour un groupe de magasins au-dessus, dans le hub de Cova; les prix changés arrivent avec la prochaine synchronisation.'
    ],
    es: [
      'No tiene precio en Tern & Timber Regina, solo en Tern & Timber Denver, Tern & Timber Hamilton y Tern & Timber Ottawa / Marché.',
      'Ponga un precio para Tern & Timber Regina, o para un grupo de tiendas por encima, en el hub de Cova; los precios cambiados llegan con la próxima sincronización.'
    ]
  },
  'product no-price: a price nowhere': {
    'en-CA': [
      'It has no price at Tern & Timber Regina, nor at any other store.',
      'Set a price for Tern & Timber Regina, or for a group of stores above it, in Cova’s hub; changed prices come with the next sync.'
    ],
    'fr-CA': [
      'Il n’a aucun prix chez Tern & Timber Regina, ni dans un autre magasin.',
      'Fixez un prix pour Tern & Timber Regina, ou pour un groupe de magasins au-dessus, dans le hub de Cova; les prix changés arrivent avec la prochaine synchronisation.'
    ],
    es: [
      'No tiene precio en Tern & Timber Regina, ni en ninguna otra tienda.',
      'Ponga un precio para Tern & Timber Regina, o para un grupo de tiendas por encima, en el hub de Cova; los precios cambiados llegan con la próxima sincronización.'
    ]
  },
  'product no-price: a price that cannot be read': {
    'en-CA': [
      'Its price at Tern & Timber Regina could not be read: the field “Price” holds the wrong kind of value.',
      'Correct the price in Cova’s hub and save it; the next sync reads it again, and Health shows the record as it came.'
    ],
    'fr-CA': [
      'Son prix chez Tern & Timber Regina est illisible : le champ « Price » contient une valeur du mauvais genre.',
      'Corrigez le prix dans le hub de Cova et enregistrez la fiche; la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée.'
    ],
    es: [
      'Su precio en Tern & Timber Regina no se pudo leer: el campo «Price» tiene un valor del tipo equivocado.',
      'Corrija el precio en el hub de Cova y guarde la ficha; la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó.'
    ]
  },
  'product no-price: a sale that names no price': {
    'en-CA': [
      'Its price at Tern & Timber Regina could not be read: the field “SalePrice” is missing.',
      'Correct the price in Cova’s hub and save it; the next sync reads it again, and Health shows the record as it came.'
    ],
    'fr-CA': [
      'Son prix chez Tern & Timber Regina est illisible : le champ « SalePrice » manque.',
      'Corrigez le prix dans le hub de Cova et enregistrez la fiche; la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée.'
    ],
    es: [
      'Su precio en Tern & Timber Regina no se pudo leer: falta el campo «SalePrice».',
      'Corrija el precio en el hub de Cova y guarde la ficha; la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó.'
    ]
  },
  'product no-price: a price for a group alone': {
    'en-CA': [
      'At Tern & Timber Regina it has a price for Veterans only, and the board is for everybody.',
      'Set a price without a pricing group in Cova’s hub; changed prices come with the next sync.'
    ],
    'fr-CA': [
      'Chez Tern & Timber Regina, il n’a de prix que pour Veterans, et le tableau est pour tout le monde.',
      'Fixez un prix sans groupe de prix dans le hub de Cova; les prix changés arrivent avec la prochaine synchronisation.'
    ],
    es: [
      'En Tern & Timber Regina solo tiene precio para Veterans, y el tablero es para todos.',
      'Ponga un precio sin grupo de precios en el hub de Cova; los precios cambiados llegan con la próxima sincronización.'
    ]
  },
  'product no-price: a price for the group alone that is forced on the screen': {
    'en-CA': [
      'At Tern & Timber Regina it has a price for Veterans only. Front window shows what Veterans pay beside everybody’s price, and that is missing.',
      'Set a price without a pricing group in Cova’s hub; what Veterans pay then stands beside it, where it is less. Changed prices come with the next sync.'
    ],
    'fr-CA': [
      'Chez Tern & Timber Regina, il n’a de prix que pour Veterans. Front window montre le prix Veterans à côté du prix pour tout le monde, et celui-ci manque.',
      'Fixez un prix sans groupe de prix dans le hub de Cova; le prix Veterans s’affiche alors à côté, s’il est plus bas. Les prix changés arrivent avec la prochaine synchronisation.'
    ],
    es: [
      'En Tern & Timber Regina solo tiene precio para Veterans. Front window muestra el precio Veterans junto al precio para todos, y este falta.',
      'Ponga un precio sin grupo de precios en el hub de Cova; el precio Veterans aparece entonces a su lado, si es más bajo. Los precios cambiados llegan con la próxima sincronización.'
    ]
  },
  'product not-served: restricted to another store': {
    'en-CA': [
      'Tern & Timber Regina is not among the stores that this Topshelf serves.',
      'Choose Tern & Timber Regina, or its province or state, among the stores served in Topshelf’s settings.'
    ],
    'fr-CA': [
      'Tern & Timber Regina n’est pas parmi les magasins que ce Topshelf sert.',
      'Choisissez Tern & Timber Regina, ou sa province ou son État, parmi les magasins servis dans les réglages de Topshelf.'
    ],
    es: [
      'Tern & Timber Regina no está entre las tiendas que atiende este Topshelf.',
      'Elija Tern & Timber Regina, o su provincia o estado, entre las tiendas atendidas en los ajustes de Topshelf.'
    ]
  },
  'product not-served: in a province that is not served': {
    'en-CA': [
      'Tern & Timber Regina is not among the stores that this Topshelf serves.',
      'Choose Tern & Timber Regina, or its province or state, among the stores served in Topshelf’s settings.'
    ],
    'fr-CA': [
      'Tern & Timber Regina n’est pas parmi les magasins que ce Topshelf sert.',
      'Choisissez Tern & Timber Regina, ou sa province ou son État, parmi les magasins servis dans les réglages de Topshelf.'
    ],
    es: [
      'Tern & Timber Regina no está entre las tiendas que atiende este Topshelf.',
      'Elija Tern & Timber Regina, o su provincia o estado, entre las tiendas atendidas en los ajustes de Topshelf.'
    ]
  },
  'product currency-unknown: a country whose money is not known': {
    'en-CA': [
      'The country of Tern & Timber Regina is not known, so nothing can be priced there and no board is shown.',
      'Choose the currency of Tern & Timber Regina in Topshelf’s settings, or put the country into its address in Cova’s hub.'
    ],
    'fr-CA': [
      'Le pays de Tern & Timber Regina est inconnu, donc rien ne peut y être chiffré et aucun tableau ne s’affiche.',
      'Choisissez la devise de Tern & Timber Regina dans les réglages de Topshelf, ou indiquez le pays dans son adresse dans le hub de Cova.'
    ],
    es: [
      'No se conoce el país de Tern & Timber Regina, así que allí nada puede llevar precio y no se muestra ningún tablero.',
      'Elija la moneda de Tern & Timber Regina en los ajustes de Topshelf, o ponga el país en su dirección en el hub de Cova.'
    ]
  },
  'product set: a classification': {
    'en-CA': [
      'Vape corner shows Vapes only, and this product is not part of that.',
      'Choose another set for Vape corner in Topshelf’s settings, under Screens.'
    ],
    'fr-CA': [
      'Vape corner montre seulement Vapes, et ce produit n’en fait pas partie.',
      'Choisissez un autre ensemble pour Vape corner dans les réglages de Topshelf, sous Écrans.'
    ],
    es: [
      'Vape corner muestra solo Vapes, y este producto no forma parte de eso.',
      'Elija otro conjunto para Vape corner en los ajustes de Topshelf, en Pantallas.'
    ]
  },
  'product set: a classification until four': {
    'en-CA': [
      'Vape corner shows Vapes only, and this product is not part of that.',
      'Wait: from today, 4:00 pm on Vape corner shows it (the whole menu); to have it now, choose another set in Topshelf’s settings, under Screens.'
    ],
    'fr-CA': [
      'Vape corner montre seulement Vapes, et ce produit n’en fait pas partie.',
      'Attendez : Vape corner le montrera dès aujourd’hui à 16 h (tout le menu); pour l’avoir maintenant, choisissez un autre ensemble dans les réglages de Topshelf, sous Écrans.'
    ],
    es: [
      'Vape corner muestra solo Vapes, y este producto no forma parte de eso.',
      'Espere: Vape corner lo muestra desde hoy a las 16:00 (todo el menú); para tenerlo ahora, elija otro conjunto en los ajustes de Topshelf, en Pantallas.'
    ]
  },
  'product set: a shelf': {
    'en-CA': [
      'Vape corner shows Cedar shelf only, and this product is not part of that.',
      'Choose another set for Vape corner in Topshelf’s settings, under Screens.'
    ],
    'fr-CA': [
      'Vape corner montre seulement Cedar shelf, et ce produit n’en fait pas partie.',
      'Choisissez un autre ensemble pour Vape corner dans les réglages de Topshelf, sous Écrans.'
    ],
    es: [
      'Vape corner muestra solo Cedar shelf, y este producto no forma parte de eso.',
      'Elija otro conjunto para Vape corner en los ajustes de Topshelf, en Pantallas.'
    ]
  },
  'product set: promotions, until it is on one': {
    'en-CA': [
      'Vape corner shows only what is on promotion or on sale, and this product is not part of that.',
      'Wait: from Friday 27 November, 4:00 pm on Vape corner shows it; to have it now, choose another set in Topshelf’s settings, under Screens.'
    ],
    'fr-CA': [
      'Vape corner montre seulement ce qui est en promotion ou en rabais, et ce produit n’en fait pas partie.',
      'Attendez : Vape corner le montrera dès le vendredi 27 novembre à 16 h; pour l’avoir maintenant, choisissez un autre ensemble dans les réglages de Topshelf, sous Écrans.'
    ],
    es: [
      'Vape corner muestra solo lo que está en promoción o en oferta, y este producto no forma parte de eso.',
      'Espere: Vape corner lo muestra desde el viernes 27 de noviembre a las 16:00; para tenerlo ahora, elija otro conjunto en los ajustes de Topshelf, en Pantallas.'
    ]
  },
  'product set: new arrivals': {
    'en-CA': [
      'Vape corner shows only what has come within the last seven days, and this product is not part of that.',
      'Choose another set for Vape corner in Topshelf’s settings, under Screens.'
    ],
    'fr-CA': [
      'Vape corner montre seulement ce qui est arrivé depuis sept jours, et ce produit n’en fait pas partie.',
      'Choisissez un autre ensemble pour Vape corner dans les réglages de Topshelf, sous Écrans.'
    ],
    es: [
      'Vape corner muestra solo lo que llegó en los últimos siete días, y este producto no forma parte de eso.',
      'Elija otro conjunto para Vape corner en los ajustes de Topshelf, en Pantallas.'
    ]
  },
  'product market-quantities: pairs and fives alone': {
    'en-CA': [
      'The market profile lets boards show only 2 and 5 at a time, and it has no price for that.',
      'Set a price for such a quantity in Cova’s hub, or have the market profile looked at in Topshelf’s settings.'
    ],
    'fr-CA': [
      'Le profil de marché ne laisse afficher que 2 et 5 à la fois, et il n’a pas de prix pour cela.',
      'Fixez un prix pour une telle quantité dans le hub de Cova, ou faites revoir le profil de marché dans les réglages de Topshelf.'
    ],
    es: [
      'El perfil de mercado solo deja mostrar 2 y 5 a la vez, y no tiene precio para eso.',
      'Ponga un precio para una cantidad así en el hub de Cova, o haga revisar el perfil de mercado en los ajustes de Topshelf.'
    ]
  },
  'product sold-out: nothing in stock': {
    'en-CA': [
      'It is sold out at Tern & Timber Regina, and Vape corner hides what is sold out.',
      'Receive stock into the selling room in Cova’s hub, or let Vape corner show sold-out products in Topshelf’s settings, under Screens.'
    ],
    'fr-CA': [
      'Il est épuisé chez Tern & Timber Regina, et Vape corner masque ce qui est épuisé.',
      'Recevez du stock dans la salle de vente dans le hub de Cova, ou laissez Vape corner montrer les produits épuisés dans les réglages de Topshelf, sous Écrans.'
    ],
    es: [
      'Está agotado en Tern & Timber Regina, y Vape corner oculta lo agotado.',
      'Reciba existencias en la sala de ventas en el hub de Cova, o deje que Vape corner muestre lo agotado en los ajustes de Topshelf, en Pantallas.'
    ]
  },
  'product sold-out: stock in the back room alone': {
    'en-CA': [
      'It is sold out at Tern & Timber Regina, and Vape corner hides what is sold out.',
      'Move some from the back room to the selling room in Cova’s hub: that room has stock.'
    ],
    'fr-CA': [
      'Il est épuisé chez Tern & Timber Regina, et Vape corner masque ce qui est épuisé.',
      'Déplacez-en de l’arrière-boutique vers la salle de vente dans le hub de Cova : il y en a là en stock.'
    ],
    es: [
      'Está agotado en Tern & Timber Regina, y Vape corner oculta lo agotado.',
      'Pase una parte de la trastienda a la sala de ventas en el hub de Cova: allí hay existencias.'
    ]
  },
  'promotion never-seen: an id that Cova never sent': {
    'en-CA': [
      'Cova’s list of promotions does not have this one.',
      'Check it in Cova’s hub; a new promotion can take an hour until Cova lists it.'
    ],
    'fr-CA': [
      'La liste des promotions de Cova n’a pas celle-ci.',
      'Vérifiez-la dans le hub de Cova; il peut s’écouler une heure avant que Cova ne donne une nouvelle promotion.'
    ],
    es: [
      'La lista de promociones de Cova no tiene esta.',
      'Revísela en el hub de Cova; una promoción nueva puede tardar una hora hasta que Cova la dé.'
    ]
  },
  'promotion not-synced: no full sync yet': {
    'en-CA': [
      'The first full sync with Cova has not finished, and no board is shown before that.',
      'Wait until it has finished; Health shows how far it is, and what stops it.'
    ],
    'fr-CA': [
      'La première synchronisation complète avec Cova n’est pas terminée, et aucun tableau ne s’affiche avant cela.',
      'Attendez qu’elle se termine; la vue Santé montre où elle en est et ce qui la bloque.'
    ],
    es: [
      'La primera sincronización completa con Cova no ha terminado, y antes no se muestra ningún tablero.',
      'Espere a que termine; Salud muestra por dónde va y qué la detiene.'
    ]
  },
  'promotion quarantined: enabled at no list': {
    'en-CA': [
      'Cova’s record of this promotion could not be read: the field “EnabledAtLocationIds” holds the wrong kind of value.',
      'Correct that field of the promotion in Cova’s hub and save it; the next sync reads it again, and Health shows the record as it came.'
    ],
    'fr-CA': [
      'La fiche de cette promotion est illisible : le champ « EnabledAtLocationIds » contient une valeur du mauvais genre.',
      'Corrigez ce champ de la promotion dans le hub de Cova et enregistrez la fiche; la prochaine synchronisation la relira, et la vue Santé montre la fiche telle qu’elle est arrivée.'
    ],
    es: [
      'La ficha de esta promoción no se pudo leer: el campo «EnabledAtLocationIds» tiene un valor del tipo equivocado.',
      'Corrija ese campo de la promoción en el hub de Cova y guarde la ficha; la próxima sincronización la lee de nuevo, y Salud muestra la ficha tal como llegó.'
    ]
  },
  'promotion inactive: switched off': {
    'en-CA': [
      'Its status in Cova is “Disabled”, and only active promotions run.',
      'Activate it in Cova’s hub; that comes with the next sync of promotions, within an hour.'
    ],
    'fr-CA': [
      'Son statut dans Cova est « Disabled », et seules les promotions actives ont lieu.',
      'Activez-la dans le hub de Cova; cela arrive avec la prochaine synchronisation des promotions, d’ici une heure.'
    ],
    es: [
      'Su estado en Cova es «Disabled», y solo corren las promociones activas.',
      'Actívela en el hub de Cova; eso llega con la próxima sincronización de promociones, en menos de una hora.'
    ]
  },
  'promotion left: gone here, held back in Denver': {
    'en-CA': [
      'Cova’s list of promotions no longer has it.',
      'If it should still run, look in Cova’s hub whether it was deleted, and make it again.'
    ],
    'fr-CA': [
      'La liste des promotions de Cova ne l’a plus.',
      'Si elle doit encore avoir lieu, regardez dans le hub de Cova si elle a été supprimée, et créez-la de nouveau.'
    ],
    es: [
      'La lista de promociones de Cova ya no la tiene.',
      'Si todavía debe correr, mire en el hub de Cova si se eliminó, y créela de nuevo.'
    ]
  },
  'promotion not-enabled-here: enabled elsewhere': {
    'en-CA': [
      'It is enabled at Ontario and Tern & Timber Denver, and not at Tern & Timber Regina.',
      'Enable it for Tern & Timber Regina, or for a group of stores above it, in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle est activée pour Ontario et Tern & Timber Denver, et non pour Tern & Timber Regina.',
      'Activez-la pour Tern & Timber Regina, ou pour un groupe de magasins au-dessus, dans le hub de Cova.'
    ],
    es: [
      'Está habilitada en Ontario y Tern & Timber Denver, y no en Tern & Timber Regina.',
      'Habilítela para Tern & Timber Regina, o para un grupo de tiendas por encima, en el hub de Cova.'
    ]
  },
  'promotion not-enabled-here: enabled nowhere': {
    'en-CA': [
      'It is enabled at no store.',
      'Enable it for Tern & Timber Regina, or for a group of stores above it, in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’est activée dans aucun magasin.',
      'Activez-la pour Tern & Timber Regina, ou pour un groupe de magasins au-dessus, dans le hub de Cova.'
    ],
    es: [
      'No está habilitada en ninguna tienda.',
      'Habilítela para Tern & Timber Regina, o para un grupo de tiendas por encima, en el hub de Cova.'
    ]
  },
  'promotion not-served: restricted to another store': {
    'en-CA': [
      'Tern & Timber Regina is not among the stores that this Topshelf serves.',
      'Choose Tern & Timber Regina, or its province or state, among the stores served in Topshelf’s settings.'
    ],
    'fr-CA': [
      'Tern & Timber Regina n’est pas parmi les magasins que ce Topshelf sert.',
      'Choisissez Tern & Timber Regina, ou sa province ou son État, parmi les magasins servis dans les réglages de Topshelf.'
    ],
    es: [
      'Tern & Timber Regina no está entre las tiendas que atiende este Topshelf.',
      'Elija Tern & Timber Regina, o su provincia o estado, entre las tiendas atendidas en los ajustes de Topshelf.'
    ]
  },
  'promotion currency-unknown: a country whose money is not known': {
    'en-CA': [
      'The country of Tern & Timber Regina is not known, so nothing can be priced there and no board is shown.',
      'Choose the currency of Tern & Timber Regina in Topshelf’s settings, or put the country into its address in Cova’s hub.'
    ],
    'fr-CA': [
      'Le pays de Tern & Timber Regina est inconnu, donc rien ne peut y être chiffré et aucun tableau ne s’affiche.',
      'Choisissez la devise de Tern & Timber Regina dans les réglages de Topshelf, ou indiquez le pays dans son adresse dans le hub de Cova.'
    ],
    es: [
      'No se conoce el país de Tern & Timber Regina, así que allí nada puede llevar precio y no se muestra ningún tablero.',
      'Elija la moneda de Tern & Timber Regina en los ajustes de Topshelf, o ponga el país en su dirección en el hub de Cova.'
    ]
  },
  'promotion unreadable-schedule: ending before it starts': {
    'en-CA': [
      'Its schedule cannot be read, so it never runs: its end does not follow its start, or makes no sense.',
      'Set its dates and times anew in Cova’s hub and save it.'
    ],
    'fr-CA': [
      'Son horaire est illisible, donc elle n’a jamais lieu : sa fin ne suit pas son début, ou n’a pas de sens.',
      'Fixez de nouveau ses dates et ses heures dans le hub de Cova et enregistrez-la.'
    ],
    es: [
      'Su horario no se puede leer, así que nunca corre: su final no sigue a su comienzo, o no tiene sentido.',
      'Ponga de nuevo sus fechas y horas en el hub de Cova y guárdela.'
    ]
  },
  'promotion unreadable-schedule: repeated by a rule that is none': {
    'en-CA': [
      'Its schedule cannot be read, so it never runs: its repetition cannot be followed.',
      'Set its dates and times anew in Cova’s hub and save it.'
    ],
    'fr-CA': [
      'Son horaire est illisible, donc elle n’a jamais lieu : sa répétition ne peut pas être suivie.',
      'Fixez de nouveau ses dates et ses heures dans le hub de Cova et enregistrez-la.'
    ],
    es: [
      'Su horario no se puede leer, así que nunca corre: su repetición no se puede seguir.',
      'Ponga de nuevo sus fechas y horas en el hub de Cova y guárdela.'
    ]
  },
  'promotion unreadable-schedule: without a start': {
    'en-CA': [
      'Its schedule cannot be read, so it never runs: its start is missing or makes no sense.',
      'Set its dates and times anew in Cova’s hub and save it.'
    ],
    'fr-CA': [
      'Son horaire est illisible, donc elle n’a jamais lieu : son début manque ou n’a pas de sens.',
      'Fixez de nouveau ses dates et ses heures dans le hub de Cova et enregistrez-la.'
    ],
    es: [
      'Su horario no se puede leer, así que nunca corre: su comienzo falta o no tiene sentido.',
      'Ponga de nuevo sus fechas y horas en el hub de Cova y guárdela.'
    ]
  },
  'promotion zone-unknown: a location without a zone': {
    'en-CA': [
      'The time zone of Tern & Timber Regina is not known, so nobody can say when this promotion runs there.',
      'Choose the time zone of Tern & Timber Regina in Topshelf’s settings.'
    ],
    'fr-CA': [
      'Le fuseau horaire de Tern & Timber Regina est inconnu, donc personne ne peut dire quand cette promotion y a lieu.',
      'Choisissez le fuseau horaire de Tern & Timber Regina dans les réglages de Topshelf.'
    ],
    es: [
      'No se conoce la zona horaria de Tern & Timber Regina, así que nadie puede decir cuándo corre allí esta promoción.',
      'Elija la zona horaria de Tern & Timber Regina en los ajustes de Topshelf.'
    ]
  },
  'promotion not-now: Friday from four to nine': {
    'en-CA': [
      'It is not on now; its next time is Friday 27 November, 4:00 pm to 9:00 pm.',
      'Wait: it starts by itself then; to have it earlier, change its schedule in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’a pas lieu maintenant; la prochaine fois : le vendredi 27 novembre, de 16 h à 21 h.',
      'Attendez, elle commencera d’elle-même; pour l’avoir plus tôt, changez son horaire dans le hub de Cova.'
    ],
    es: [
      'Ahora no corre; la próxima vez: el viernes 27 de noviembre, de las 16:00 a las 21:00.',
      'Espere, empieza por sí sola; para tenerla antes, cambie su horario en el hub de Cova.'
    ]
  },
  'promotion not-now: all day tomorrow': {
    'en-CA': [
      'It is not on now; its next time is tomorrow, all day.',
      'Wait: it starts by itself then; to have it earlier, change its schedule in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’a pas lieu maintenant; la prochaine fois : demain, toute la journée.',
      'Attendez, elle commencera d’elle-même; pour l’avoir plus tôt, changez son horaire dans le hub de Cova.'
    ],
    es: [
      'Ahora no corre; la próxima vez: mañana, todo el día.',
      'Espere, empieza por sí sola; para tenerla antes, cambie su horario en el hub de Cova.'
    ]
  },
  'promotion not-now: tonight over midnight': {
    'en-CA': [
      'It is not on now; its next time is from today, 9:00 pm to tomorrow, 2:00 am.',
      'Wait: it starts by itself then; to have it earlier, change its schedule in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’a pas lieu maintenant; la prochaine fois : entre aujourd’hui à 21 h et demain à 2 h.',
      'Attendez, elle commencera d’elle-même; pour l’avoir plus tôt, changez son horaire dans le hub de Cova.'
    ],
    es: [
      'Ahora no corre; la próxima vez: desde hoy a las 21:00 hasta mañana a las 2:00.',
      'Espere, empieza por sí sola; para tenerla antes, cambie su horario en el hub de Cova.'
    ]
  },
  'promotion not-now: on the clock of Halifax': {
    'en-CA': [
      'It is not on now; its next time is tomorrow, 8:00 am to 11:00 am.',
      'Wait: it starts by itself then; to have it earlier, change its schedule in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’a pas lieu maintenant; la prochaine fois : demain, de 8 h à 11 h.',
      'Attendez, elle commencera d’elle-même; pour l’avoir plus tôt, changez son horaire dans le hub de Cova.'
    ],
    es: [
      'Ahora no corre; la próxima vez: mañana, de las 8:00 a las 11:00.',
      'Espere, empieza por sí sola; para tenerla antes, cambie su horario en el hub de Cova.'
    ]
  },
  'promotion not-now: on the clock of Halifax, in a store without one': {
    'en-CA': [
      'It is not on now; its next time is tomorrow, 10:00 am to 1:00 pm (America/Halifax time).',
      'Wait: it starts by itself then; to have it earlier, change its schedule in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’a pas lieu maintenant; la prochaine fois : demain, de 10 h à 13 h (heure de America/Halifax).',
      'Attendez, elle commencera d’elle-même; pour l’avoir plus tôt, changez son horaire dans le hub de Cova.'
    ],
    es: [
      'Ahora no corre; la próxima vez: mañana, de las 10:00 a las 13:00 (hora de America/Halifax).',
      'Espere, empieza por sí sola; para tenerla antes, cambie su horario en el hub de Cova.'
    ]
  },
  'promotion not-now: over since Sunday': {
    'en-CA': [
      'It is over: it ended Sunday 22 November, 6:00 pm, and does not run again within a year.',
      'Give it new dates in Cova’s hub if it should run again.'
    ],
    'fr-CA': [
      'Elle est terminée : elle a pris fin le dimanche 22 novembre à 18 h, et ne revient pas d’ici un an.',
      'Donnez-lui de nouvelles dates dans le hub de Cova si elle doit revenir.'
    ],
    es: [
      'Terminó el domingo 22 de noviembre a las 18:00, y no vuelve a correr dentro de un año.',
      'Dele fechas nuevas en el hub de Cova si debe volver.'
    ]
  },
  'promotion not-now: in two years': {
    'en-CA': [
      'It is not on now, and its schedule has no time within the coming year.',
      'Check its dates and times in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle n’a pas lieu maintenant, et son horaire ne prévoit rien d’ici un an.',
      'Vérifiez ses dates et ses heures dans le hub de Cova.'
    ],
    es: ['Ahora no corre, y su horario no prevé nada dentro de un año.', 'Revise sus fechas y horas en el hub de Cova.']
  },
  'promotion dropped: in the menu’s list alone by now': {
    'en-CA': [
      'Cova’s full list of promotions no longer has it; the menu’s list can lag behind by an hour.',
      'If it should still run, look in Cova’s hub whether it was deleted, and make it again.'
    ],
    'fr-CA': [
      'La liste complète des promotions de Cova ne l’a plus; celle du menu peut avoir une heure de retard.',
      'Si elle doit encore avoir lieu, regardez dans le hub de Cova si elle a été supprimée, et créez-la de nouveau.'
    ],
    es: [
      'La lista completa de promociones de Cova ya no la tiene; la del menú puede llevar una hora de retraso.',
      'Si todavía debe correr, mire en el hub de Cova si se eliminó, y créela de nuevo.'
    ]
  },
  'promotion audience: medical customers, on a recreational screen': {
    'en-CA': [
      'It is for medical customers; the screen as delivered is set for recreational customers.',
      'Set whom the screen as delivered is for in Topshelf’s settings, or change whom the promotion is for in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle est pour la clientèle médicale; l’écran d’origine est réglé pour la clientèle récréative.',
      'Réglez à qui s’adresse l’écran d’origine dans les réglages de Topshelf, ou changez à qui s’adresse la promotion dans le hub de Cova.'
    ],
    es: [
      'Es para clientes médicos; la pantalla de fábrica está puesta para clientes recreativos.',
      'Ponga para quién es la pantalla de fábrica en los ajustes de Topshelf, o cambie para quién es la promoción en el hub de Cova.'
    ]
  },
  'promotion audience: recreational customers of a group, on a medical screen': {
    'en-CA': [
      'It is for Veterans (recreational customers); Vape corner is set for medical customers.',
      'Set whom Vape corner is for in Topshelf’s settings, or change whom the promotion is for in Cova’s hub.'
    ],
    'fr-CA': [
      'Elle est pour Veterans (clientèle récréative); Vape corner est réglé pour la clientèle médicale.',
      'Réglez à qui s’adresse Vape corner dans les réglages de Topshelf, ou changez à qui s’adresse la promotion dans le hub de Cova.'
    ],
    es: [
      'Es para Veterans (clientes recreativos); Vape corner está puesta para clientes médicos.',
      'Ponga para quién es Vape corner en los ajustes de Topshelf, o cambie para quién es la promoción en el hub de Cova.'
    ]
  },
  'promotion prices-left-out: not with sale prices, over a product on sale': {
    'en-CA': [
      'Its conditions, such as “not with sale prices”, leave out every price that its products have on the screen as delivered now.',
      'It comes back by itself when those prices change, as when a sale ends; its conditions are in Cova’s hub.'
    ],
    'fr-CA': [
      'Ses conditions, comme « pas avec les prix réduits », excluent tous les prix que ses produits ont maintenant sur l’écran d’origine.',
      'Elle revient d’elle-même quand ces prix changent, comme à la fin d’un rabais; ses conditions se trouvent dans le hub de Cova.'
    ],
    es: [
      'Sus condiciones, como «no con precios de oferta», excluyen todos los precios que sus productos tienen ahora en la pantalla de fábrica.',
      'Vuelve por sí sola cuando esos precios cambian, como al terminar una oferta; sus condiciones están en el hub de Cova.'
    ]
  },
  'promotion no-products: none listed': {
    'en-CA': [
      'It lists no product that it could take something off.',
      'Check in Cova’s hub which products the promotion is for.'
    ],
    'fr-CA': [
      'Elle ne nomme aucun produit auquel elle pourrait s’appliquer.',
      'Vérifiez dans le hub de Cova à quels produits la promotion s’applique.'
    ],
    es: [
      'No nombra ningún producto al que pueda aplicarse.',
      'Revise en el hub de Cova para qué productos es la promoción.'
    ]
  },
  'promotion no-products: its only product archived': {
    'en-CA': [
      'The one product that it lists is not on the screen as delivered.',
      'Look one of its products up here, to read why that is not up.'
    ],
    'fr-CA': [
      'Le seul produit qu’elle nomme n’est pas sur l’écran d’origine.',
      'Cherchez ici un de ses produits pour lire pourquoi il n’est pas à l’écran.'
    ],
    es: [
      'El único producto que nombra no está en la pantalla de fábrica.',
      'Busque aquí uno de sus productos, para leer por qué no está en pantalla.'
    ]
  },
  'promotion no-products: its only product not of the screen': {
    'en-CA': [
      'The one product that it lists is not on Vape corner.',
      'Look one of its products up here, to read why that is not up.'
    ],
    'fr-CA': [
      'Le seul produit qu’elle nomme n’est pas sur Vape corner.',
      'Cherchez ici un de ses produits pour lire pourquoi il n’est pas à l’écran.'
    ],
    es: [
      'El único producto que nombra no está en Vape corner.',
      'Busque aquí uno de sus productos, para leer por qué no está en pantalla.'
    ]
  },
  'promotion market-hides: a confirmed profile': {
    'en-CA': [
      'The market profile in force hides promotions; their products are shown without them.',
      'Leave it so while the market asks for it; the market profile is in Topshelf’s settings.'
    ],
    'fr-CA': [
      'Le profil de marché en vigueur masque les promotions; leurs produits s’affichent sans elles.',
      'Laissez-le ainsi tant que le marché l’exige; le profil de marché se trouve dans les réglages de Topshelf.'
    ],
    es: [
      'El perfil de mercado en vigor oculta las promociones; sus productos se muestran sin ellas.',
      'Déjelo así mientras el mercado lo pida; el perfil de mercado está en los ajustes de Topshelf.'
    ]
  }
}
