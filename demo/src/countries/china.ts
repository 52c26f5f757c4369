import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const china: Country = {
  code: 'CN',
  locale: 'zh-CN',
  currency: 'CNY',
  people: 13,
  cities: cities('Asia/Shanghai', '上海, 北京, 成都, 广州, 杭州, 西安'),
  phones: ['+86131234567##', '+86131234568##'],
  women: words('秀英, 丽娜, 晓燕, 雨欣, 静怡, 思琪, 美玲, 佳慧'),
  men: words('伟, 建国, 志强, 浩然, 子轩, 俊杰, 文博, 明'),
  surnames: surnames('王, 李, 张, 刘, 陈, 杨, 赵, 黄, 周, 吴, 徐, 孙, 欧阳'),
  surnameFirst: true,
  goods: goods(`
    phones | 苹果 iPhone 13 128G 蓝色 | 2600
    phones | 华为 Mate 50 国行在保 | 2950
    phones | 小米 13 12+256 箱说全 | 1980
    computers | 联想拯救者笔记本 16G | 4300
    computers | 戴尔 27 寸 4K 显示器 | 1450 | monitor
    computers | 机械键盘 红轴 | 180 | parcel
    audio | 索尼 WH-1000XM5 降噪耳机 | 1350
    audio | 古筝 敦煌牌 带琴架 | 1900 | hobbies
    vehicles | 大众朗逸 2017 款 一手车 | 58000
    vehicles | 小牛电动车 NQi 已上牌 | 2400 | motorcycle
    vehicles | 五菱宏光 MINI EV | 24500
    bicycles | 捷安特山地车 M 码 | 1150
    bicycles | 大行折叠自行车 20 寸 | 980
    furniture | 实木餐桌 四把椅子 | 1300 | table
    furniture | 三人布艺沙发 灰色 | 850
    furniture | 宜家书架 白色 | 160 | cabinet
    appliances | 美的空调 1.5 匹 变频 | 1200 | aircon
    appliances | 海尔滚筒洗衣机 10 公斤 | 1100
    fashion | 真丝旗袍 M 码 | 420 | dress
    family | 婴儿推车 可折叠 | 260
    family | 儿童绘本 共六十册 | 150 | parcel
    hobbies | 佳能 EOS R10 套机 | 4600 | camera
  `),
  texts: {
    messages: messages(`
      general_inquiry | 您好，我对这个宝贝感兴趣，方便的话请给我回个电话。
      general_inquiry | 你好，有几个问题想电话里问一下，谢谢。
      price_negotiation | 今天自提的话，价格还能再少一点吗？
      price_negotiation | 最低多少钱可以出？
      product_details | 有没有划痕或者维修过？
      product_details | 发票和原装盒子还在吗？
      availability_check | 请问还在吗？
      availability_check | 还没卖出去吧？我周六可以过去看。
      meetup_arrangement | 这周在哪里可以看实物？
      meetup_arrangement | 我下班以后可以过去，您哪天方便？
      other | 可以发快递吗？运费我出。
      other | 我替父母问的，麻烦直接打给我。
    `),
    declines: lines(`
      不好意思，刚刚卖掉了。
      这周出差，不方便接电话。
      价格不议，谢谢理解。
    `),
    withdrawals: lines(`
      已经在附近买到了，谢谢。
      暂时不需要了，抱歉。
    `),
    times: words('晚上六点以后, 上午, 午休时间, 晚上, 周末'),
    descriptions: lines(`
      成色很好，一直爱惜使用。
      仅限自提，现金或转账。
      搬家转让。
      功能正常，可当面验货。
    `),
  },
};
