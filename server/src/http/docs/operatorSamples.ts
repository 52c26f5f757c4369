/** The reference's samples of the operations for operators, by topic. */
import {
  CloseCallbackRequest,
  ErasePerson,
  ExportPerson,
  HoldPerson,
  type OperatorClient,
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
