/** Checked by the compiler: what apps may rely on. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { expectTypeOf, test } from 'vitest';
import {
  type CallbackClient,
  type CallbackRequest,
  type CallbackRequestDetail,
  type CreateCallbackRequest,
  createCallbackClient,
  createSupabaseCallbackClient,
} from '../src/index.ts';

test('both clients have one interface, no more and no less', () => {
  expectTypeOf(createCallbackClient).returns.toEqualTypeOf<CallbackClient>();
  expectTypeOf(createSupabaseCallbackClient).returns.toEqualTypeOf<CallbackClient>();
});

test("an app's Supabase client fits, typed or not", () => {
  type Typed = {
    public: {
      Tables: Record<never, never>;
      Views: Record<never, never>;
      Functions: { other: { Args: { a: number }; Returns: string } };
    };
  };
  expectTypeOf<SupabaseClient>().toExtend<Parameters<typeof createSupabaseCallbackClient>[0]>();
  expectTypeOf<SupabaseClient<Typed>>().toExtend<Parameters<typeof createSupabaseCallbackClient>[0]>();
});

test('what is required and what is not', () => {
  type Required = 'listing_id' | 'seller_id' | 'requester_phone' | 'requester_name';
  expectTypeOf<Pick<CreateCallbackRequest, Required>>().toExtend<CreateCallbackRequest>();
  expectTypeOf<Omit<CreateCallbackRequest, 'listing_id'>>().not.toExtend<CreateCallbackRequest>();
  expectTypeOf<CallbackRequestDetail>().toExtend<CallbackRequest>();
  expectTypeOf<CallbackRequest['requester_phone']>().toEqualTypeOf<string | null>();
});
