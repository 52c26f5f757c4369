/** The reference's samples of the operations for operators, by topic. */
import { CloseCallbackRequest, type OperatorClient } from '@ringback/client';
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
};
