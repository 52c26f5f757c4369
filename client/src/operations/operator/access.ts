/** An operator signs in and out; sessions and operators are listed and ended; what operators did is read. */
import {
  AuditPage,
  CreateOperatorSession,
  type ListAudit,
  ListAuditQuery,
  type ListOperatorSessions,
  ListOperatorSessionsQuery,
  type ListOperators,
  ListOperatorsQuery,
  NewOperatorSession,
  Operator,
  OperatorPage,
  OperatorSession,
  OperatorSessionPage,
  SetOperatorAccess,
} from '../../schemas/operator/access.ts';
import { IdParams } from '../../schemas/scalars.ts';
import type { MethodMaker } from '../method.ts';

export const operatorAccess = (method: MethodMaker) => ({
  /** Signs in with a one-time link's token, or with the operator's bearer token. */
  createOperatorSession: method({
    summary: 'Sign an operator in',
    description:
      'Answers one half of the session in the body and the other half as a cookie that scripts can’t read; calls need both. A link works once, within 10 minutes.',
    access: 'public',
    method: 'POST',
    path: '/operator/sessions',
    input: (session: CreateOperatorSession) => ({ body: session }),
    body: CreateOperatorSession,
    answer: NewOperatorSession,
    status: 201,
    repeat: 'nature',
    signsIn: true,
    errors: ['unauthenticated', 'forbidden'],
  }),

  /** Who is signed in. */
  getOperatorSession: method({
    summary: 'Who is signed in as operator',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/session',
    input: () => ({}),
    answer: OperatorSession,
    repeat: 'read',
  }),

  /** The operator's own sessions; an admin's list has those of all. */
  listOperatorSessions: method({
    summary: 'List the sessions of operators',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/sessions',
    input: (query?: ListOperatorSessions) => ({ query: { ...query } }),
    query: ListOperatorSessionsQuery,
    answer: OperatorSessionPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_operator_sessions',
      arguments: {
        p_limit: 'query.limit',
        p_cursor: 'query.cursor',
        p_of_operator: 'query.operator_id',
        p_ended: 'query.ended',
      },
    },
  }),

  /** Signs a session out: one's own, or as admin anyone's. */
  endOperatorSession: method({
    summary: 'End a session',
    access: 'operator',
    scope: 'viewer',
    method: 'DELETE',
    path: '/operator/sessions/:id',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    repeat: 'nature',
    errors: ['not_found'],
    sql: { function: 'end_callback_operator_session', arguments: { p_session_id: 'params.id' } },
  }),

  /** Everyone who works for the marketplace. */
  listOperators: method({
    summary: 'List the operators',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/operators',
    input: (query?: ListOperators) => ({ query: { ...query } }),
    query: ListOperatorsQuery,
    answer: OperatorPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_operators',
      arguments: { p_limit: 'query.limit', p_cursor: 'query.cursor' },
    },
  }),

  /** Disables another operator, which ends their sessions, or enables them again. */
  setOperatorAccess: method({
    summary: 'Disable or enable an operator',
    access: 'operator',
    scope: 'admin',
    method: 'PUT',
    path: '/operator/operators/:id',
    input: (id: string, access: SetOperatorAccess) => ({ params: { id }, body: access }),
    params: IdParams,
    body: SetOperatorAccess,
    answer: Operator,
    repeat: 'nature',
    errors: ['not_found'],
    sql: {
      function: 'set_callback_operator_access',
      arguments: { p_id: 'params.id', p_disabled: 'body.disabled' },
    },
  }),

  /** What operators did, newest first. */
  listAudit: method({
    summary: 'Read what operators did',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/audit',
    input: (query?: ListAudit) => ({ query: { ...query } }),
    query: ListAuditQuery,
    answer: AuditPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_audit',
      arguments: {
        p_limit: 'query.limit',
        p_cursor: 'query.cursor',
        p_of_operator: 'query.operator_id',
        p_action: 'query.action',
        p_subject_kind: 'query.subject_kind',
        p_subject_id: 'query.subject_id',
        p_from: 'query.from',
        p_to: 'query.to',
      },
    },
  }),
});
