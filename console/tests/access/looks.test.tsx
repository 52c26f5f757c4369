/** Signing in, sessions and operators as they look. */
import { testLooks } from '../support/looks.ts';
import { OPERATORS, SESSIONS } from './fixtures.ts';

testLooks({
  ...{ name: 'sessions', path: '/access', ready: 'Kofi Mensah' },
  answers: { listOperatorSessions: () => ({ items: SESSIONS, next_cursor: null }) },
});
testLooks({
  ...{ name: 'operators', path: '/access?tab=operators', ready: 'Kofi Mensah' },
  answers: { listOperators: () => ({ items: OPERATORS, next_cursor: null }) },
});
testLooks({
  name: 'sign-in',
  path: '/sign-in#a-token',
  answers: {},
  ready: 'This link signs you in to the console of this site, in this browser. It works once.',
});
