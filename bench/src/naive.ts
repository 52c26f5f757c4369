/**
 * create_callback_request, all rules on, against the requirement's own design written down without rules (sql/naive_design.sql): same server,
 * same people and listings, as many requests to begin with.
 */
import { type Sql, withConnection } from '@ringback/database';
import { type Environment, type Progress, readSql } from './environment.ts';
import { ratioOf } from './figures.ts';
import type { LoadRequest } from './marketplace.ts';
import type { Options } from './options.ts';
import { compare } from './rounds.ts';
import { create, openPool, raiseLimits, sideOf } from './writes.ts';

const GOAL = 0.7;

export async function measureNaive(environment: Environment, options: Options, report: Progress) {
  const database = await environment.database('naive', options.rowsBeforeWrites, 1);
  await withConnection(database.ownerUrl, async (sql) => {
    await raiseLimits(sql);
    await sql.unsafe(await readSql('naive_design.sql')).simple();
    await sql`vacuum analyze`;
  });
  const pool = openPool(database.apiUrl, options);
  try {
    const sides = await compare(
      database,
      [sideOf('naive', options, createNaively(pool)), sideOf('create', options, create(pool))],
      options,
      report,
    );
    return {
      goal: GOAL,
      connections: options.connections,
      rateRatio: ratioOf(sides.create.perSecond.rounds, sides.naive.perSecond.rounds),
      sides,
    };
  } finally {
    await pool.end({ timeout: 5 });
  }
}

const createNaively = (sql: Sql) => (r: LoadRequest) =>
  sql`select naive.create_callback_request(
    ${r.requester_id}, ${r.seller_id}, ${r.listing_id}, ${r.requester_phone}, ${r.requester_name}, ${r.message},
    ${r.callback_reason}, ${r.preferred_time}, ${r.preferred_days})`;
