/** The result as tables for a person. */
import { type Cell, textTable } from '@ringback/testing/table.ts';
import type { measureCreate } from './create.ts';
import type { measureDeliveries } from './deliveries.ts';
import type { measureDrivers } from './drivers.ts';
import { MANY, type measureHttp } from './http.ts';
import type { measureIdle } from './idle.ts';
import type { measureFigures } from './marketplaceFigures.ts';
import type { measureNaive } from './naive.ts';
import type { measureOperator } from './operator.ts';
import type { measureReads } from './reads.ts';
import type { measureRisk } from './risk.ts';
import type { SideFigures } from './rounds.ts';
import type { measureSearch } from './search.ts';
import type { measureStreams } from './streams.ts';

type ResultOf<Measure extends (...parameters: never[]) => unknown> = Awaited<ReturnType<Measure>>;

export function printCreate({ goal, rateRatio, connections, sides }: ResultOf<typeof measureCreate>): string {
  return [
    `(a) create_callback_request against one plain insert of the same rows, ${connections} connections`,
    sidesTable(sides),
    `rows per call, each side: ${describeRows(sides.create)}`,
    `create / plain: ${describeRatio(rateRatio)}, goal ${goal}`,
  ].join('\n');
}

export function printNaive({ goal, rateRatio, connections, sides }: ResultOf<typeof measureNaive>): string {
  return [
    `(naive) create_callback_request against the requirement's design without rules, ${connections} connections`,
    sidesTable(sides),
    `create / naive: ${describeRatio(rateRatio)}, goal ${goal}`,
  ].join('\n');
}

export function printRisk({ goal, rows, cpuRatio, sides }: ResultOf<typeof measureRisk>): string {
  return [
    `(risk) create with the facts and the score of risk (watch) and without (off), at ${rows} requests`,
    sidesTable(sides),
    `PostgreSQL's processor time, watch / off: ${cpuRatio ?? 'unknown'}, goal at most ${goal}`,
  ].join('\n');
}

export function printFigures({ rows, goals, rebuilds, reads }: ResultOf<typeof measureFigures>): string {
  return [
    `(figures) the marketplace's figures at ${rows.small} and at ${rows.large} requests: milliseconds`,
    table(
      ['', 'small', 'p95', 'large', 'p95', 'large / small at p95'],
      reads.map(({ read, small, large, largeToSmall }) => [
        ...[read, small.medianMs, small.p95Ms, large.medianMs, large.p95Ms, largeToSmall],
      ]),
    ),
    `goals: p95 at most ${goals.p95Ms} ms, and ${goals.largeToSmall} times the small one`,
    `a rebuild takes ${rebuilds.small} and ${rebuilds.large} ms a day`,
  ].join('\n');
}

export function printHttp(result: ResultOf<typeof measureHttp>): string {
  return [
    `(b) create over HTTP against create through the driver, ${result.connections} connections unless named`,
    sidesTable(result.sides),
    `http / create: ${describeRatio(result.rateRatio)}, goal ${result.goal}`,
    `${MANY} connections to the server, which has ${result.connections} to the database: ${describeRatio(result.rateRatioOfMany)}`,
    `with Idempotency-Key: ${describeRatio(result.rateRatioWithKey)}`,
  ].join('\n');
}

export function printSearch({ requests, atOnce, alone, together }: ResultOf<typeof measureSearch>): string {
  return [
    `(search) a search without hits by a seller with ${requests} requests, and a plain list: milliseconds`,
    table(
      ['', 'alone', 'p95', `${atOnce} searches at once`, 'p95'],
      (['search', 'list'] as const).map((name) => [
        ...[name, alone[name].medianMs, alone[name].p95Ms, together[name].medianMs, together[name].p95Ms],
      ]),
    ),
  ].join('\n');
}

export function printOperator({ rows, goalMs, boundMs, reads }: ResultOf<typeof measureOperator>): string {
  return [
    `(operator) what operators search and read among ${rows} requests: milliseconds, goal ${goalMs}; ${boundMs} where a table has no index`,
    table(
      ['', 'first', 'median', 'p99', 'first, with indexes', 'median', 'p99'],
      reads.map(({ read, without, withIndexes }) => [
        ...[read, without?.firstMs, without?.medianMs, without?.p99Ms],
        ...[withIndexes?.firstMs, withIndexes?.medianMs, withIndexes?.p99Ms],
      ]),
    ),
  ].join('\n');
}

export function printReads(result: ResultOf<typeof measureReads>): string {
  const { rows, requestsOf, eventsSince, goals, reads } = result;
  const lines = reads.map(({ read, seller, rowsRead, small, large, largeToSmall, withoutRollup }) => [
    ...[read, seller, `${rowsRead.small} / ${rowsRead.large}`],
    ...[small?.medianMs, small?.p95Ms, large.medianMs, large.p95Ms, largeToSmall, withoutRollup?.medianMs],
  ]);
  return [
    `(c) reads at ${rows.small} and at ${rows.large} requests: milliseconds, one connection`,
    `the small seller has ${requestsOf.small.small} requests in both, the big one ${requestsOf.small.big} and ${requestsOf.large.big}`,
    table(
      [
        ...['read', 'seller', 'rows', `${rows.small}`, 'p95', `${rows.large}`, 'p95'],
        ...['ratio', `${eventsSince} events later`],
      ],
      lines,
    ),
    `large / small: goal at most ${goals.largeToSmall}; stats of the big seller / of the small one: ${result.statsBigToSmall}, goal at most ${goals.statsBigToSmall}`,
  ].join('\n');
}

export function printDeliveries(result: ResultOf<typeof measureDeliveries>): string {
  const { goal, jobs, concurrency, ratio, ratioToBatches, sides } = result;
  return [
    `(d) ${jobs} deliveries to a channel that answers at once, ${concurrency} at a time`,
    table(
      ['', 'per second', 'lowest to highest'],
      Object.entries(sides).map(([name, { perSecond }]) => [
        ...[name, perSecond.median, `${perSecond.lowest} to ${perSecond.highest}`],
      ]),
    ),
    `ringback / graphile-worker: ${describeRatio(ratio)}, goal at least ${goal}; with batches: ${describeRatio(ratioToBatches)}`,
  ].join('\n');
}

export function printStreams({ goalMs, writesPerSecond, figures }: ResultOf<typeof measureStreams>): string {
  return [
    `(e) from sending a write to the reader’s message, ${writesPerSecond} writes a second: milliseconds`,
    table(
      ['streams', 'written', 'writes', 'median', 'p95', 'p99', 'opened in', 'server MB'],
      figures.map(({ streams, writer, latency, openedInMs, serverMb }) => [
        ...[streams, writer, latency.samples, latency.medianMs, latency.p95Ms, latency.p99Ms],
        ...[openedInMs, serverMb ?? undefined],
      ]),
    ),
    `p99 at ${figures[0]?.streams} streams: goal under ${goalMs}`,
  ].join('\n');
}

export function printIdle({ idleSeconds, channels, figures }: ResultOf<typeof measureIdle>): string {
  return [
    `(f) \`ringback start\` with ${channels} channels while nothing happens for ${idleSeconds} seconds`,
    table(
      ['streams', 'statements per second', 'processor: ringback %', 'PostgreSQL %'],
      figures.map(({ streams, statementsPerSecond, cpuPercent }) => [
        ...[streams, statementsPerSecond],
        ...[cpuPercent.ringback ?? undefined, cpuPercent.postgres ?? undefined],
      ]),
    ),
  ].join('\n');
}

export function printDrivers({ create, firstPage, connections }: ResultOf<typeof measureDrivers>): string {
  return [
    `The drivers, ${connections} connections`,
    `create_callback_request\n${sidesTable(create.sides)}\npostgres / pg: ${describeRatio(create.rateRatio)}`,
    `first page\n${sidesTable(firstPage.sides)}\npostgres / pg: ${describeRatio(firstPage.rateRatio)}`,
  ].join('\n');
}

function sidesTable(sides: Record<string, SideFigures>): string {
  return table(
    ['', 'per second', 'lowest to highest', 'median ms', 'p99 ms', 'processor ms per call'],
    Object.entries(sides).map(([name, { perSecond, latency, cpuMsPerCall }]) => [
      ...[
        name,
        perSecond.median,
        `${perSecond.lowest} to ${perSecond.highest}`,
        latency.medianMs,
        latency.p99Ms,
      ],
      Object.entries(cpuMsPerCall)
        .map(([process, ms]) => `${process} ${ms ?? '?'}`)
        .join(', '),
    ]),
  );
}

const describeRows = ({ rowsPerCall }: SideFigures) =>
  Object.entries(rowsPerCall)
    .map(([name, rows]) => `${rows} ${name}`)
    .join(', ');

const describeRatio = ({ median, lowest, highest }: { median: number; lowest: number; highest: number }) =>
  `${median} (${lowest} to ${highest})`;

/** Words to the left, numbers to the right. */
const table = (heads: string[], rows: Cell[][]) => textTable(heads, rows).replaceAll(/^/gm, '  ');
