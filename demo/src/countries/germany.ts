import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const germany: Country = {
  code: 'DE',
  locale: 'de-DE',
  currency: 'EUR',
  people: 15,
  cities: cities('Europe/Berlin', 'Berlin, Hamburg, München, Köln, Leipzig, Frankfurt am Main'),
  phones: [
    '+493023125###',
    '+494066969###',
    '+498999998###',
    '+492214710###',
    '+4917139200##',
    '+496990009###',
  ],
  women: words('Anna, Lena, Katharina, Ayşe, Sabine, Mareike, Jana, Zoë, Friederike'),
  men: words('Lukas, Jonas, Jürgen, Björn, Mehmet, Tobias, Maximilian, Uwe, Sören, Jörg'),
  surnames: surnames(
    'Müller, Schmidt, Weiß, Schäfer, Yılmaz, Krüger, Böhm, Hoffmann, Vogel, Jäger, Lindner, Groß, Winkler, Köhler',
  ),
  goods: goods(`
    phones | iPhone 12, 128 GB, weiß | 260
    phones | Google Pixel 7a, mit Hülle | 230
    computers | ThinkPad X1 Carbon, 9. Generation | 540
    computers | Fritz!Box 7590, mit Netzteil | 95 | parcel
    computers | Drucker Brother, doppelseitig | 70 | parcel
    audio | Plattenspieler Thorens TD 160 | 290 | turntable
    audio | Kopfhörer Beyerdynamic DT 770 | 85
    vehicles | VW Golf 7 Variant, 2016, TÜV neu | 9800
    vehicles | Opel Corsa, 5-türig, Scheckheft | 5400
    vehicles | Simson S51, restauriert | 2900 | motorcycle
    bicycles | Rennrad Canyon Endurace, Größe M | 980
    bicycles | Lastenrad Babboe mit Verdeck | 1350
    bicycles | Hollandrad, 28 Zoll, frisch gewartet | 160
    furniture | Kleiderschrank Eiche, zerlegt | 220 | cabinet
    furniture | Ecksofa, anthrazit, Nichtraucherhaushalt | 390
    furniture | Schreibtisch höhenverstellbar | 180 | table
    appliances | Waschmaschine Miele W1 | 340
    appliances | Kaffeevollautomat De’Longhi | 190 | machine
    fashion | Jack-Wolfskin-Jacke, Größe 40 | 60 | coat
    family | Kinderwagen Bugaboo Fox | 310
    family | Hochstuhl Tripp Trapp, natur | 85 | parcel
    hobbies | Zelt Vaude für drei Personen | 140 | tent
  `),
  texts: {
    messages: messages(`
      general_inquiry | Guten Tag, ich habe Interesse an Ihrer Anzeige. Rufen Sie mich bitte kurz an?
      general_inquiry | Hallo, ein Anruf wäre mir lieber als viel zu schreiben. Danke!
      price_negotiation | Ist am Preis noch etwas zu machen, wenn ich es heute abhole?
      price_negotiation | Was wäre Ihre letzte Preisvorstellung?
      product_details | Gibt es Gebrauchsspuren oder Mängel, die man auf den Bildern nicht sieht?
      product_details | Sind Rechnung und Originalverpackung noch vorhanden?
      availability_check | Ist das noch zu haben?
      availability_check | Ist der Artikel noch da? Ich könnte am Samstag kommen.
      meetup_arrangement | Wo und wann könnte ich es mir ansehen?
      meetup_arrangement | Ich komme nach Feierabend vorbei, welcher Tag passt Ihnen?
      other | Würden Sie auch verschicken? Das Porto übernehme ich.
      other | Ich frage für meinen Vater, bitte melden Sie sich bei mir.
    `),
    declines: lines(`
      Leider gerade verkauft.
      Ich bin diese Woche im Urlaub.
      Der Preis ist ein Festpreis, tut mir leid.
      Bitte lieber schreiben, ich bin tagsüber im Dienst.
    `),
    withdrawals: lines(`
      Hat sich erledigt, vielen Dank.
      Ich habe in der Nähe etwas gefunden.
    `),
    times: words('ab 18 Uhr, vormittags, in der Mittagspause, abends, am Wochenende'),
    descriptions: lines(`
      Sehr gut erhalten, aus erster Hand.
      Nur Abholung, bar oder Überweisung.
      Verkauf wegen Umzugs.
      Funktioniert einwandfrei, kann gern ausprobiert werden.
    `),
  },
};
