/** The reference's samples of the operations for operators, by topic. */
import {
  AddOperatorNote,
  CloseCallbackRequest,
  EditOperatorPhone,
  type OperatorClient,
  RevealOperatorPhone,
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

  // Insight
  getOverview: { who: 'operator', arguments: [{ days: 30 }], answer: 'overview' },
};
