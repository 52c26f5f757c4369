/** The audit as it looks. */
import { OPERATORS } from '../access/fixtures.ts';
import { testLooks } from '../support/looks.ts';
import { AUDIT } from './fixtures.ts';

testLooks({
  ...{ name: 'audit', path: '/audit', ready: 'Disabled an operator' },
  answers: {
    listAudit: () => ({ items: AUDIT, next_cursor: null }),
    listOperators: () => ({ items: OPERATORS, next_cursor: null }),
  },
});
