import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const ukraine: Country = {
  code: 'UA',
  locale: 'uk-UA',
  currency: 'UAH',
  people: 13,
  cities: cities('Europe/Kyiv', 'Київ, Львів, Одеса, Харків, Дніпро, Чернівці'),
  phones: ['+3805012345##', '+3805012346##'],
  women: words('Олена, Наталія, Ірина, Оксана, Юлія, Соломія, Тетяна, Ганна, Злата'),
  men: words('Андрій, Олександр, Тарас, Дмитро, Богдан, Михайло, Сергій, Ярослав, Євген'),
  surnames: surnames(
    'Шевченко, Коваленко, Бондаренко, Ткачук, Мельник, Кравець, Лисенко, Савицька/Савицький, Поліщук, Гнатюк, Яремчук, Вишневська/Вишневський',
  ),
  goods: goods(`
    phones | iPhone 11, 128 ГБ, чорний | 9800
    phones | Samsung Galaxy A34, повний комплект | 7600
    phones | Xiaomi Redmi 12, на гарантії | 5200
    computers | Ноутбук Acer Aspire 5 | 14500
    computers | Монітор Samsung 27" | 5400 | monitor
    computers | Зарядна станція EcoFlow River 2 | 9900 | machine
    audio | Колонка Marshall Emberton II | 5100
    audio | Гітара акустична Cort | 4300 | hobbies
    vehicles | Renault Logan 2013, газ/бензин | 215000
    vehicles | Škoda Fabia 2011, один власник | 228000
    vehicles | Мопед Honda Dio | 21000 | motorcycle
    bicycles | Велосипед гірський Comanche, рама M | 8700
    bicycles | Дитячий велосипед, 16 дюймів | 2400
    furniture | Диван розкладний, сірий | 7200
    furniture | Стіл дубовий, ручна робота | 11500 | table
    furniture | Книжкова шафа | 3600 | cabinet
    appliances | Генератор бензиновий 3 кВт | 16800 | machine
    appliances | Пральна машина LG, 7 кг | 8900
    fashion | Вишиванка жіноча, розмір 44 | 2300
    fashion | Зимова куртка, розмір L | 1700 | coat
    family | Дитяча коляска Cybex | 8200
    hobbies | Намет тримісний, двошаровий | 3100 | tent
  `),
  texts: {
    messages: messages(`
      general_inquiry | Добрий день, зацікавило ваше оголошення. Зателефонуйте, будь ласка.
      general_inquiry | Вітаю! Маю кілька запитань, простіше поговорити телефоном.
      price_negotiation | Чи можливий торг, якщо заберу сьогодні?
      price_negotiation | Яка остаточна ціна?
      product_details | Чи є подряпини або сліди ремонту?
      product_details | Чи залишилися чек і коробка?
      availability_check | Ще актуально?
      availability_check | Доброго дня, ще продаєте? Можу приїхати в суботу.
      meetup_arrangement | Де можна подивитися цього тижня?
      meetup_arrangement | Можу під’їхати після роботи, який день вам зручний?
      other | Чи відправляєте Новою поштою? Доставку оплачу.
      other | Питаю для батьків, телефонуйте, будь ласка, мені.
    `),
    declines: lines(`
      Вибачте, щойно продано.
      Цього тижня я у від’їзді.
      Без торгу, вибачте.
    `),
    withdrawals: lines(`
      Вже неактуально, дякую.
      {Знайшла/Знайшов} ближче до дому.
    `),
    times: words('після 18:00, вранці, в обідню перерву, увечері, на вихідних'),
    descriptions: lines(`
      Стан дуже добрий, користувалися дбайливо.
      Самовивіз або Нова пошта. Готівка чи картка.
      Продаю через переїзд.
      Усе працює, можна перевірити на місці.
    `),
  },
};
