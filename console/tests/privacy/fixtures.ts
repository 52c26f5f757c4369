/** Rules of clean-up, one with more due than was counted, and a legal hold. */
import type { ConsentVersion, Hold, Retention } from '@ringback/client';

const RULE: Retention['rules'][number] = {
  ...{ name: 'phones', meaning: 'Buyers’ numbers, after the end of the request' },
  ...{ table: 'public.callback_requests', setting: 'phones_kept_for', kept_for: 'P30D' },
  ...{ due: 10_000, is_more_due: true },
  ...{ last_run_at: '2026-11-30T09:00:00Z', last_rows: 412, last_day: '2026-11-29' },
};

export const RETENTION: Retention = {
  rules: [
    RULE,
    {
      ...{ ...RULE, name: 'sms_counts', meaning: 'How many SMS a number got in a day', setting: null },
      ...{ table: 'callback_private.sms_counts', kept_for: 'P2D', due: 0, is_more_due: false },
      ...{ last_run_at: null, last_rows: 0, last_day: null },
    },
    {
      ...{ ...RULE, name: 'legal_holds', meaning: 'Legal holds that have ended', setting: null },
      ...{ table: 'callback_private.legal_holds', kept_for: 'PT0S', due: 0, is_more_due: false },
    },
  ],
  holds: 1,
};

export const HOLD: Hold = {
  ...{ person_id: '41', reason: 'Court order 12 O 345/26' },
  ...{ placed_at: '2026-11-01T10:00:00Z', ends_at: '2027-07-01T00:00:00Z' },
};

export const CONSENTS: ConsentVersion[] = [
  {
    ...{ version: 1, published_at: '2026-11-01T10:00:00Z', published_by: null },
    texts: { en: 'You agree to a call.' },
  },
];
