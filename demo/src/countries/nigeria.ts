import { type Country, cities, goods, surnames, words } from '../country.ts';
import { english } from './english.ts';

export const nigeria: Country = {
  code: 'NG',
  locale: 'en-NG',
  currency: 'NGN',
  people: 16,
  cities: cities('Africa/Lagos', 'Lagos, Abuja, Ibadan, Port Harcourt, Enugu, Kano'),
  phones: ['+23480212#####'],
  women: words('Chioma, Ngozi, Adaeze, Folake, Yetunde, Aisha, Zainab, Ifeoma, Bukola, Halima, Temitope'),
  men: words('Chinedu, Emeka, Tunde, Segun, Ibrahim, Musa, Obinna, Femi, Uche, Babajide, Ikenna'),
  surnames: surnames(
    'Okafor, Adeyemi, Balogun, Eze, Okonkwo, Bello, Ogunleye, Nwosu, Abubakar, Adebayo, Onyekachi, Lawal, Obi, Danjuma',
  ),
  goods: goods(`
    phones | iPhone 12, 64 GB, UK used | 420000
    phones | Samsung Galaxy S21, no scratches | 385000
    phones | Redmi Note 13, receipt available | 230000
    computers | Lenovo ThinkPad T480, 16 GB | 410000
    computers | HP LaserJet printer with toner | 165000 | parcel
    computers | 27-inch LG monitor | 190000 | monitor
    audio | Sony home theatre, 5.1 | 240000
    audio | Yamaha keyboard PSR-E373 | 285000 | piano
    vehicles | Toyota Camry 2010, clean title | 6200000
    vehicles | Honda Accord 2008, new engine mounts | 4300000
    vehicles | Bajaj Boxer 100, one rider | 680000 | motorcycle
    bicycles | Mountain bike, 26 inch, 21 gears | 145000
    furniture | Office desk with drawers | 120000 | table
    furniture | Six-seater leather sofa | 540000
    furniture | Wardrobe with mirror, three doors | 260000 | cabinet
    appliances | Inverter 3.5 kVA with two batteries | 1150000 | machine
    appliances | Haier Thermocool fridge, double door | 480000 | fridge
    appliances | Gas cooker, four burners | 175000 | pot
    fashion | Aso-oke set, burgundy, never worn | 95000 | cloth
    fashion | Men's agbada, embroidered, size XL | 110000 | dress
    family | Baby car seat, 0 to 18 kg | 68000 | parcel
    hobbies | PlayStation 4 Slim with two pads | 290000 | console
  `),
  texts: english,
};
