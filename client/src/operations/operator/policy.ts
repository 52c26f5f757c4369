/** The operator reads and changes the marketplace's policy, and turns new requests off and on. */
import {
  ChangePolicy,
  type ListPolicyChanges,
  ListPolicyChangesQuery,
  Policy,
  PolicyChangePage,
  PolicyChangeParams,
  PolicyDifferences,
  SetSwitch,
  Switches,
  SwitchParams,
} from '../../schemas/operator/policy.ts';
import type { SWITCH_KINDS } from '../../vocabulary.ts';
import type { MethodMaker } from '../method.ts';

export const operatorPolicy = (method: MethodMaker) => ({
  /** Every setting with its meaning, default, range, and who changed it last. */
  getPolicy: method({
    summary: 'Read the policy',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/policy',
    input: () => ({}),
    answer: Policy,
    repeat: 'read',
    sql: { function: 'get_callback_policy' },
  }),

  /**
   * Changes settings, all or none; with `preview` only answers what would change. `conflict` when one of them was
   * changed after the revision.
   */
  changePolicy: method({
    summary: 'Change settings, or preview it',
    access: 'operator',
    scope: 'admin',
    method: 'PATCH',
    path: '/operator/policy',
    input: (change: ChangePolicy) => ({ body: change }),
    body: ChangePolicy,
    answer: PolicyDifferences,
    repeat: 'nature',
    errors: ['conflict'],
    sql: {
      function: 'change_callback_policy',
      arguments: { p_changes: 'body.changes', p_revision: 'body.revision', p_preview: 'body.preview' },
    },
  }),

  /** One page of the changes of settings and switches, newest first. */
  listPolicyChanges: method({
    summary: 'List the changes of the policy',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/policy/changes',
    input: (query?: ListPolicyChanges) => ({ query: { ...query } }),
    query: ListPolicyChangesQuery,
    answer: PolicyChangePage,
    repeat: 'read',
    sql: {
      function: 'list_callback_policy_changes',
      arguments: { p_setting: 'query.setting', p_limit: 'query.limit', p_cursor: 'query.cursor' },
    },
  }),

  /** Sets what a change set back to what it was; `conflict` when a later change touched the same settings. */
  undoPolicyChange: method({
    summary: 'Undo a change of the policy',
    access: 'operator',
    scope: 'admin',
    method: 'POST',
    path: '/operator/policy/changes/:id/undo',
    input: (id: string) => ({ params: { id } }),
    params: PolicyChangeParams,
    answer: PolicyDifferences,
    repeat: 'nature',
    errors: ['not_found', 'conflict'],
    sql: { function: 'undo_callback_policy_change', arguments: { p_change_id: 'params.id' } },
  }),

  /** The switches that are off, and the categories and countries that can be. */
  listSwitches: method({
    summary: 'List what is off for new requests',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/switches',
    input: () => ({}),
    answer: Switches,
    repeat: 'read',
    sql: { function: 'list_callback_switches' },
  }),

  /** Turns new requests off or on: for everything (`all`), a category or a country. Existing requests go on. */
  setSwitch: method({
    summary: 'Turn new requests off or on',
    access: 'operator',
    scope: 'admin',
    method: 'PUT',
    path: '/operator/switches/:kind/:value',
    input: (kind: (typeof SWITCH_KINDS)[number], value: string, setting: SetSwitch) => ({
      params: { kind, value },
      body: setting,
    }),
    params: SwitchParams,
    body: SetSwitch,
    answer: Switches,
    repeat: 'nature',
    sql: {
      function: 'set_callback_switch',
      arguments: {
        p_kind: 'params.kind',
        p_value: 'params.value',
        p_off: 'body.off',
        p_notice: 'body.notice',
      },
    },
  }),
});
