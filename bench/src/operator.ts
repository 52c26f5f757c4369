/**
 * (operator) What operators search and read among a million requests: each kind of text that the one search box takes, each filter, and the
 * pages. In one database the marketplace has the indexes that `ringback doctor` names, in the first half of the samples it has none.
 */
import { connect, type Sql, withConnection } from '@ringback/database';
import type { Environment, Progress } from './environment.ts';
import { latencyOf } from './figures.ts';
import { BIG_SELLER, idOf, SMALL_SELLER } from './marketplace.ts';
import type { Options } from './options.ts';

const GOAL_MS = 100;
/** Without an index, a search in the marketplace's tables ends after so long. */
const BOUND_MS = 300;

/** Deliveries of a week's notifications; one in two hundred failed. */
const DELIVERIES = `
  insert into callback_private.deliveries (
    subject_kind, notification_id, seller_id, recipient_kind, person_id, channel, status, attempts, next_attempt_at, error_code, sent_at,
    created_at, updated_at)
  select 'notification', n.id, n.seller_id, 'person', n.recipient_id, 'email', s.status, 1, null,
    case s.status when 'failed' then 'smtp_552' end, case s.status when 'sent' then n.created_at end, n.created_at, n.created_at
  from public.callback_request_notifications n
  cross join lateral (select case when hashtext(n.id::text) % 200 = 0 then 'failed' else 'sent' end as status) s
  where n.created_at > now() - interval '30 days'`;

const INDEXES = `
  create index on public.profiles (lower(nullif(btrim(coalesce(nullif(btrim(first_name), ''), '') || ' '
    || coalesce(nullif(btrim(last_name), ''), '')), '')) text_pattern_ops);
  create index on public.profiles (lower(email));
  create index on public.listings (lower(title) text_pattern_ops)`;

type Calls = Record<string, () => PromiseLike<readonly { answer?: unknown }[]>>;

export async function measureOperator(environment: Environment, options: Options, report: Progress) {
  const { ownerUrl, apiUrl } = await environment.database('operator', options.largeRows);
  report('Writing deliveries');
  const operator = await withConnection(ownerUrl, prepare);
  const sql = connect(apiUrl, { max: 1, idleTimeoutMs: 600_000, applicationName: 'ringback bench' });
  await using stack = new AsyncDisposableStack();
  stack.defer(() => sql.end({ timeout: 5 }));
  const [some] = await sql<{ id: string; phone: string }[]>`
    select id, requester_phone as phone from public.callback_requests order by id desc limit 1`;
  const calls = callsOf(sql, operator, some as { id: string; phone: string });
  const samples = Math.min(options.samplesPerRead, 50);
  report('Searching without the marketplace’s indexes');
  const without = await measureAll(calls, samples);
  await withConnection(ownerUrl, async (owner) => {
    await owner.unsafe(INDEXES).simple();
    await owner.unsafe('vacuum analyze').simple(); // alone, for it runs in no transaction
  });
  report('Searching with them');
  const withIndexes = await measureAll(calls, samples);
  return {
    ...{ goalMs: GOAL_MS, boundMs: BOUND_MS, rows: options.largeRows },
    reads: Object.keys(calls).map((read) => ({
      read,
      without: without[read],
      withIndexes: withIndexes[read],
    })),
  };
}

async function prepare(sql: Sql): Promise<string> {
  await sql.unsafe(DELIVERIES).simple();
  await sql.unsafe('vacuum analyze callback_private.deliveries').simple();
  const [row] = await sql<{ id: string }[]>`
    insert into callback_private.operators (subject, name, role) values ('bench', 'Bench', 'support') returning id`;
  return row?.id ?? '';
}

function callsOf(sql: Sql, operator: string, some: { id: string; phone: string }): Calls {
  const search =
    (text: string | null, filter: Record<string, string> = {}) =>
    () =>
      sql`select public.search_callback_requests(
      ${text}, p_status => ${filter.status ?? null}, p_country => ${filter.country ?? null},
      p_channel_state => ${filter.state ?? null}, p_operator_id => ${operator}) as answer`;
  const person = (number: number) => () =>
    sql`select public.inspect_callback_person(${idOf('person', number)}, ${operator}) as answer`;
  const people = (text: string) => () =>
    sql`select public.search_callback_people(${text}, p_operator_id => ${operator}) as answer`;
  return {
    'newest 20 of all': search(null),
    'newest 20, cancelled': search(null, { status: 'cancelled' }),
    'newest 20, of a country that none has': search(null, { country: 'GB' }),
    'newest 20 with a failed delivery': search(null, { state: 'failed' }),
    'newest 20 with a parked delivery (none)': search(null, { state: 'parked' }),
    'request’s id': search(some.id),
    'its first 8 digits': search(some.id.slice(0, 8)),
    'whole number': search(some.phone),
    'national number': search(some.phone.slice(2)),
    'last 4 digits': search(some.phone.slice(-4)),
    'last 4 digits, pending': search(some.phone.slice(-4), { status: 'pending' }),
    'listing’s id': search(idOf('listing', 1)),
    'id of the seller with a tenth of all': search(idOf('person', BIG_SELLER)),
    'the same, expired': search(idOf('person', BIG_SELLER), { status: 'expired' }),
    'mail address': search('41234@people.example.com'),
    'mail address that nobody has': search('nobody@people.example.com'),
    'a name': search('Ama Mensah 41234'),
    'beginning of 200 names and more': search('Ama'),
    'beginning of a title': search('Road bike no. 777'),
    'text that nothing begins with': search('zzzz'),
    'people by name': people('Ama Mensah 41'),
    'people by number': people(some.phone),
    'page of a request': () => sql`select public.inspect_callback_request(${some.id}, ${operator}) as answer`,
    'page of the seller with a tenth of all': person(BIG_SELLER),
    'page of a small seller': person(SMALL_SELLER),
  };
}

/** Samples of all, in turns; the first is of a session that has planned nothing. */
async function measureAll(calls: Calls, samples: number) {
  const timesMs = Object.fromEntries(Object.keys(calls).map((name) => [name, [] as number[]]));
  for (let taken = 0; taken < samples; taken++) {
    for (const [name, call] of Object.entries(calls)) {
      const startMs = performance.now();
      await call();
      timesMs[name]?.push(performance.now() - startMs);
    }
  }
  return Object.fromEntries(
    Object.entries(timesMs).map(([name, times]) => [
      name,
      { firstMs: Math.round(times[0] ?? 0), ...latencyOf(times) },
    ]),
  );
}
