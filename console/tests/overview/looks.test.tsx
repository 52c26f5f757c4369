/** The overview as it looks. */
import { testLooks } from '../support/looks.ts';
import { OVERVIEW } from './fixtures.ts';

testLooks({ name: 'overview', path: '/', answers: { getOverview: () => OVERVIEW }, ready: 'Response rate' });
