/** The people pages as they look. */
import { testLooks } from '../support/looks.ts';
import { PERSON, PERSON_DETAIL } from './fixtures.ts';

testLooks({
  name: 'people',
  path: '/people?search=Ada',
  answers: {
    searchOperatorPeople: () => ({
      ...{ items: [PERSON], matched_by: 'name', partial: true, next_cursor: null },
    }),
  },
  ready: 'Ada Okafor',
});

testLooks({
  name: 'person',
  path: '/people/41',
  answers: { getOperatorPerson: () => PERSON_DETAIL, listHolds: () => [] },
  ready: 'Limits today',
});
