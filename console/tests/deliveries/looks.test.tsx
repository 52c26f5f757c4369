/** The deliveries as they look: the overview, the list, and one of them in its drawer. */
import { testLooks } from '../support/looks.ts';
import { DELIVERIES, DELIVERY, detailOf, OVERVIEW, SENT } from './fixtures.ts';

const answers = {
  getDeliveryOverview: () => OVERVIEW,
  listOperatorDeliveries: () => ({ items: DELIVERIES, next_cursor: null }),
};

testLooks({
  ...{ name: 'deliveries', path: '/deliveries', answers },
  ready: 'The server refuses the connection.',
});
testLooks({
  ...{ name: 'deliveries-list', path: '/deliveries?tab=list', answers },
  ready: 'Gmail refused: mailbox full.',
});
testLooks({
  ...{ name: 'delivery-failed', path: `/deliveries?tab=list&id=${DELIVERY.id}` },
  answers: { ...answers, getOperatorDelivery: () => detailOf(DELIVERY) },
  ready: 'Ask the person for another address; a retry helps once theirs works again.',
  isDialog: true,
});
testLooks({
  ...{ name: 'delivery-sent', path: `/deliveries?tab=list&id=${SENT.id}` },
  answers: { ...answers, getOperatorDelivery: () => SENT },
  ready: 'Numbers and addresses are masked.',
  isDialog: true,
});
