/** What risk costs a create: the same call with the facts, signals and score of decision 080 and 081, and without (risk_mode off). */
import { type Sql, withConnection } from '@ringback/database';
import type { Environment, Progress } from './environment.ts';
import { round } from './figures.ts';
import type { LoadRequest } from './marketplace.ts';
import type { Options } from './options.ts';
import { compare, type Side } from './rounds.ts';
import { openPool, raiseLimits, sideOf } from './writes.ts';

/** Processor time of PostgreSQL with risk, in that without, at most. */
const GOAL = 1.5;

export async function measureRisk(environment: Environment, options: Options, report: Progress) {
  const database = await environment.database('risk', options.largeRows, 1);
  await withConnection(database.ownerUrl, async (sql) => {
    await raiseLimits(sql);
    await fillFacts(sql);
    await sql`select callback_private.rotate_hash_keys()`;
    // The history of the policy is no part of a call.
    await sql`alter table callback_private.settings disable trigger settings_changed`;
  });
  const [pool, owner] = [openPool(database.apiUrl, options), openPool(database.ownerUrl, options)];
  const side = <Name extends 'off' | 'watch'>(mode: Name): Side & { name: Name } => {
    const { name, run } = sideOf(mode, options, submit(pool));
    return {
      name,
      async run(first, seconds) {
        await owner`update callback_private.settings set risk_mode = ${mode}`;
        return run(first, seconds);
      },
    };
  };
  try {
    const sides = await compare(database, [side('off'), side('watch')], options, report);
    const [off, watch] = [sides.off.cpuMsPerCall.postgres, sides.watch.cpuMsPerCall.postgres];
    return {
      goal: GOAL,
      rows: options.largeRows,
      cpuRatio: off && watch ? round(watch / off, 2) : null,
      sides,
    };
  } finally {
    await Promise.all([pool.end({ timeout: 5 }), owner.end({ timeout: 5 })]);
  }
}

/** The facts of the requests that are there, as if each had been noted: the indexes are as large as they would be. */
async function fillFacts(sql: Sql): Promise<void> {
  await sql`insert into callback_private.request_facts (callback_request_id, happened_at, requester_id, seller_id, listing_id,
      phone_hash, ip_hash, device_hash, text_hash, phone_kind, text_length)
    select r.id, r.requested_at, r.requester_id, r.seller_id, r.listing_id, md5(r.requester_phone)::uuid,
      md5('ip' || r.requester_phone)::uuid, md5('device' || r.requester_id)::uuid, md5('text' || r.id)::uuid, 'ordinary', 60
    from public.callback_requests r`;
  await sql`vacuum analyze callback_private.request_facts`;
}

/** Of five buyers one is behind an address of many (a mobile network), and one sends a text that many send. */
const submit = (sql: Sql) => (r: LoadRequest) => {
  const buyer = Number(r.requester_phone.slice(-7));
  const { requester_id, listing_title: _, ...content } = r;
  const request = { ...content, message: buyer % 5 === 0 ? r.message : `${r.message} ${wordsOf(buyer)}` };
  const ip =
    buyer % 5 === 1 ? `198.51.100.${buyer % 100}` : `10.${buyer >> 16}.${(buyer >> 8) & 255}.${buyer & 255}`;
  return sql`select public.submit_callback_request(${JSON.stringify(request)}::text::jsonb,
    null, ${requester_id}, ${JSON.stringify({ ip, device: `device-${requester_id}` })}::text::jsonb)`;
};

/** Letters, because a number in a text makes it no other text. */
const wordsOf = (buyer: number) => [...String(buyer)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
