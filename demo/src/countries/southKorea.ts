import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const southKorea: Country = {
  code: 'KR',
  locale: 'ko-KR',
  currency: 'KRW',
  people: 12,
  cities: cities('Asia/Seoul', '서울, 부산, 대구, 인천, 광주, 대전'),
  phones: ['+8210200000##', '+8210200001##'],
  women: words('서연, 지우, 민서, 수빈, 은지, 하은, 유진, 영희'),
  men: words('민준, 도윤, 지훈, 성민, 현우, 준호, 동현, 철수'),
  surnames: surnames('김, 이, 박, 최, 정, 강, 조, 윤, 장, 임, 한, 오'),
  surnameFirst: true,
  goods: goods(`
    phones | 아이폰 13 128기가 블루 자급제 | 480000
    phones | 갤럭시 S22 울트라 풀박스 | 520000
    phones | 갤럭시 Z 플립4 라벤더 | 370000
    computers | LG 그램 15인치 16GB | 690000
    computers | 삼성 27인치 모니터 | 140000 | monitor
    computers | 아이패드 에어 4세대 | 430000 | phones
    audio | 소니 노이즈캔슬링 헤드폰 | 210000
    audio | 콜트 통기타 케이스 포함 | 150000 | hobbies
    vehicles | 현대 아반떼 2016년식 무사고 | 9300000
    vehicles | 기아 모닝 2015년식 | 5600000
    vehicles | 대림 스쿠터 125cc | 1150000 | motorcycle
    bicycles | 삼천리 하이브리드 자전거 | 130000
    bicycles | 접이식 자전거 20인치 | 95000
    furniture | 원목 식탁 4인용 | 180000 | table
    furniture | 패브릭 소파 3인용 | 160000
    furniture | 사무용 의자 시디즈 | 110000 | parcel
    appliances | 삼성 비스포크 냉장고 | 650000 | fridge
    appliances | 쿠쿠 압력밥솥 6인용 | 90000 | pot
    appliances | LG 스타일러 | 420000 | machine
    fashion | 생활한복 여성 M | 60000 | dress
    family | 유모차 절충형 | 120000
    hobbies | 캠핑 텐트 4인용 두 번 사용 | 170000 | tent
  `),
  texts: {
    messages: messages(`
      general_inquiry | 안녕하세요, 게시글 보고 연락드립니다. 전화 부탁드려요.
      general_inquiry | 몇 가지 여쭤볼 게 있는데 통화가 더 편할 것 같아요.
      price_negotiation | 오늘 직거래하면 조금 깎아 주실 수 있나요?
      price_negotiation | 최종 가격이 어떻게 될까요?
      product_details | 흠집이나 수리 이력이 있나요?
      product_details | 영수증이랑 박스도 같이 주시나요?
      availability_check | 아직 판매 중인가요?
      availability_check | 아직 있나요? 토요일에 갈 수 있어요.
      meetup_arrangement | 이번 주에 어디서 볼 수 있을까요?
      meetup_arrangement | 퇴근하고 들를 수 있는데 언제가 편하세요?
      other | 택배도 가능한가요? 배송비는 제가 낼게요.
      other | 부모님 대신 문의드려요. 저에게 전화 주세요.
    `),
    declines: lines(`
      죄송합니다, 방금 판매되었습니다.
      이번 주는 출장이라 통화가 어렵습니다.
      가격 조정은 어렵습니다.
    `),
    withdrawals: lines(`
      가까운 곳에서 구했습니다. 감사합니다.
      마음이 바뀌었어요, 죄송합니다.
    `),
    times: words('저녁 6시 이후, 오전, 점심시간, 저녁, 주말'),
    descriptions: lines(`
      상태 아주 좋고 깨끗하게 사용했습니다.
      직거래만 합니다. 현금 또는 계좌이체.
      이사로 인해 판매합니다.
      작동 잘 되고 직접 확인 가능합니다.
    `),
  },
};
