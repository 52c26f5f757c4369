/**
 * (b) The same create over HTTP: the real server, a token for each buyer, full validation, keep-alive; against the call through the driver.
 * The load generator shares the machine with the server and PostgreSQL, and its part of the processor time is told.
 */
import { randomBytes } from 'node:crypto';
import { withConnection } from '@ringback/database';
import { type Api, startApi } from './api.ts';
import { type Child, startChild } from './child.ts';
import { stopwatch } from './cpu.ts';
import type { Environment, Progress } from './environment.ts';
import { ratioOf } from './figures.ts';
import type { Order, Report } from './generator.ts';
import type { Options } from './options.ts';
import { assertSameRows, compare, type Side } from './rounds.ts';
import { create, openPool, raiseLimits, sideOf } from './writes.ts';

export const GOAL = 0.5;

export async function measureHttp(environment: Environment, options: Options, report: Progress) {
  const database = await environment.database('http', options.rowsBeforeWrites, 1);
  await withConnection(database.ownerUrl, raiseLimits);
  const secret = randomBytes(48).toString('base64');
  await using stack = new AsyncDisposableStack();
  const sql = openPool(database.apiUrl, options);
  stack.defer(() => sql.end({ timeout: 5 }));
  const { connections, marketplace } = options;
  const api = await startApi({
    databaseUrl: database.apiUrl,
    secret,
    poolSize: connections, // as many as the driver has on the other side
    folder: environment.folder,
  });
  stack.defer(api.stop);
  const generator = await startChild('generator.ts', { port: api.port, secret, marketplace });
  stack.defer(generator.stop);

  const http = <Name extends string>(name: Name, order: Partial<Order>): Side & { name: Name } => ({
    name,
    run: (first, seconds) =>
      runSide(api, generator, { connections, withKeys: false, ...order, first, seconds }),
  });
  const sides = await compare(
    database,
    [
      sideOf('create', options, create(sql)),
      http('http', {}),
      http('http with Idempotency-Key', { withKeys: true }),
      http('http, 1 connection', { connections: 1 }),
      http(WITH_MANY, { connections: MANY }),
    ],
    options,
    report,
  );
  const { 'http with Idempotency-Key': withKey, ...others } = sides;
  assertSameRows(others);
  return {
    goal: GOAL,
    connections,
    rateRatio: ratioOf(sides.http.perSecond.rounds, sides.create.perSecond.rounds),
    rateRatioOfMany: ratioOf(sides[WITH_MANY].perSecond.rounds, sides.create.perSecond.rounds),
    rateRatioWithKey: ratioOf(withKey.perSecond.rounds, sides.create.perSecond.rounds),
    sides,
  };
}

/** So many that the server always has something to send over its connections to the database. */
export const MANY = 64;
const WITH_MANY = `http, ${MANY} connections` as const;

async function runSide(api: Api, generator: Child, order: Order) {
  const serverCpu = stopwatch(api.pid);
  const { cpuSeconds, ...result } = await generator.ask<Report>(order);
  return { ...result, cpuSeconds: { server: serverCpu(), generator: cpuSeconds } };
}
