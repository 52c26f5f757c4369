import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const france: Country = {
  code: 'FR',
  locale: 'fr-FR',
  currency: 'EUR',
  people: 14,
  cities: cities('Europe/Paris', 'Paris, Lyon, Marseille, Nantes, Toulouse, Lille'),
  phones: ['+3319900####', '+3346571####', '+3346571####', '+3326191####', '+3353649####', '+3335301####'],
  women: words('Camille, Élodie, Chloé, Inès, Fatou, Margaux, Zoé, Amélie, Nadia, Hélène'),
  men: words('Lucas, Théo, Hugo, Jérôme, Mehdi, Rémi, François, Étienne, Mamadou, Loïc'),
  surnames: surnames(
    'Martin, Bernard, Lefèvre, Moreau, Garnier, Faure, Benali, Rousseau, Chevalier, Diallo, Guérin, Perrin, Boyer, Noël',
  ),
  goods: goods(`
    phones | iPhone 13 mini, 128 Go, bleu | 310
    phones | Fairphone 4, batterie neuve | 240
    phones | Samsung Galaxy A35, encore sous garantie | 210
    computers | MacBook Air M2, 8 Go, minuit | 720
    computers | Écran Iiyama 27 pouces | 110 | monitor
    computers | Clavier mécanique AZERTY | 55 | parcel
    audio | Platine vinyle Rega Planar 1 | 220 | turntable
    audio | Enceinte Devialet Phantom | 690
    vehicles | Renault Clio IV 2017, 72 000 km | 8900
    vehicles | Peugeot 208 essence, contrôle technique OK | 9700
    vehicles | Scooter Piaggio Liberty 125 | 1450 | motorcycle
    bicycles | Vélo de course Lapierre, taille M | 580
    bicycles | Vélo électrique Moustache, 2021 | 1590
    furniture | Armoire normande en chêne | 350 | cabinet
    furniture | Canapé convertible, tissu gris | 280
    furniture | Table de ferme, deux mètres | 420 | table
    appliances | Cocotte en fonte Le Creuset, 26 cm | 130 | pot
    appliances | Lave-linge Bosch 8 kg | 230
    fashion | Trench Sézane, taille 38 | 95 | coat
    family | Poussette Yoyo, noire | 190
    family | Vélo draisienne, dès 2 ans | 35 | parcel
    hobbies | Guitare classique Alhambra | 270
  `),
  texts: {
    messages: messages(`
      general_inquiry | Bonjour, votre annonce m’intéresse. Pourriez-vous m’appeler ?
      general_inquiry | Bonjour, j’aurais quelques questions, un appel serait plus simple.
      price_negotiation | Le prix est-il négociable si je viens le chercher ce week-end ?
      price_negotiation | Quel serait votre dernier prix ?
      product_details | Y a-t-il des rayures ou des réparations à signaler ?
      product_details | Avez-vous encore la facture et l’emballage d’origine ?
      availability_check | Bonjour, est-ce toujours disponible ?
      availability_check | L’annonce est-elle encore d’actualité ?
      meetup_arrangement | Où pourrait-on se retrouver cette semaine ?
      meetup_arrangement | Je peux passer samedi matin, cela vous convient-il ?
      other | Pouvez-vous l’envoyer en point relais ?
      other | J’appelle de la part de ma sœur, merci de me joindre directement.
    `),
    declines: lines(`
      Désolé{e/}, l’article vient d’être vendu.
      Je suis en déplacement cette semaine.
      Le prix est ferme, merci de votre compréhension.
    `),
    withdrawals: lines(`
      J’ai trouvé plus près de chez moi, merci.
      J’ai changé d’avis, désolé{e/}.
    `),
    times: words('après 18 h, le matin, entre midi et deux, en soirée, le week-end'),
    descriptions: lines(`
      En très bon état, toujours bien entretenu.
      À venir chercher sur place. Espèces ou virement.
      Vendu pour cause de déménagement.
      Fonctionne parfaitement, essai possible.
    `),
  },
};
