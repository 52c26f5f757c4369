import { type Country, cities, goods, surnames, words } from '../country.ts';
import { english } from './english.ts';

export const ghana: Country = {
  code: 'GH',
  locale: 'en-GH',
  currency: 'GHS',
  people: 24,
  cities: cities('Africa/Accra', 'Accra, Kumasi, Tema, Takoradi, Cape Coast, Tamale'),
  phones: ['+23323123####'],
  women: words('Ama, Akosua, Adwoa, Abena, Efua, Esi, Afia, Yaa, Akua, Araba, Naa, Dede, Maame, Adjoa'),
  men: words('Kwame, Kofi, Yaw, Kojo, Kwabena, Kwaku, Kwesi, Ebo, Nii, Fiifi, Paa, Akwasi, Selorm'),
  surnames: surnames(
    'Mensah, Owusu, Boateng, Asante, Appiah, Osei, Agyeman, Darko, Ofori, Addo, Quaye, Tetteh, Amoah, Ansah, Nkrumah, Sarpong, Lamptey, Acheampong',
  ),
  goods: goods(`
    phones | iPhone 13, 128 GB, midnight | 5200
    phones | Samsung Galaxy A54, two SIM cards | 2900
    phones | Tecno Camon 30, sealed box | 2400
    phones | Infinix Note 40 with charger | 2100
    computers | HP EliteBook 840 G6, 16 GB RAM | 4800
    computers | Dell 24-inch monitor | 1150 | monitor
    computers | MacBook Air M1, battery at 91 % | 8900
    audio | JBL PartyBox 110 | 3400
    audio | Bluetooth speaker with two microphones | 650
    vehicles | Toyota Corolla 2014, automatic, Accra registered | 98000
    vehicles | Hyundai i10 2012, first owner | 52000
    vehicles | Haojue motorcycle 150, papers complete | 11500 | motorcycle
    bicycles | Trek hybrid bicycle, 54 cm, new tyres | 1850
    furniture | L-shaped sofa, grey, seats six | 4300
    furniture | Dining table with four chairs, odum wood | 3200 | table
    appliances | Nasco chest freezer 200 l | 3100 | fridge
    appliances | Binatone standing fan, 18 inch | 420 | parcel
    appliances | Generator 2.5 kVA, hardly used | 3600 | machine
    fashion | Kente cloth, six yards, hand-woven | 1400 | cloth
    fashion | Leather sandals, size 43 | 180 | shoe
    family | Baby cot with mattress | 900 | bed
    hobbies | Acoustic guitar with bag | 780
  `),
  texts: english,
};
