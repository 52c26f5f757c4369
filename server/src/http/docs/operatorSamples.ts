/** The reference's samples of the operations for operators, by topic. */
import {
  CloseCallbackRequest,
  type OperatorClient,
  PauseChannel,
  ResendNotification,
  RetryDeliveries,
} from '@ringback/client';
import { exampleOf } from './example.ts';
import type { MethodSample } from './sampleTypes.ts';

export const OPERATOR_SAMPLES: { [Name in keyof OperatorClient]: MethodSample<Name> } = {
  // Requests
  closeCallbackRequest: {
    who: 'operator',
    arguments: ['$REQUEST_ID', exampleOf(CloseCallbackRequest)],
    answer: 'request',
  },

  // Insight
  getOverview: { who: 'operator', arguments: [{ days: 30 }], answer: 'overview' },

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

  // System
  getSystem: { who: 'operator', arguments: [], answer: 'system' },
  listAlerts: { who: 'operator', arguments: [{ openOnly: true }], answer: 'page' },
};
