/** A policy with one setting of each type, two switches and a short history. */
import type { Policy, PolicyChange, Setting, Switches } from '@ringback/client';

const AMA = { operator_id: '0198c000-0000-7000-8000-000000000001', name: 'Ama Boateng' };

const setting = (name: string, changes: Partial<Setting>): Setting => ({
  ...{ name, group: 'requests', type: 'integer', nullable: false, value: null, hidden: false, default: null },
  ...{ unit: null, min: null, max: null, choices: null, rule: null, meaning: 'What it means.' },
  ...{ changed_at: null, changed_by: null },
  ...changes,
});

export const SETTINGS: Setting[] = [
  setting('expires_after', {
    ...{ type: 'duration', value: 'P5D', default: 'P7D', min: 'PT1H', max: 'P90D' },
    ...{ rule: 'Must be between 1 hour and 90 days.', meaning: 'How long a request stays open.' },
    ...{ changed_at: '2026-11-28T10:00:00Z', changed_by: AMA },
  }),
  setting('remind_after', {
    ...{ type: 'duration', nullable: true, value: null, default: 'PT24H' },
    meaning: 'How long a request waits before the seller is reminded; null: never.',
  }),
  setting('new_request_after_withdrawal', { type: 'boolean', value: true, default: true }),
  setting('requests_per_user_per_day', {
    ...{ group: 'limits', value: 10, default: 10, min: 1, max: 10_000, unit: 'per_day' },
    ...{ rule: 'Must be between 1 and 10000.', meaning: 'How many requests a buyer may make in a day.' },
  }),
  setting('risk_mode', {
    ...{ group: 'risk', type: 'text', value: 'watch', default: 'on', choices: ['off', 'watch', 'on'] },
  }),
  setting('risk_hold_at', { group: 'risk', value: 60, default: 60, min: 40, max: 1000 }),
  setting('risk_weights', { group: 'risk', type: 'object', value: { link: '40' }, default: {} }),
  setting('brand_name', {
    ...{ group: 'brand', type: 'text', nullable: true, value: 'Sellar', max: 60 },
    ...{ changed_at: '2026-11-20T10:00:00Z', changed_by: { operator_id: null, name: 'postgres' } },
  }),
  setting('brand_address', {
    group: 'brand',
    type: 'lines',
    nullable: true,
    value: 'Sellar Ltd\nAccra',
    max: 300,
  }),
  setting('allowed_phone_regions', { group: 'region', type: 'list', nullable: true, value: ['GH', 'TG'] }),
  setting('channels', {
    ...{ group: 'delivery', type: 'list', value: ['email'], default: [] },
    choices: ['email', 'sms', 'expo_push', 'web_push'],
  }),
  setting('operator_roles', { group: 'operators', type: 'object', value: { desk: 'support' }, default: {} }),
  setting('audit_kept_for', { group: 'retention', type: 'duration', value: 'P2Y', default: 'P2Y' }),
];

export const POLICY: Policy = { revision: '12', settings: SETTINGS };

export const SWITCHES: Switches = {
  items: [
    {
      ...{
        kind: 'category',
        value: 'Boats',
        notice: 'Back on <b>Monday</b>.',
        since: '2026-11-29T08:00:00Z',
      },
      changed_by: AMA,
    },
    { kind: 'country', value: 'TG', notice: null, since: '2026-11-29T09:00:00Z', changed_by: AMA },
  ],
  categories: [
    { value: 'Cars', listings: 4210 },
    { value: 'Boats', listings: 12 },
  ],
  countries: [{ value: 'GH', listings: 5000 }],
};

export const CHANGES: PolicyChange[] = [
  {
    ...{ id: '12', at: '2026-11-28T10:00:00Z', changed_by: AMA, undoes: null, can_undo: true },
    changes: [{ setting: 'expires_after', old: 'P7D', new: 'P5D', hidden: false }],
  },
  {
    ...{ id: '11', at: '2026-11-27T10:00:00Z', changed_by: AMA, undoes: null, can_undo: false },
    changes: [{ setting: 'switch/category/Boats', old: null, new: { notice: 'Back soon' }, hidden: false }],
  },
];
