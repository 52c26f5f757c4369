/** The buyer requests a callback about the spare listing: with one value that must be refused, or with some that must pass. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import type { Stage } from './stage.ts';

type Values = {
  seller_id?: string | null;
  listing_id?: string | null;
  requester_phone?: string | null;
  requester_name?: string | null;
  message?: string | null;
  callback_reason?: string | null;
  preferred_time?: string | null;
  preferred_days?: string | null;
  priority?: string | null;
};

/** `preferred_days` is an array as PostgreSQL writes it. */
export const askForCall = (
  stage: Stage,
  changes: Values = {},
  who: Parameters<Stage['ask']>[0] = stage.buyer,
) => {
  const v = {
    ...{ seller_id: stage.spare.user_id, listing_id: stage.spare.id },
    ...{ requester_phone: stage.buyer.phone, requester_name: 'Grace', message: null, callback_reason: null },
    ...{ preferred_time: null, preferred_days: null, priority: 'normal' },
    ...changes,
  };
  return stage.ask(who)`select public.create_callback_request(
    p_seller_id := ${v.seller_id}, p_listing_id := ${v.listing_id}, p_requester_phone := ${v.requester_phone},
    p_requester_name := ${v.requester_name}, p_message := ${v.message}, p_callback_reason := ${v.callback_reason},
    p_preferred_time := ${v.preferred_time}, p_preferred_days := ${v.preferred_days}::text::text[], p_priority := ${v.priority})`;
};

/** Each of the values is refused with that code, for that field. */
export const refused =
  (code: string, field: keyof Values, values: (string | null)[]) => async (stage: Stage) => {
    for (const value of values) {
      const { detail } = await expectRefusal(askForCall(stage, { [field]: value }), code);
      expect(detail, `${field}: ${value?.slice(0, 50)}`).toEqual({ field });
    }
  };

export const accepted =
  (changes: Values = {}) =>
  (stage: Stage) =>
    askForCall(stage, changes);
