/** The policy's three parts as they look. */
import { testLooks } from '../support/looks.ts';
import { CHANGES, POLICY, SWITCHES } from './fixtures.ts';

const answers = {
  getPolicy: () => POLICY,
  listSwitches: () => SWITCHES,
  listPolicyChanges: () => ({ items: CHANGES, next_cursor: null }),
};

testLooks({ name: 'policy', path: '/policy', answers, ready: 'Expires after' });
testLooks({ name: 'switches', path: '/policy?tab=switches', answers, ready: 'Category: Boats' });
testLooks({ name: 'policy-history', path: '/policy?tab=history', answers, ready: 'Changed again later' });
