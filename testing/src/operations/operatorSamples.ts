/** One call of every operation for operators, by topic. */
import {
  OF_EVERY_OPERATOR,
  OF_NOBODY,
  OF_OPERATOR,
  type OperatorMethodName,
  type Outcomes,
  type Sample,
} from './sample.ts';

/** There is no such change. */
const OF_NO_CHANGE: Outcomes = {
  buyer: 'not_found',
  seller: 'not_found',
  erased: 'not_found',
  missing: 'not_found',
};

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

export const OPERATOR_SAMPLES: { [Name in OperatorMethodName]: Sample<Name> } = {
  // Access
  createOperatorSession: { call: () => [{ token: 'no-such-link' }], outcomes: OF_NOBODY },
  getOperatorSession: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  listOperatorSessions: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  endOperatorSession: { call: ({ session }) => [session], outcomes: OF_OPERATOR, othersScope: 'admin' },
  listOperators: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  setOperatorAccess: { call: ({ operator }) => [operator, { disabled: true }], outcomes: OF_OPERATOR },
  listAudit: { call: () => [], outcomes: OF_EVERY_OPERATOR },

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

  // Privacy
  exportPerson: { call: ({ seller }) => [seller, { reason: 'Asked.' }], outcomes: OF_EVERY_OPERATOR },
  erasePerson: { call: ({ seller }) => [seller, { reason: 'Asked.' }], outcomes: OF_EVERY_OPERATOR },
  holdPerson: {
    call: ({ seller }) => [seller, { reason: 'Court order.', ends_at: inAnHour() }],
    outcomes: OF_EVERY_OPERATOR,
  },
  releasePerson: { call: ({ seller }) => [seller], outcomes: OF_EVERY_OPERATOR },
  listConsentTexts: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  publishConsentText: { call: () => [{ texts: { en: 'You agree.' } }], outcomes: OF_EVERY_OPERATOR },
  listHolds: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  getRetention: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },

  // Insight
  getOverview: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
  getFigures: { call: () => [{ interval: 'week' }], outcomes: OF_EVERY_OPERATOR, orService: true },
  getDeliveryFigures: { call: () => [{ channel: 'email' }], outcomes: OF_EVERY_OPERATOR, orService: true },
  getStorage: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
  getTimes: { call: () => [{ time_zone: 'Asia/Kathmandu' }], outcomes: OF_EVERY_OPERATOR, orService: true },
  getListingFigures: { call: () => [{ by: 'category' }], outcomes: OF_EVERY_OPERATOR, orService: true },
  getSellerFigures: { call: () => [{ sort: '-answer_rate' }], outcomes: OF_EVERY_OPERATOR, orService: true },

  // Policy
  getPolicy: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
  changePolicy: {
    call: () => [{ changes: { expires_after: 'P5D' }, revision: '0' }],
    outcomes: OF_EVERY_OPERATOR,
  },
  listPolicyChanges: { call: () => [{ limit: 10 }], outcomes: OF_EVERY_OPERATOR, orService: true },
  undoPolicyChange: { call: () => ['999999'], outcomes: OF_NO_CHANGE },
  listSwitches: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
  setSwitch: {
    call: () => ['category', 'Boats', { off: true, notice: 'Back on Monday.' }],
    outcomes: OF_EVERY_OPERATOR,
  },
  // Deliveries; the worlds have one with the notification's own id
  getDeliveryOverview: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
  listOperatorDeliveries: {
    call: () => [{ channel: 'email' }],
    outcomes: OF_EVERY_OPERATOR,
  },
  getOperatorDelivery: { call: ({ notification }) => [notification], outcomes: OF_OPERATOR },
  retryDeliveries: { call: () => [{ channel: 'email' }], outcomes: OF_EVERY_OPERATOR },
  resendNotification: {
    call: ({ notification }) => [notification, { channel: 'email', even_if_sent: true }],
    outcomes: OF_OPERATOR,
  },
  pauseChannel: { call: () => ['sms', { paused: true, reason: 'Too costly' }], outcomes: OF_EVERY_OPERATOR },

  // System
  getSystem: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
  // Trust; the worlds hold no request
  listReviews: { call: () => [{ state: 'waiting' }], outcomes: OF_EVERY_OPERATOR },
  decideReviews: {
    call: ({ request }) => [{ ids: [request], decision: 'reopen' }],
    outcomes: OF_EVERY_OPERATOR,
  },
  listTrustEntries: { call: () => [], outcomes: OF_EVERY_OPERATOR },
  addTrustEntry: {
    call: () => [{ list: 'block', phone: '+12125550177', reason: 'Many accounts' }],
    outcomes: OF_EVERY_OPERATOR,
  },
  removeTrustEntries: { call: ({ request }) => [[request]], outcomes: OF_EVERY_OPERATOR },
  previewRisk: { call: () => [{ risk_hold_at: 70 }], outcomes: OF_EVERY_OPERATOR, orService: true },

  listAlerts: { call: () => [], outcomes: OF_EVERY_OPERATOR, orService: true },
};
