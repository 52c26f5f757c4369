/** What a sample of an operation is: one call, and who may make it. */
import type { CallbackClient, ErrorCode, OperationName, OperatorClient } from '@ringback/client';
import { MISSING } from '../database/ids.ts';

/** What only operators' calls are about. */
export interface OperatorObjects {
  operator: string;
  /** Of that operator. */
  session: string;
}

/** The same where there are none. */
export const MISSING_OF_OPERATORS: OperatorObjects = { operator: MISSING, session: MISSING };

/** What a call is about; each takes what it needs. */
export interface Objects extends OperatorObjects {
  request: string;
  notification: string;
  listing: string;
  seller: string;
  device: string;
}

export type Outcome = 'ok' | ErrorCode;

/**
 * What the two sides of an object are answered, what a stranger to it is, and what everyone is where there is none. An erased person has a
 * token but no profile. Without `stranger` the operation has no object but the caller.
 */
export interface Outcomes {
  buyer: Outcome;
  seller: Outcome;
  erased: Outcome;
  stranger?: Outcome;
  missing?: Outcome;
}

export type Client = Required<CallbackClient> & OperatorClient;
export type MethodName = Exclude<OperationName, 'stream'>;

export type OperatorMethodName = keyof OperatorClient;

export interface Sample<Name extends MethodName = MethodName> {
  /** The arguments of the client's method. */
  call: (objects: Objects) => Parameters<Client[Name]>;
  outcomes: Outcomes;
  /** A trusted caller that names no operator may make it too. */
  orService?: true;
  /** The role below which an operator's own objects are the only ones; those of a call are another's. */
  othersScope?: 'admin';
  /** Its answer holds the refusal, and is not one. */
  answersRefusals?: true;
}

/** For operators alone, anyone who they are as persons. */
export const OF_OPERATOR: Outcomes = {
  ...{ buyer: 'ok', seller: 'ok', stranger: 'ok' },
  ...{ erased: 'not_found', missing: 'not_found' },
};
/** For operators alone, about no object. */
export const OF_EVERY_OPERATOR: Outcomes = { buyer: 'ok', seller: 'ok', erased: 'ok' };
/** For anyone whose link there is not. */
export const OF_NOBODY: Outcomes = {
  ...{ buyer: 'unauthenticated', seller: 'unauthenticated', erased: 'unauthenticated' },
  missing: 'unauthenticated',
};
