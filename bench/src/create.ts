/** (a) create_callback_request, all rules on, against one plain statement that inserts the same rows. */
import { withConnection } from '@ringback/database';
import type { Environment, Progress } from './environment.ts';
import { ratioOf } from './figures.ts';
import type { Options } from './options.ts';
import { assertSameRows, compare } from './rounds.ts';
import { create, insertPlainly, openPool, raiseLimits, sideOf } from './writes.ts';

export const GOAL = 0.7;

export async function measureCreate(environment: Environment, options: Options, report: Progress) {
  const database = await environment.database('create', options.rowsBeforeWrites, 1);
  await withConnection(database.ownerUrl, raiseLimits);
  const [api, owner] = [openPool(database.apiUrl, options), openPool(database.ownerUrl, options)];
  try {
    const sides = await compare(
      database,
      [sideOf('plain', options, insertPlainly(owner)), sideOf('create', options, create(api))],
      options,
      report,
    );
    assertSameRows(sides);
    return {
      goal: GOAL,
      connections: options.connections,
      rateRatio: ratioOf(sides.create.perSecond.rounds, sides.plain.perSecond.rounds),
      sides,
    };
  } finally {
    await Promise.all([api.end({ timeout: 5 }), owner.end({ timeout: 5 })]);
  }
}
