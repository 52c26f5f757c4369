/** Runs a month and counts what came of the attempts. */
import type { Sql } from '@ringback/database';
import { appoint } from '../database/operators.ts';
import { setInstant } from '../database/simulated.ts';
import { createMarket } from '../world/market.ts';
import { randomOf } from '../world/random.ts';
import { createWorld, instantOf, maintenance } from '../world/world.ts';
import { startAbusers } from './abusers.ts';
import type { Month } from './attempt.ts';
import { startHonest } from './honest.ts';
import type { Parameters } from './parameters.ts';

/** Lives a month in a database that installSimulated() prepared. */
export async function liveMonth(sql: Sql, parameters: Parameters, seed: number): Promise<Month> {
  const random = randomOf(`abuse ${seed}`);
  await setInstant(sql, instantOf(0));
  await appoint(sql, 'admin');
  await sql`update callback_private.settings set ${sql({ risk_mode: 'on', ...(parameters.policy as object) })}`;
  const market = await createMarket(
    sql,
    parameters.market,
    parameters.costly_countries,
    random.fork('market'),
  );
  const month: Month = { world: createWorld(sql), market, parameters, attempts: [], spent: [] };
  startHonest(month, random.fork('honest'));
  startAbusers(month, random.fork('abuse'));
  await market.save(sql);
  month.world.start(maintenance(), 3);
  await month.world.run(parameters.days * 24);
  return month;
}
