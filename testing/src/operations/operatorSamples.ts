/** One call of every operation for operators, by topic. */
import { OF_EVERY_OPERATOR, OF_OPERATOR, type OperatorMethodName, type Sample } from './sample.ts';

export const OPERATOR_SAMPLES: { [Name in OperatorMethodName]: Sample<Name> } = {
  // Requests
  closeCallbackRequest: { call: ({ request }) => [request, { reason: 'Spam.' }], outcomes: OF_OPERATOR },

  // Insight
  getOverview: { call: () => [], outcomes: OF_EVERY_OPERATOR },
};
