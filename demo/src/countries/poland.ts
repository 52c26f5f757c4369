import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const poland: Country = {
  code: 'PL',
  locale: 'pl-PL',
  currency: 'PLN',
  people: 13,
  cities: cities('Europe/Warsaw', 'Warszawa, Kraków, Łódź, Wrocław, Gdańsk, Poznań'),
  phones: ['+485123456##', '+485123457##'],
  women: words('Małgorzata, Agnieszka, Zofia, Łucja, Bożena, Katarzyna, Jadwiga, Oliwia'),
  men: words('Paweł, Łukasz, Wojciech, Stanisław, Krzysztof, Michał, Grzegorz, Mateusz, Tomasz'),
  surnames: surnames(
    'Kowalska/Kowalski, Wiśniewska/Wiśniewski, Wójcik, Zielińska/Zieliński, Dąbrowska/Dąbrowski, Mazur, Piątek, Król, Jabłońska/Jabłoński, Górska/Górski, Pawlak, Żuk',
  ),
  goods: goods(`
    phones | iPhone 12 64 GB, czarny, stan idealny | 1150
    phones | Samsung Galaxy A52s, komplet | 720
    phones | Xiaomi Redmi Note 12 Pro | 790
    computers | Laptop Lenovo Legion 5 | 2900
    computers | Monitor Dell 24 cale, IPS | 420 | monitor
    computers | Karta graficzna RTX 3060 | 890 | parcel
    audio | Gramofon Unitra, po przeglądzie | 650 | turntable
    audio | Słuchawki Sennheiser HD 560S | 480
    vehicles | Škoda Octavia II kombi, 2012 | 21500
    vehicles | Toyota Yaris 1.3, salon Polska | 24900
    vehicles | Motorower Romet, zarejestrowany | 2300 | motorcycle
    bicycles | Rower gravel Kross, rozmiar L | 2700
    bicycles | Rower dziecięcy 20 cali | 280
    furniture | Narożnik rozkładany, szary | 1300
    furniture | Kredens z lat 60., po renowacji | 1650 | cabinet
    furniture | Biurko dębowe | 540 | table
    appliances | Ekspres do kawy Jura | 1400 | machine
    appliances | Lodówka Beko, 185 cm | 780 | fridge
    fashion | Kurtka zimowa, rozmiar M | 160 | coat
    fashion | Buty trekkingowe Salomon, 42 | 210 | shoe
    family | Wózek 3 w 1 Adamex | 690
    hobbies | Akordeon Weltmeister, 80 basów | 2200 | piano
  `),
  texts: {
    messages: messages(`
      general_inquiry | Dzień dobry, jestem {zainteresowana/zainteresowany} ogłoszeniem. Proszę o telefon.
      general_inquiry | Dzień dobry, mam kilka pytań, łatwiej będzie przez telefon.
      price_negotiation | Czy cena jest do negocjacji przy odbiorze dzisiaj?
      price_negotiation | Jaka byłaby ostateczna cena?
      product_details | Czy są jakieś rysy albo ślady napraw?
      product_details | Czy jest paragon i oryginalne pudełko?
      availability_check | Czy ogłoszenie jest aktualne?
      availability_check | Czy to jeszcze jest? {Mogłabym/Mógłbym} przyjechać w sobotę.
      meetup_arrangement | Gdzie mogę to obejrzeć w tym tygodniu?
      meetup_arrangement | Mogę podjechać po pracy, który dzień pasuje?
      other | Czy możliwa jest wysyłka na mój koszt?
      other | Pytam w imieniu babci, proszę dzwonić do mnie.
    `),
    declines: lines(`
      Przepraszam, właśnie sprzedane.
      W tym tygodniu jestem na urlopie.
      Cena nie podlega negocjacji.
    `),
    withdrawals: lines(`
      Już nieaktualne, dziękuję.
      {Znalazłam/Znalazłem} bliżej domu.
    `),
    times: words('po 17, rano, w porze obiadu, wieczorem, w weekend'),
    descriptions: lines(`
      Stan bardzo dobry, zadbane.
      Tylko odbiór osobisty. Gotówka lub przelew.
      Sprzedaję z powodu przeprowadzki.
      Wszystko działa, można sprawdzić na miejscu.
    `),
  },
};
