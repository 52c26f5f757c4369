/** One call of every operation for operators, by topic. */
import { OF_EVERY_OPERATOR, OF_OPERATOR, type OperatorMethodName, type Sample } from './sample.ts';

export const OPERATOR_SAMPLES: { [Name in OperatorMethodName]: Sample<Name> } = {
  // Requests
  closeCallbackRequest: { call: ({ request }) => [request, { reason: 'Spam.' }], outcomes: OF_OPERATOR },
  searchOperatorRequests: { call: () => [{ search: 'Ama' }], outcomes: OF_EVERY_OPERATOR },
  getOperatorRequest: { call: ({ request }) => [request], outcomes: OF_OPERATOR },
  revealOperatorPhone: {
    call: ({ request }) => [request, { reason: 'The buyer asked.' }],
    outcomes: OF_OPERATOR,
  },
  editOperatorPhone: {
    call: ({ request }) => [request, { requester_phone: '+12125550145', consent: true }],
    outcomes: OF_OPERATOR,
  },
  addOperatorNote: { call: ({ request }) => [request, { note: 'Asked the seller.' }], outcomes: OF_OPERATOR },

  // People
  searchOperatorPeople: { call: () => [{ search: 'Ama' }], outcomes: OF_EVERY_OPERATOR },
  getOperatorPerson: { call: ({ seller }) => [seller], outcomes: OF_EVERY_OPERATOR },

  // Insight
  getOverview: { call: () => [], outcomes: OF_EVERY_OPERATOR },
};
