/** The reference's samples of the operations for operators, by topic. */
import {
  ChangePolicy,
  CloseCallbackRequest,
  type OperatorClient,
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

  // Insight
  getOverview: { who: 'operator', arguments: [{ days: 30 }], answer: 'overview' },

  // Policy
  getPolicy: { who: 'operator', arguments: [], answer: 'policy' },
  changePolicy: { who: 'operator', arguments: [exampleOf(ChangePolicy)], answer: 'differences' },
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
};
