/** The requests pages as they look. */
import { testLooks } from '../support/looks.ts';
import { DETAIL, REQUESTS } from './fixtures.ts';

testLooks({
  name: 'requests',
  path: '/requests?search=0123',
  answers: {
    searchOperatorRequests: () => ({
      ...{ items: REQUESTS, matched_by: 'phone_ending', partial: false, next_cursor: null },
    }),
  },
  ready: 'Road bike, 56 cm',
});

testLooks({
  name: 'request',
  path: `/requests/${DETAIL.id}`,
  answers: { getOperatorRequest: () => DETAIL },
  ready: 'What each side sees now',
});
