/** The review desk as it looks: what waits, what is related to one, and the lists. */
import { testLooks } from '../support/looks.ts';
import { ENTRIES, REVIEWS } from './fixtures.ts';

const answers = {
  listReviews: () => ({ items: REVIEWS, next_cursor: null, waiting: 2, asked: 0 }),
  listTrustEntries: () => ({ items: ENTRIES, next_cursor: null }),
};

testLooks({ ...{ name: 'reviews', path: '/reviews', ready: 'Road bike' }, answers });
testLooks({
  ...{ name: 'reviews-related', path: `/reviews?related=${REVIEWS[0]?.id}`, ready: 'What they share' },
  answers,
});
testLooks({ ...{ name: 'reviews-lists', path: '/reviews?tab=lists', ready: 'Advertising' }, answers });
