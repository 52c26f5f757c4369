/** One call of every operation for operators, by topic. */
import { OF_EVERY_OPERATOR, OF_NOBODY, OF_OPERATOR, type OperatorMethodName, type Sample } from './sample.ts';

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

export const OPERATOR_SAMPLES: { [Name in OperatorMethodName]: Sample<Name> } = {
  // Access
  createOperatorSession: { call: () => [{ token: 'no such link' }], outcomes: OF_NOBODY },
  getOperatorSession: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  listOperatorSessions: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  endOperatorSession: { call: ({ session }) => [session], outcomes: OF_OPERATOR, othersScope: 'admin' },
  listOperators: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  setOperatorAccess: { call: ({ operator }) => [operator, { disabled: true }], outcomes: OF_OPERATOR },
  listAudit: { call: () => [], outcomes: OF_EVERY_OPERATOR },

  // Requests
  closeCallbackRequest: { call: ({ request }) => [request, { reason: 'Spam.' }], outcomes: OF_OPERATOR },

  // Privacy
  exportPerson: { call: ({ seller }) => [seller, { reason: 'Asked.' }], outcomes: OF_EVERY_OPERATOR },
  erasePerson: { call: ({ seller }) => [seller, { reason: 'Asked.' }], outcomes: OF_EVERY_OPERATOR },
  holdPerson: {
    call: ({ seller }) => [seller, { reason: 'Court order.', ends_at: inAnHour() }],
    outcomes: OF_EVERY_OPERATOR,
  },
  releasePerson: { call: ({ seller }) => [seller], outcomes: OF_EVERY_OPERATOR },
  listHolds: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  getRetention: { call: () => [], outcomes: OF_EVERY_OPERATOR },

  // Insight
  getOverview: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
};
