import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const egypt: Country = {
  code: 'EG',
  locale: 'ar-EG',
  currency: 'EGP',
  people: 13,
  cities: cities('Africa/Cairo', 'القاهرة, الإسكندرية, الجيزة, المنصورة, أسيوط'),
  phones: ['+2010012345##', '+2010012346##'],
  women: words('فاطمة, مريم, نورا, سلمى, هبة, ياسمين, منى, دعاء'),
  men: words('أحمد, محمد, محمود, كريم, يوسف, عمر, مصطفى, مينا'),
  surnames: surnames(
    'عبد الرحمن, السيد, حسن, إبراهيم, الشريف, منصور, جرجس, عبد الله, فوزي, الجندي, رمضان, صادق',
  ),
  goods: goods(`
    phones | آيفون 13، 128 جيجا، أزرق | 26500
    phones | سامسونج جالاكسي A54 بالعلبة | 15800
    phones | أوبو رينو 11، استعمال شهرين | 14200
    computers | لابتوب ديل لاتيتيود، رام 16 | 17500
    computers | شاشة إل جي 24 بوصة | 5600 | monitor
    computers | بلايستيشن 4 مع ذراعين | 13000 | console
    audio | سماعة جي بي إل بلوتوث | 3900
    audio | عود شرقي صناعة يدوية | 4800 | hobbies
    vehicles | هيونداي إلنترا 2012 فابريكا بالكامل | 420000
    vehicles | نيسان صني 2015، رخصة سارية | 390000
    vehicles | دراجة بخارية هوجان 150 | 34000 | motorcycle
    bicycles | دراجة جبلية 26 بوصة، 21 سرعة | 5200
    furniture | أنتريه سبع قطع، خشب زان | 23000
    furniture | سفرة بستة كراسي | 18500 | table
    furniture | مكتب أطفال مع كرسي | 3100 | table
    appliances | ثلاجة توشيبا 14 قدم | 16500 | fridge
    appliances | غسالة أوتوماتيك 8 كيلو | 13800
    appliances | تكييف شارب 1.5 حصان | 15500 | aircon
    fashion | عباية مطرزة، مقاس كبير | 1200 | dress
    fashion | ساعة كاسيو أصلية | 1900 | watch
    family | عربة أطفال بحالة ممتازة | 2700
    hobbies | كاميرا كانون 700D مع عدسة | 14900 | camera
  `),
  texts: {
    messages: messages(`
      general_inquiry | السلام عليكم، {مهتمة/مهتم} بالإعلان وأرجو الاتصال بي لمعرفة التفاصيل.
      general_inquiry | مساء الخير، عندي بعض الأسئلة والمكالمة أسهل.
      price_negotiation | هل السعر قابل للتفاوض لو استلمت اليوم؟
      price_negotiation | ما هو آخر سعر من فضلك؟
      product_details | هل توجد خدوش أو إصلاحات سابقة؟
      product_details | هل الفاتورة والعلبة الأصلية موجودتان؟
      availability_check | هل ما زال متاحًا؟
      availability_check | هل الإعلان ما زال قائمًا؟ أستطيع الحضور يوم الجمعة.
      meetup_arrangement | أين يمكنني المعاينة هذا الأسبوع؟
      meetup_arrangement | يمكنني المرور بعد العمل، أي يوم يناسبك؟
      other | هل يوجد توصيل؟ سأدفع مصاريف الشحن.
      other | أسأل نيابة عن والدي، برجاء الاتصال بي أنا.
    `),
    declines: lines(`
      عذرًا، تم البيع الآن.
      أنا {مسافرة/مسافر} هذا الأسبوع.
      السعر نهائي، شكرًا لتفهمك.
    `),
    withdrawals: lines(`
      وجدت غيره، شكرًا لك.
      غيّرت رأيي، أعتذر.
    `),
    times: lines(`
      بعد السادسة مساءً
      صباحًا
      وقت الظهيرة
      مساءً
      يوم الجمعة
    `),
    descriptions: lines(`
      بحالة ممتازة واستعمال نظيف.
      الاستلام من المكان، والدفع نقدًا أو تحويل.
      البيع بسبب الانتقال.
      يعمل بشكل جيد ويمكن التجربة قبل الشراء.
    `),
  },
};
