/** The driver that Ringback uses, `postgres`, against the other common one, `pg`, on the two hottest paths. Both prepare their statements. */
import { withConnection } from '@ringback/database';
import pg from 'pg';
import type { Environment, Progress } from './environment.ts';
import { ratioOf } from './figures.ts';
import { BIG_SELLER, idOf } from './marketplace.ts';
import type { Options } from './options.ts';
import { assertSameRows, compare } from './rounds.ts';
import { create, openPool, raiseLimits, sideOf } from './writes.ts';

export async function measureDrivers(environment: Environment, options: Options, report: Progress) {
  const database = await environment.database('drivers', options.rowsBeforeWrites, 1);
  await withConnection(database.ownerUrl, raiseLimits);
  const sql = openPool(database.apiUrl, options);
  const pool = new pg.Pool({ connectionString: database.apiUrl, max: options.connections });
  const seller = idOf('person', BIG_SELLER);
  try {
    const create_ = await compare(
      database,
      [sideOf('postgres', options, create(sql)), sideOf('pg', options, createByPg(pool))],
      options,
      report,
    );
    assertSameRows(create_);
    const firstPage = await compare(
      database,
      [
        sideOf(
          'postgres',
          options,
          () => sql`select public.list_callback_requests('seller', p_user_id => ${seller})`,
        ),
        sideOf('pg', options, () => pool.query({ name: 'list', text: LIST, values: [seller] })),
      ],
      options,
      report,
    );
    return { connections: options.connections, create: withRatio(create_), firstPage: withRatio(firstPage) };
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), pool.end()]);
  }
}

const LIST = "select public.list_callback_requests('seller', p_user_id => $1)";

const createByPg =
  (pool: pg.Pool) =>
  (r: Parameters<ReturnType<typeof create>>[0]): Promise<unknown> =>
    pool.query({
      name: 'create',
      text: 'select public.create_callback_request($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      values: [
        ...[r.requester_id, r.seller_id, r.listing_id, r.requester_phone, r.requester_name, r.message],
        ...[r.callback_reason, r.preferred_time, r.preferred_days],
      ],
    });

function withRatio(sides: Awaited<ReturnType<typeof compare<'postgres' | 'pg'>>>) {
  return { rateRatio: ratioOf(sides.postgres.perSecond.rounds, sides.pg.perSecond.rounds), sides };
}
