/** The reference's samples of the operations for operators, by topic. */
import {
  CloseCallbackRequest,
  ErasePerson,
  ExportPerson,
  HoldPerson,
  type OperatorClient,
  SetOperatorAccess,
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
    answer: 'operator',
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

  // Privacy
  exportPerson: { who: 'operator', arguments: ['$PERSON_ID', exampleOf(ExportPerson)], answer: 'data' },
  erasePerson: { who: 'operator', arguments: ['$PERSON_ID', exampleOf(ErasePerson)], answer: 'erasure' },
  holdPerson: { who: 'operator', arguments: ['$PERSON_ID', exampleOf(HoldPerson)] },
  releasePerson: { who: 'operator', arguments: ['$PERSON_ID'] },
  listHolds: { who: 'operator', arguments: [], answer: 'holds' },
  getRetention: { who: 'operator', arguments: [], answer: 'retention' },

  // Insight
  getOverview: { who: 'operator', arguments: [{ days: 30 }], answer: 'overview' },
};
