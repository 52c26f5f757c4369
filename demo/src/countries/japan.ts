import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const japan: Country = {
  code: 'JP',
  locale: 'ja-JP',
  currency: 'JPY',
  people: 13,
  cities: cities('Asia/Tokyo', '東京, 大阪, 名古屋, 福岡, 札幌, 京都'),
  phones: ['+8190123456##', '+8190123457##'],
  women: words('美咲, 陽子, さくら, 真由美, 結衣, 千尋, 由紀子, あかり'),
  men: words('太郎, 健一, 翔太, 大輔, 直樹, 悠斗, 浩司, 蓮'),
  surnames: surnames('佐藤, 鈴木, 高橋, 田中, 伊藤, 渡辺, 山本, 中村, 小林, 加藤, 吉田, 松本'),
  surnameFirst: true,
  goods: goods(`
    phones | iPhone 13 128GB ブルー SIMフリー | 52000
    phones | Pixel 7a チャコール 美品 | 36000
    phones | Xperia 10 IV 箱・付属品あり | 24000
    computers | MacBook Air M1 8GB 充放電少なめ | 78000
    computers | 24インチモニター IPS | 9800 | monitor
    computers | Nintendo Switch 有機ELモデル | 27000 | console
    audio | ソニー ワイヤレスヘッドホン | 22000
    audio | ヤマハ 電子ピアノ P-45 | 31000 | piano
    vehicles | 軽自動車 ホンダ N-BOX 2016年 車検付き | 680000
    vehicles | スーパーカブ 50 実動 | 118000 | motorcycle
    vehicles | トヨタ アクア 2014年 禁煙車 | 590000
    bicycles | 電動アシスト自転車 26インチ | 48000
    bicycles | ロードバイク ビアンキ 51サイズ | 85000
    furniture | 無垢材のダイニングテーブル | 35000 | table
    furniture | 二人掛けソファ グレー | 15000
    furniture | こたつ 一式 | 12000 | table
    appliances | ドラム式洗濯機 10kg | 64000
    appliances | 炊飯器 5.5合炊き | 8500 | pot
    fashion | 訪問着 袋帯付き 正絹 | 28000 | cloth
    family | ベビーカー 両対面式 | 13000
    family | 学習机 椅子付き | 9000 | table
    hobbies | ニコン D5600 ダブルズームキット | 55000 | camera
  `),
  texts: {
    messages: messages(`
      general_inquiry | はじめまして。商品に興味があります。お電話いただけますか。
      general_inquiry | いくつかお聞きしたいことがあり、お電話のほうが助かります。
      price_negotiation | 本日引き取りでしたら、少しお値引きは可能でしょうか。
      price_negotiation | 最終的なお値段を教えてください。
      product_details | 傷や修理歴はありますか。
      product_details | 保証書と元箱は残っていますか。
      availability_check | まだ購入できますか。
      availability_check | まだお取引可能でしょうか。土曜日に伺えます。
      meetup_arrangement | 今週、どちらで拝見できますか。
      meetup_arrangement | 仕事帰りに伺えます。ご都合の良い日はありますか。
      other | 送料を負担しますので、発送は可能でしょうか。
      other | 母の代わりに問い合わせています。私にお電話ください。
    `),
    declines: lines(`
      申し訳ありません、先ほど売れてしまいました。
      今週は出張のため電話ができません。
      お値引きはできかねます。
    `),
    withdrawals: lines(`
      近くで見つかりました。ありがとうございました。
      都合により見送ります。申し訳ありません。
    `),
    times: words('18時以降, 午前中, お昼休み, 夜, 週末'),
    descriptions: lines(`
      状態はとても良く、大切に使っていました。
      直接引き取りのみ。現金または振込。
      引っ越しのため出品します。
      動作確認済み、その場でお試しいただけます。
    `),
  },
};
