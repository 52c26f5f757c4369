import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const israel: Country = {
  code: 'IL',
  locale: 'he-IL',
  currency: 'ILS',
  people: 10,
  cities: cities('Asia/Jerusalem', 'תל אביב, חיפה, ירושלים, באר שבע, רעננה'),
  phones: ['+9725023456##', '+9725023457##'],
  women: words('נועה, תמר, מיכל, שירה, יעל, רונית, אורלי, דנה'),
  men: words('אורי, יוסי, איתי, דניאל, עומר, משה, אלון, גיא'),
  surnames: surnames('כהן, לוי, מזרחי, פרץ, ביטון, אברהם, פרידמן, שפירא, גולן, ברק, חדד, רוזן'),
  goods: goods(`
    phones | אייפון 13, נפח 128, כחול | 1650
    phones | גלקסי S22, שמור מאוד | 1290
    phones | שיאומי 13T, עם אחריות | 1180
    computers | מחשב נייד לנובו יוגה | 1900
    computers | מסך דל 27 אינץ׳ | 620 | monitor
    computers | אייפד דור 10, ורוד | 1150 | phones
    audio | רמקול מרשל, שחור | 590
    audio | אוזניות בוז מבטלות רעשים | 640
    vehicles | מאזדה 3, שנת 2016, יד שנייה | 49000
    vehicles | יונדאי i10, טסט לשנה | 31500
    vehicles | קטנוע סאן־יאנג 125 | 7800 | motorcycle
    bicycles | אופני הרים ג׳איינט, מידה M | 1900
    bicycles | אופניים חשמליים מתקפלים | 2600
    furniture | ספה תלת־מושבית, אפורה | 1100
    furniture | שולחן אוכל נפתח עם שישה כיסאות | 1700 | table
    furniture | מיטת נוער עם מגירות | 750 | bed
    appliances | מכונת כביסה בוש, 7 ק״ג | 890
    appliances | מכונת אספרסו דלונגי | 780 | machine
    fashion | מעיל צמר, מידה 40 | 190 | coat
    family | עגלת תינוק בוגבו | 1250
    family | כיסא אוכל לתינוק | 160 | parcel
    hobbies | גיטרה קלאסית ימאהה | 520
  `),
  texts: {
    messages: messages(`
      general_inquiry | שלום, המודעה מעניינת אותי. אפשר להתקשר אליי?
      general_inquiry | היי, יש לי כמה שאלות ויותר קל בטלפון.
      price_negotiation | האם המחיר גמיש אם אאסוף היום?
      price_negotiation | מה המחיר הסופי?
      product_details | יש שריטות או תיקונים שכדאי לדעת עליהם?
      product_details | נשארו קבלה ואריזה מקורית?
      availability_check | עדיין זמין?
      availability_check | זה עדיין למכירה? אוכל לבוא ביום שישי.
      meetup_arrangement | איפה אפשר לראות את זה השבוע?
      meetup_arrangement | אוכל לקפוץ אחרי העבודה, איזה יום נוח?
      other | אפשר משלוח על חשבוני?
      other | אני {שואלת/שואל} בשביל אמא שלי, בבקשה להתקשר אליי.
    `),
    declines: lines(`
      {מצטערת/מצטער}, נמכר הרגע.
      אני בחופשה השבוע.
      המחיר סופי, תודה על ההבנה.
    `),
    withdrawals: lines(`
      מצאתי משהו קרוב יותר, תודה.
      כבר לא רלוונטי, סליחה.
    `),
    times: lines(`
      אחרי 18:00
      בבוקר
      בצהריים
      בערב
    `),
    descriptions: lines(`
      במצב מצוין, נשמר היטב.
      איסוף עצמי בלבד. מזומן או העברה.
      נמכר עקב מעבר דירה.
      עובד מצוין, אפשר לבדוק במקום.
    `),
  },
};
