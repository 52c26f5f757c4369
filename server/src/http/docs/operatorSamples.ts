/** The reference's samples of the operations for operators, by topic. */
import {
  AddOperatorNote,
  AddTrustEntry,
  ChangePolicy,
  CloseCallbackRequest,
  DecideReviews,
  EditOperatorPhone,
  ErasePerson,
  ExportPerson,
  HoldPerson,
  type OperatorClient,
  PauseChannel,
  PreviewRisk,
  PublishConsent,
  ResendNotification,
  RetryDeliveries,
  RevealOperatorPhone,
  SetOperatorAccess,
  SetSwitch,
} from '@ringback/client';
import { exampleOf } from './example.ts';
import type { MethodSample } from './sampleTypes.ts';

export const OPERATOR_SAMPLES: { [Name in keyof OperatorClient]: MethodSample<Name> } = {
  // Access
  createOperatorSession: { who: 'operator', arguments: [{}], answer: 'session' },
  getOperatorSession: { who: 'operator', arguments: [], answer: 'session' },
  listOperatorSessions: { who: 'operator', arguments: [{ limit: 20 }], answer: 'page' },
  endOperatorSession: { who: 'operator', arguments: ['$SESSION_ID'] },
  listOperators: { who: 'operator', arguments: [{ limit: 20 }], answer: 'page' },
  setOperatorAccess: {
    who: 'operator',
    arguments: ['$OPERATOR_ID', exampleOf(SetOperatorAccess)],
    answer: 'changed',
  },
  listAudit: {
    who: 'operator',
    arguments: [{ action: 'close_callback_request', from: '2026-12-01T00:00:00Z' }],
    answer: 'page',
  },

  // Requests
  closeCallbackRequest: {
    who: 'operator',
    arguments: ['$REQUEST_ID', exampleOf(CloseCallbackRequest)],
    answer: 'request',
  },
  searchOperatorRequests: {
    who: 'operator',
    arguments: [{ search: '0018', status: 'pending' }],
    answer: 'page',
  },
  getOperatorRequest: { who: 'operator', arguments: ['$REQUEST_ID'], answer: 'request' },
  revealOperatorPhone: {
    who: 'operator',
    arguments: ['$REQUEST_ID', exampleOf(RevealOperatorPhone)],
    answer: 'revealed',
  },
  editOperatorPhone: {
    who: 'operator',
    arguments: ['$REQUEST_ID', exampleOf(EditOperatorPhone)],
    answer: 'request',
  },
  addOperatorNote: {
    who: 'operator',
    arguments: ['$REQUEST_ID', exampleOf(AddOperatorNote)],
    answer: 'request',
  },

  // People
  searchOperatorPeople: { who: 'operator', arguments: [{ search: 'Ama' }], answer: 'page' },
  getOperatorPerson: { who: 'operator', arguments: ['$USER_ID'], answer: 'person' },

  // Privacy
  exportPerson: { who: 'operator', arguments: ['$PERSON_ID', exampleOf(ExportPerson)], answer: 'data' },
  erasePerson: { who: 'operator', arguments: ['$PERSON_ID', exampleOf(ErasePerson)], answer: 'erasure' },
  holdPerson: { who: 'operator', arguments: ['$PERSON_ID', exampleOf(HoldPerson)] },
  releasePerson: { who: 'operator', arguments: ['$PERSON_ID'] },
  listConsentTexts: { who: 'operator', arguments: [], answer: 'versions' },
  publishConsentText: { who: 'operator', arguments: [exampleOf(PublishConsent)], answer: 'versions' },
  listHolds: { who: 'operator', arguments: [], answer: 'holds' },
  getRetention: { who: 'operator', arguments: [], answer: 'retention' },

  // Insight
  getOverview: { who: 'operator', arguments: [{ days: 30 }], answer: 'overview' },
  getFigures: {
    who: 'operator',
    arguments: [{ from: '2026-11-01', to: '2026-11-30', interval: 'week' }],
    answer: 'figures',
  },
  getDeliveryFigures: {
    who: 'operator',
    arguments: [{ from: '2026-11-01', to: '2026-11-30', channel: 'email' }],
    answer: 'figures',
  },
  getStorage: { who: 'operator', arguments: [], answer: 'storage' },
  getTimes: { who: 'operator', arguments: [{ time_zone: 'Africa/Accra' }], answer: 'times' },
  getListingFigures: { who: 'operator', arguments: [{ by: 'category', limit: 20 }], answer: 'listings' },
  getSellerFigures: { who: 'operator', arguments: [{ sort: '-answer_rate', limit: 20 }], answer: 'sellers' },

  // Policy
  getPolicy: { who: 'operator', arguments: [], answer: 'policy' },
  changePolicy: {
    who: 'operator',
    arguments: [{ ...exampleOf(ChangePolicy), revision: '$REVISION' }],
    answer: 'differences',
  },
  listPolicyChanges: {
    who: 'operator',
    arguments: [{ setting: 'expires_after', limit: 20 }],
    answer: 'page',
  },
  undoPolicyChange: { who: 'operator', arguments: ['$CHANGE_ID'], answer: 'differences' },
  listSwitches: { who: 'operator', arguments: [], answer: 'switches' },
  setSwitch: {
    who: 'operator',
    arguments: ['category', 'Boats', exampleOf(SetSwitch)],
    answer: 'switches',
  },
  // Deliveries
  getDeliveryOverview: { who: 'operator', arguments: [], answer: 'overview' },
  listOperatorDeliveries: {
    who: 'operator',
    arguments: [{ channel: 'email', state: 'failed', limit: 20 }],
    answer: 'page',
  },
  getOperatorDelivery: { who: 'operator', arguments: ['$DELIVERY_ID'], answer: 'delivery' },
  retryDeliveries: { who: 'operator', arguments: [exampleOf(RetryDeliveries)], answer: 'result' },
  resendNotification: {
    who: 'operator',
    arguments: ['$NOTIFICATION_ID', exampleOf(ResendNotification)],
    answer: 'result',
  },
  pauseChannel: { who: 'operator', arguments: ['email', exampleOf(PauseChannel)], answer: 'pause' },

  // Trust
  listReviews: { who: 'operator', arguments: [{ state: 'waiting', limit: 20 }], answer: 'page' },
  decideReviews: { who: 'operator', arguments: [exampleOf(DecideReviews)], answer: 'decisions' },
  listTrustEntries: { who: 'operator', arguments: [{ list: 'block', limit: 20 }], answer: 'page' },
  addTrustEntry: { who: 'operator', arguments: [exampleOf(AddTrustEntry)], answer: 'entry' },
  removeTrustEntries: { who: 'operator', arguments: [['$ENTRY_ID']], answer: 'result' },
  previewRisk: { who: 'operator', arguments: [exampleOf(PreviewRisk)], answer: 'preview' },

  // System
  getSystem: { who: 'operator', arguments: [], answer: 'system' },
  listAlerts: { who: 'operator', arguments: [{ openOnly: true }], answer: 'page' },
};
