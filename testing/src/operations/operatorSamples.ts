/** One call of every operation for operators, by topic. */
import {
  OF_EVERY_OPERATOR,
  OF_OPERATOR,
  type OperatorMethodName,
  type Outcomes,
  type Sample,
} from './sample.ts';

/** There is no such change. */
const OF_NO_CHANGE: Outcomes = { buyer: 'not_found', seller: 'not_found', erased: 'not_found' };

export const OPERATOR_SAMPLES: { [Name in OperatorMethodName]: Sample<Name> } = {
  // Requests
  closeCallbackRequest: { call: ({ request }) => [request, { reason: 'Spam.' }], outcomes: OF_OPERATOR },

  // Insight
  getOverview: { call: () => [], outcomes: OF_EVERY_OPERATOR },

  // Policy
  getPolicy: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  changePolicy: {
    call: () => [{ changes: { expires_after: 'P5D' }, revision: '0' }],
    outcomes: OF_EVERY_OPERATOR,
  },
  listPolicyChanges: { call: () => [{ limit: 10 }], outcomes: OF_EVERY_OPERATOR },
  undoPolicyChange: { call: () => ['999999'], outcomes: OF_NO_CHANGE },
  listSwitches: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  setSwitch: {
    call: () => ['category', 'Boats', { off: true, notice: 'Back on Monday.' }],
    outcomes: OF_EVERY_OPERATOR,
  },
};
