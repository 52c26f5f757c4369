/** Policies, grants, definer hygiene and structure. */
import { GRANTS, type Mutant } from './mutant.ts';

const WRITES = 'nobody but the owner holds a privilege to write';
const SEARCH_PATH = 'every function looks in pg_catalog first and in pg_temp last';
const RESUME = 'callback_private.resume_callback_events';

const MUTANTS: [sql: string, killedBy: string][] = [
  ['drop policy select_own on public.callback_requests', 'reads the rows of others'],
  [
    'alter function callback_private.judge_notification_deliveries(uuid[]) rename to judge_message_deliveries',
    'every kind of delivery is judged and followed by a function of ours',
  ],
  ['alter policy select_own on public.callback_requests using (true)', 'reads the rows of others'],
  [
    'alter policy select_own on public.callback_requests using (seller_id <> (select callback_private.signed_in()))',
    'reads every column',
  ],
  [
    'alter policy select_own on public.callback_request_notifications using (true)',
    'reads the rows of others',
  ],
  ['alter policy select_all on public.callback_requests to public', 'reads the rows of others'],
  [
    'alter policy select_own on public.callback_requests using (seller_id = auth.uid())',
    '0003 auth functions evaluated for each row',
  ],
  [
    `alter policy select_own on public.callback_requests using (seller_id = (current_setting('request.jwt.claims')::jsonb ->> 'sub')::uuid)`,
    '0003 auth functions evaluated for each row',
  ],
  [
    `alter policy select_own on public.callback_requests using ((select auth.jwt()) #>> '{user_metadata,role}' = 'admin')`,
    '0015 policy believes what users may edit of themselves',
  ],
  [
    'create policy second on public.callback_requests for select to authenticated using (priority is null)',
    '0006 multiple permissive policies',
  ],
  [
    'create policy writes on public.callback_requests for insert to authenticated with check (true)',
    'policies let people read, and nobody write',
  ],
  [
    'create policy writes on public.callback_requests for update to authenticated using (true)',
    '0024 policy that always lets write',
  ],
  ['drop policy select_all on callback_private.settings', 'a policy shows the service what it may read'],
  [
    'drop policy select_own on public.callback_requests; drop policy select_all on public.callback_requests',
    '0008 row security on in public, no policy',
  ],
  ['alter table public.callback_requests disable row level security', 'row security is on'],
  ['alter table public.callback_requests disable row level security', 'reads the rows of others'],
  ['alter table callback_private.stats disable row level security', 'row security is on'],
  ['alter table callback_private.events disable row level security', '0007 policy exists, row security off'],
  ['alter table public.callback_requests disable row level security', '0013 row security off in public'],

  ['grant select on public.callback_requests to authenticated', 'reads every column'],
  ['grant select on public.callback_requests to anon', '0026 table that visitors see'],
  ['grant select (requester_phone) on public.callback_requests to authenticated', 'reads the phone column'],
  [
    'grant select (requester_phone) on public.callback_requests to authenticated',
    '0023 sensitive columns, exposed',
  ],
  [
    'grant select (requester_phone) on public.callback_requests to authenticated',
    'users read columns, never the phone',
  ],
  ['grant insert on public.callback_requests to authenticated', WRITES],
  ['grant insert on public.callback_request_notifications to service_role', WRITES],
  ['grant update (status) on public.callback_requests to authenticated', WRITES],
  ['grant update on public.callback_requests to callback_service', WRITES],
  ['grant delete on public.callback_request_notifications to public', WRITES],
  ['grant truncate on callback_private.events to authenticated', 'truncates a table'],
  ['grant trigger on public.callback_requests to authenticated', 'puts a trigger on a table of ours'],
  [
    'grant references on public.callback_requests to authenticated',
    'refers to a table of ours, to learn which ids exist and to keep rows from going',
  ],
  ['grant select on callback_private.events to authenticated', 'reads events and settings as a user'],
  // The attack 'changes the settings' would not notice: the service may not run a function of the table's checks either.
  ['grant update on callback_private.settings to service_role', WRITES],
  [
    'grant select on callback_private.host_profiles to authenticated',
    'reads or writes the inner tables and views',
  ],
  [
    'grant select on callback_private.idempotency_keys to callback_service',
    'only the service reads whole tables, and only the public ones and those that the list names',
  ],
  [
    'grant select on callback_private.host_blocks to service_role',
    'nobody but the owner reads a view, and none is in public',
  ],
  [
    'grant usage on all sequences in schema callback_private to authenticated',
    'draws numbers from the events’ sequence',
  ],
  [
    'grant usage on all sequences in schema callback_private to authenticated',
    'nobody but the owner uses a sequence',
  ],
  [
    'grant create on schema callback_private to authenticated',
    'a schema of one’s own, or a function in ours',
  ],
  [
    'grant usage on schema callback_private to anon',
    'the inner schema is entered by users and the service, and built in by nobody',
  ],
  [
    `grant execute on function ${RESUME} to authenticated`,
    'a user calls what the service calls in anyone’s name',
  ],
  [`grant execute on function ${RESUME} to public`, GRANTS],
  ['grant execute on function public.get_callback_request_stats to anon', GRANTS],
  [
    'grant usage on schema callback_private to anon; grant execute on all functions in schema public, callback_private to anon',
    'a visitor forges the claims of a user',
  ],
  ['grant execute on function callback_private.counts_of to authenticated', GRANTS],
  ['grant execute on function callback_private.run_retention to public', GRANTS],
  ['grant execute on function callback_private.link_host to authenticated', GRANTS],
  ['revoke execute on function public.get_callback_request from authenticated', GRANTS],
  [`create function callback_private.new_one() returns int language sql stable as 'select 1'`, GRANTS],

  [
    `alter function callback_private.create_request set search_path = ''`,
    'types in pg_temp run code as the owner',
  ],
  [`alter function callback_private.can_request_callback set search_path = ''`, SEARCH_PATH],
  ['alter function callback_private.refuse(text, text, jsonb) set search_path = public', SEARCH_PATH],
  [
    'alter function callback_private.acting_user reset search_path',
    '0011 function with a mutable search_path',
  ],
  [
    'alter function public.get_callback_request_stats security definer',
    'a definer function is in the inner schema, a public function runs with the caller’s rights',
  ],
  [
    'alter function public.get_callback_request_stats security definer',
    '0028 0029 definer function that visitors or users run, exposed',
  ],
  [
    'alter function callback_private.get_callback_request security invoker',
    'tells foreign from missing: reading',
  ],
  [
    `create or replace function public.get_callback_request_stats(p_user_id uuid default null) returns json language plpgsql stable
    set search_path = pg_catalog, pg_temp as 'begin return (select null::json); end'`,
    'a public function is one line that calls its inner one',
  ],
  [
    `create function callback_private.distinct_items(integer) returns text language sql immutable set search_path = pg_catalog, pg_temp as 'select null'`,
    'every function has one form',
  ],
  [
    `create or replace function callback_private.percentage(p_part bigint, p_whole bigint) returns numeric language plpgsql
    set search_path = pg_catalog, pg_temp as 'begin perform pg_notify(''x'', ''''); return 0; end'`,
    'no function is leakproof, takes a setting from its caller, or notifies',
  ],
  [
    `create or replace function callback_private.percentage(p_part bigint, p_whole bigint) returns numeric language plpgsql
    set search_path = pg_catalog, pg_temp as 'begin perform set_config(''x.y'', ''z'', true); return 0; end'`,
    'no function is leakproof, takes a setting from its caller, or notifies',
  ],

  [
    'create view public.open_requests as select * from public.callback_requests',
    '0010 view that runs with its owner’s rights, exposed',
  ],
  [
    'create view public.open_requests as select * from public.callback_requests',
    'nobody but the owner reads a view, and none is in public',
  ],
  [
    'create materialized view public.counted as select count(*) from public.callback_requests',
    '0016 0017 materialized view or foreign table, exposed',
  ],
  ['drop index public.callback_requests_by_listing', '0001 unindexed foreign keys'],
  ['create index again on public.callback_requests (listing_id)', '0009 duplicate indexes'],
  ['alter table callback_private.events drop constraint events_pkey', '0004 no primary key'],
  [
    'alter table public.callback_requests add column note text',
    'every text is NOT NULL or bounded, and bounded wherever users write',
  ],
  [
    'comment on constraint callback_requests_message_check on public.callback_requests is null',
    'every CHECK has a comment "field: sentence."',
  ],
  [
    'alter table public.callback_requests add constraint nameless check (true)',
    'every constraint is valid and named for its table',
  ],
  [
    `create trigger evil after insert on public.callback_requests for each row execute function callback_private.record_deleted_requests()`,
    'there is no rule, and no trigger but those that the rule names',
  ],
  [
    'create rule evil as on delete to public.callback_requests do instead nothing',
    'there is no rule, and no trigger but those that the rule names',
  ],
];

export const rights: Mutant[] = MUTANTS.map(([sql, killedBy]) => ({ name: sql, sql, killedBy }));
