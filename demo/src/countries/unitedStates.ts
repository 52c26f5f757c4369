import { type Country, cities, goods, surnames, words } from '../country.ts';
import { english } from './english.ts';

export const unitedStates: Country = {
  code: 'US',
  locale: 'en-US',
  currency: 'USD',
  people: 18,
  cities: [
    ...cities('America/New_York', 'Brooklyn, Philadelphia, Atlanta'),
    ...cities('America/Chicago', 'Chicago, Austin'),
    ...cities('America/Los_Angeles', 'Oakland, Portland'),
  ],
  phones: [
    '+1212555010#',
    '+1215555012#',
    '+1404555019#',
    '+1312555014#',
    '+1512555016#',
    '+1510555017#',
    '+1503555018#',
  ],
  women: words('Emily, Grace, Latoya, Hannah, Maria, Chloe, Rachel, Denise, Priscilla, Megan, Tiffany'),
  men: words('Michael, James, Darnell, Ethan, Carlos, Ryan, Tyrone, Andrew, Marcus, Kevin, Joshua'),
  surnames: surnames(
    'Johnson, Williams, Brown, Garcia, Miller, Davis, Rodriguez, Wilson, Anderson, Thomas, Moore, Jackson, Lee, Nguyen, Clark, Walker',
  ),
  goods: goods(`
    phones | iPhone 14 Pro, 256 GB, unlocked | 620
    phones | Google Pixel 8, obsidian | 380
    phones | Galaxy Z Flip 5, lavender | 410
    computers | MacBook Pro 14, M2, 16 GB | 1250
    computers | Gaming PC, RTX 3070, 32 GB | 890 | parcel
    computers | Dell UltraSharp 27, 4K | 260 | monitor
    audio | Sonos One, pair, black | 240
    audio | Bose QuietComfort 45 | 160
    vehicles | 2016 Subaru Outback, 88k miles | 14500
    vehicles | 2012 Ford F-150 XLT, crew cab | 16900
    vehicles | 2019 Honda Civic LX, one owner | 17200
    bicycles | Specialized Allez road bike, 56 cm | 640
    bicycles | Kids' bike, 20 inch, with helmet | 75
    furniture | Mid-century walnut dresser | 420 | cabinet
    furniture | IKEA Kallax shelf, 4 x 4, white | 80 | cabinet
    furniture | Standing desk, electric, 60 inch | 290 | table
    appliances | KitchenAid stand mixer, red | 210 | pot
    appliances | LG washer, front load | 330
    fashion | Levi's trucker jacket, size M | 45 | coat
    family | UPPAbaby Vista stroller | 380
    hobbies | Fender Stratocaster, Mexico, 2018 | 560
    hobbies | Camping tent for four, used twice | 110 | tent
  `),
  texts: english,
};
