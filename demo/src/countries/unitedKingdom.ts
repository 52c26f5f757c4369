import { type Country, cities, goods, surnames, words } from '../country.ts';
import { english } from './english.ts';

export const unitedKingdom: Country = {
  code: 'GB',
  locale: 'en-GB',
  currency: 'GBP',
  people: 15,
  cities: cities('Europe/London', 'London, Manchester, Leeds, Bristol, Glasgow, Cardiff'),
  phones: [
    '+442079460###',
    '+441614960###',
    '+441134960###',
    '+441174960###',
    '+441414960###',
    '+442920180###',
  ],
  women: words('Charlotte, Amelia, Siân, Fiona, Priya, Hannah, Zoë, Eilidh, Gemma, Yasmin'),
  men: words('Oliver, Harry, Rhys, Callum, Imran, George, Jack, Gareth, Ravi, Duncan'),
  surnames: surnames(
    'Smith, Jones, Taylor, Davies, Evans, Patel, Hughes, Campbell, Robertson, Khan, Wright, Green, O’Neill, Thompson',
  ),
  goods: goods(`
    phones | iPhone SE 2022, 64 GB, red | 190
    phones | Samsung Galaxy S22, boxed | 280
    computers | iPad Air 5 with Pencil | 390 | phones
    computers | Raspberry Pi 5 kit, 8 GB | 75 | parcel
    computers | Surface Laptop 4, platinum | 430
    audio | Technics turntable SL-1210 | 480 | turntable
    audio | KEF Q150 speakers, walnut | 260
    vehicles | Ford Fiesta 1.0 2017, full service history | 7400
    vehicles | VW Golf Mk7 TDI, 2015 | 8200
    vehicles | Vespa Primavera 125, blue | 2300 | motorcycle
    bicycles | Brompton M6L, racing green | 890
    bicycles | Carrera hybrid bike, medium | 180
    furniture | Chesterfield sofa, two-seater, brown | 420
    furniture | Pine wardrobe, will need two people | 90 | cabinet
    furniture | Oak bookcase, five shelves | 120 | cabinet
    appliances | Dyson V10 vacuum cleaner | 150 | machine
    appliances | Bosch tumble dryer, heat pump | 240
    fashion | Barbour jacket, navy, size L | 110 | coat
    fashion | Dr. Martens boots, UK 7 | 65 | shoe
    family | Silver Cross pram with carrycot | 280
    family | Lego Technic bundle, 4 kg | 60 | parcel
    hobbies | Yamaha digital piano P-125 | 370 | piano
  `),
  texts: english,
};
