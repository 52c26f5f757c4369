/** An operator reviews requests with a risk, blocks or allows people and numbers, and tries another policy. */
import {
  AddTrustEntry,
  DecideReviews,
  type ListReviews,
  ListReviewsQuery,
  type ListTrustEntries,
  ListTrustEntriesQuery,
  PreviewRisk,
  RemovedTrustEntries,
  RemoveTrustEntries,
  ReviewDecisions,
  ReviewPage,
  RiskPreview,
  TrustEntry,
  TrustEntryPage,
} from '../../schemas/operator/trust.ts';
import type { MethodMaker } from '../method.ts';

export const operatorTrust = (method: MethodMaker) => ({
  /** One page of requests with a risk, or of those that share something with one. */
  listReviews: method({
    summary: 'List requests with a risk, or what is related to one',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/reviews',
    input: (query: ListReviews) => {
      const { relatedTo, ...others } = query;
      return { query: { ...others, related_to: relatedTo } };
    },
    query: ListReviewsQuery,
    answer: ReviewPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_reviews',
      arguments: {
        p_state: 'query.state',
        p_related_to: 'query.related_to',
        p_limit: 'query.limit',
        p_cursor: 'query.cursor',
      },
    },
  }),

  /** Approves, rejects or reopens requests, and may block who sent them. The same again changes nothing. */
  decideReviews: method({
    summary: 'Approve, reject or reopen requests',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/reviews/decide',
    input: (decision: DecideReviews) => ({ body: decision }),
    body: DecideReviews,
    answer: ReviewDecisions,
    repeat: 'nature',
    sql: {
      function: 'decide_callback_reviews',
      arguments: { p_decision: 'body' },
    },
  }),

  /** One page of people and numbers that are blocked or allowed. */
  listTrustEntries: method({
    summary: 'List who is blocked or allowed',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/trust-entries',
    input: (query?: ListTrustEntries) => ({ query: { ...query } }),
    query: ListTrustEntriesQuery,
    answer: TrustEntryPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_trust_entries',
      arguments: { p_list: 'query.list', p_limit: 'query.limit', p_cursor: 'query.cursor' },
    },
  }),

  /** Blocks or allows a person or a number, in place of an earlier entry. */
  addTrustEntry: method({
    summary: 'Block or allow a person or a number',
    access: 'operator',
    scope: 'admin',
    method: 'POST',
    path: '/operator/trust-entries',
    input: (entry: AddTrustEntry) => ({ body: entry }),
    body: AddTrustEntry,
    answer: TrustEntry,
    repeat: 'nature',
    sql: { function: 'add_callback_trust_entry', arguments: { p_entry: 'body' } },
  }),

  /** Takes entries off the lists; ids that no longer exist are ignored. */
  removeTrustEntries: method({
    summary: 'Take people and numbers off the lists',
    access: 'operator',
    scope: 'admin',
    method: 'POST',
    path: '/operator/trust-entries/remove',
    input: (ids: string[]) => ({ body: { ids } }),
    body: RemoveTrustEntries,
    answer: RemovedTrustEntries,
    repeat: 'nature',
    sql: { function: 'remove_callback_trust_entries', arguments: { p_entries: 'body' } },
  }),

  /** What another policy would have done in the last 30 days; nothing is changed. */
  previewRisk: method({
    summary: 'Try a risk policy on the last 30 days',
    access: 'operator',
    scope: 'viewer',
    method: 'POST',
    path: '/operator/risk/preview',
    input: (changes: PreviewRisk) => ({ body: changes }),
    body: PreviewRisk,
    answer: RiskPreview,
    repeat: 'nature',
    sql: { function: 'preview_callback_risk', arguments: { p_changes: 'body' } },
  }),
});
