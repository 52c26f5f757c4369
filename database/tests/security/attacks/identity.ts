/** Being someone else: by NULL, by claims, by a role, or by being nobody at all. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { MISSING } from '@ringback/testing/security/world.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

/** Every function of ours in `public`, called with NULLs. */
async function publicCalls({ owner }: Stage): Promise<string[]> {
  const rows = await owner<{ call: string }[]>`
    select format('public.%I(%s)', p.proname,
      (select string_agg(format('null::%s', format_type(t, null)), ', ') from unnest(p.proargtypes) t)) as call
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosrc like '%callback_private.%'`;
  return rows.map(({ call }) => call);
}

async function expectNothingForVisitors(stage: Stage, claims: object): Promise<void> {
  const calls = await publicCalls(stage);
  expect(calls.length).toBeGreaterThanOrEqual(15);
  for (const call of calls)
    await expectDenied(stage.as('anon', (sql) => sql.unsafe(`select ${call}`), claims));
}

export const identity: Attack[] = [
  attack(
    'NULL as identity passes a comparison',
    async ({ ask, otherBuyer, requestId, notificationId }) => {
      await expectRefusal(
        ask(otherBuyer)`select public.update_callback_request_status(${requestId}, 'cancelled', null)`,
        'not_found',
      );
      await expectRefusal(
        ask(otherBuyer)`select public.get_callback_request(${requestId}, null)`,
        'not_found',
      );
      await expectRefusal(
        ask(otherBuyer)`select public.mark_callback_notification_read(${notificationId}, null)`,
        'not_found',
      );
    },
    ({ ask, seller, requestId }) =>
      ask(seller)`select public.update_callback_request_status(${requestId}, 'cancelled', null)`,
  ),

  attack(
    'NULL as the service’s identity reaches everybody',
    async ({ ask, requestId }) => {
      await expectRefusal(
        ask('service')`select public.get_callback_request(${requestId})`,
        'unauthenticated',
      );
      await expectRefusal(
        ask('service')`select public.get_seller_callback_requests(null)`,
        'unauthenticated',
      );
      await expectRefusal(
        ask('service')`select public.update_callback_request_status(${requestId}, 'cancelled')`,
        'unauthenticated',
      );
    },
    ({ ask, seller, requestId }) =>
      ask('service')`select public.get_callback_request(${requestId}, ${seller.id})`,
  ),

  attack(
    'a visitor without an account calls any function',
    (stage) => expectNothingForVisitors(stage, {}),
    ({ ask, buyer }) => ask(buyer)`select public.get_callback_request_stats()`,
  ),

  attack(
    'a visitor forges the claims of a user',
    (stage) => expectNothingForVisitors(stage, { sub: stage.seller.id, role: 'authenticated' }),
    ({ ask, seller }) => ask(seller)`select public.get_callback_request_stats()`,
  ),

  attack(
    'a visitor forges the claims of the service',
    (stage) => expectNothingForVisitors(stage, { sub: stage.seller.id, role: 'service_role' }),
    ({ ask, seller }) => ask('service')`select public.get_callback_request_stats(${seller.id})`,
  ),

  attack(
    'a token without a subject',
    async ({ ask, buyer }) => {
      await expectRefusal(
        ask(buyer, { sub: undefined })`select public.get_callback_request_stats()`,
        'unauthenticated',
      );
      await expectRefusal(
        ask(buyer, { sub: null })`select public.get_callback_request_stats()`,
        'unauthenticated',
      );
    },
    ({ ask, buyer }) => ask(buyer)`select public.get_callback_request_stats()`,
  ),

  attack(
    'a token whose subject is no id of a person here, which no policy may raise about',
    async ({ as, ask, buyer, database }) => {
      const nobodies = ['nonsense', "' or true --", '9'.repeat(40), '1e3', '0x1', ' 1', {}, []];
      for (const sub of ['', 'x'.repeat(10_000), ...(database.ids === 'text' ? [] : nobodies)]) {
        await expectRefusal(
          ask(buyer, { sub })`select public.get_callback_request_stats()`,
          'unauthenticated',
        );
        const [row] = await as(buyer, (sql) => sql`select count(*)::int from public.callback_requests`, {
          sub,
        });
        expect(row).toEqual({ count: 0 });
      }
    },
    ({ ask, buyer }) => ask(buyer)`select public.get_callback_request_stats()`,
  ),

  attack(
    'a user whose claims call themselves the service',
    async ({ ask, otherBuyer, seller }) => {
      for (const claims of [
        { role: 'service_role' },
        { role: 'callback_service' },
        { role: 'postgres', app_metadata: { role: 'service_role' } },
      ]) {
        await expectRefusal(
          ask(otherBuyer, claims)`select public.get_seller_callback_requests(${seller.id})`,
          'forbidden',
        );
      }
    },
    ({ ask, seller }) => ask('service')`select public.get_seller_callback_requests(${seller.id})`,
  ),

  attack(
    'the API’s login becomes someone with more rights',
    async ({ database }) => {
      for (const role of ['service_role', 'authenticated', 'anon', 'postgres', 'supabase_owner']) {
        const [known] = await database.sql`select from pg_roles where rolname = ${role}`;
        if (known) await expectDenied(database.api`select set_config('role', ${role}, true)`);
      }
      await expectDenied(database.api`set session authorization anon`);
    },
    ({ database, seller }) => database.api`select public.get_seller_callback_requests(${seller.id})`,
  ),

  attack(
    'claims set on the API’s connection count for an unnamed caller of the next transaction',
    async ({ database, seller }) => {
      const connection = await database.api.reserve();
      try {
        await connection`begin`;
        await connection`select set_config('request.jwt.claims', ${JSON.stringify({ sub: seller.id })}, true)`;
        await connection`rollback`;
        await expectRefusal(connection`select public.get_callback_request_stats()`, 'unauthenticated');
      } finally {
        connection.release();
      }
    },
    ({ database, seller }) => database.api`select public.get_callback_request_stats(${seller.id})`,
  ),

  attack(
    'a user writes in another’s name, by the calls that answer with the request',
    async ({ ask, buyer, seller, requestId }) => {
      await expectRefusal(
        ask(buyer)`select public.submit_callback_request('{}', null, ${seller.id})`,
        'forbidden',
      );
      await expectRefusal(
        ask(
          buyer,
        )`select public.change_callback_request(${requestId}, 'completed', p_user_id := ${seller.id})`,
        'forbidden',
      );
      await expectDenied(
        ask(buyer)`select callback_private.idempotent_answer(${seller.id}, null, '', null, ${requestId})`,
      );
    },
    ({ ask, seller, requestId }) =>
      ask(
        'service',
      )`select public.change_callback_request(${requestId}, 'completed', p_user_id := ${seller.id})`,
  ),

  attack(
    'a user calls what the service calls in anyone’s name',
    async ({ ask, buyer, seller }) => {
      await expectDenied(ask(buyer)`select callback_private.resume_callback_events(${seller.id}, null, 10)`);
      await expectDenied(
        ask(buyer)`select callback_private.count_unread_notifications(jsonb_build_array(${seller.id}::text))`,
      );
      await expectDenied(ask(buyer)`select callback_private.operator_of('{}')`);
    },
    ({ ask, seller }) =>
      ask('service')`select callback_private.resume_callback_events(${seller.id}, null, 10)`,
  ),

  attack(
    'a user calls the inner functions behind the guards',
    async ({ as, buyer, seller, spare, requestId }) => {
      for (const call of [
        `callback_private.request_json('${requestId}', '${seller.id}')`,
        `callback_private.requests_json('{${requestId}}', '${seller.id}', true)`,
        `callback_private.counts_of('${seller.id}', true)`,
        `callback_private.page_of_requests('seller', '${seller.id}', null, null, 'infinity', '${MISSING}', 0, 100)`,
        `callback_private.request_obstacle('${seller.id}', null, '${spare.id}', '+12125550101')`,
        `callback_private.kept_answer('${seller.id}', 'key', 'content')`,
        `callback_private.count_events('0', '100')`,
        `callback_private.rebase_event_positions()`,
        `callback_private.is_trusted()`,
        `callback_private.acting_user('${seller.id}')`,
        `callback_private.acting_operator('${requestId}', 'viewer')`,
        `callback_private.find_operator('{}')`,
        `callback_private.write_audit('${requestId}', 'x', 'x', 'x')`,
        `callback_private.change_status('${requestId}', 'completed', '${seller.id}', null)`,
        `callback_private.open_by_expiry('${seller.id}', null, null, now(), '-infinity', '${requestId}', 100)`,
        `callback_private.set_seller_note('${requestId}', 'x', '${seller.id}')`,
        `callback_private.snooze_request('${requestId}', 'tomorrow', '${seller.id}')`,
        `callback_private.close_request('${requestId}', null, '${requestId}')`,
      ]) {
        await expectDenied(as(buyer, (sql) => sql.unsafe(`select ${call}`)));
      }
    },
    ({ ask, seller }) => ask(seller)`select callback_private.get_callback_request_stats(null)`,
  ),

  attack(
    'a user runs the service’s maintenance',
    async ({ ask, buyer }) => {
      await expectDenied(ask(buyer)`select public.expire_callback_requests()`);
      await expectDenied(ask(buyer)`select public.rollup_callback_stats()`);
      await expectDenied(ask(buyer)`select public.run_callback_maintenance()`);
      await expectDenied(ask(buyer)`select callback_private.run_retention(now(), 0)`);
    },
    ({ ask }) => ask('service')`select public.run_callback_maintenance()`,
  ),

  attack(
    'maintenance with its privilege left with everybody still asks who calls',
    async ({ owner, ask, buyer }) => {
      await owner`grant execute on function public.expire_callback_requests, callback_private.expire_callback_requests,
        public.rollup_callback_stats, callback_private.rollup_callback_stats,
        public.run_callback_maintenance, callback_private.run_callback_maintenance,
        public.get_callback_overview, callback_private.get_callback_overview, callback_private.marketplace_summary to public`;
      await expectRefusal(ask(buyer)`select public.expire_callback_requests()`, 'forbidden');
      await expectRefusal(ask(buyer)`select public.rollup_callback_stats()`, 'forbidden');
      await expectRefusal(ask(buyer)`select public.run_callback_maintenance()`, 'forbidden');
      await expectRefusal(ask(buyer)`select public.get_callback_overview()`, 'forbidden');
      await expectRefusal(ask(buyer)`select callback_private.marketplace_summary()`, 'forbidden');
    },
    ({ ask }) => ask('service')`select public.rollup_callback_stats()`,
  ),

  attack(
    'a user looks into the installation',
    async ({ ask, buyer }) => {
      await expectDenied(ask(buyer)`select callback_private.applied_migrations()`);
      await expectDenied(ask(buyer)`select callback_private.marketplace_summary()`);
      await expectDenied(ask(buyer)`select callback_private.link_host()`);
    },
    ({ ask }) => ask('service')`select callback_private.marketplace_summary()`,
  ),
];
