/** The privacy page as it looks, with holds and without. */
import { testLooks } from '../support/looks.ts';
import { CONSENTS, HOLD, RETENTION } from './fixtures.ts';

testLooks({
  ...{ name: 'privacy', path: '/privacy' },
  answers: { getRetention: () => RETENTION, listHolds: () => [HOLD], listConsentTexts: () => CONSENTS },
  ready: 'Court order 12 O 345/26',
});

testLooks({
  ...{ name: 'privacy-no-holds', path: '/privacy' },
  answers: { getRetention: () => RETENTION, listHolds: () => [], listConsentTexts: () => [] },
  ready: 'No legal holds',
});
